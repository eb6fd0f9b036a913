//! WebAssembly makes the same bytes as native code: `examples/digests.txt`, which a native test holds to the truth.
#![cfg(target_arch = "wasm32")]

use generator::{bundle, draft, generate};
use sha2::{Digest, Sha256};
use wasm_bindgen_test::wasm_bindgen_test;

const DIGESTS: &str = include_str!("../examples/digests.txt");
const EXAMPLES: &[(&str, &str)] = &[
    ("existing-vpc", include_str!("../examples/existing-vpc/configuration.json")),
    ("harbor", include_str!("../examples/harbor/configuration.json")),
    ("minimal", include_str!("../examples/minimal/configuration.json")),
];

#[wasm_bindgen_test]
fn the_zips_of_the_examples_have_the_digests_of_native_code() {
    let catalog = shipped::catalog();
    let mut digests = String::new();
    for (name, configuration) in EXAMPLES {
        let (draft, findings) = draft::read(configuration);
        assert_eq!(findings, vec![]);
        let zip = bundle::zip(&generate(&catalog, &draft).bundle);
        digests += &format!("{:x}  {name}.zip\n", Sha256::digest(zip));
    }
    assert_eq!(digests, DIGESTS);
}
