//! The bundles below `examples/` are what their own configuration gives.

mod common;

use common::{Place, files, names};
use sha2::{Digest, Sha256};
use std::path::Path;

#[test]
fn examples_are_what_is_generated() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut stale = vec![];
    for name in if examples.is_dir() { names(&examples) } else { vec![] } {
        let example = examples.join(&name);
        let configuration = example.join("configuration.json");
        if !configuration.is_file() {
            continue;
        }
        let place = Place::new();
        let configuration = configuration.to_string_lossy();
        place.run(&["generate", "--config", &configuration, "--out", "fresh"]).check(0, "");
        let (mut kept, fresh) = (files(&example), files(&place.path("fresh")));
        // What Terraform leaves behind when it is tried on an example.
        kept.retain(|(path, _)| !path.contains(".terraform") && !path.contains(".tfstate"));
        let differs = |one: &[(String, Vec<u8>)], other: &[(String, Vec<u8>)]| {
            one.iter()
                .filter(|file| !other.contains(file))
                .map(|(path, _)| format!("examples/{name}/{path}"))
                .collect::<Vec<_>>()
        };
        stale.extend(differs(&kept, &fresh));
        stale.extend(differs(&fresh, &kept));
    }
    stale.sort();
    stale.dedup();
    let remedy = "Look at the difference. If it is meant: cargo xtask examples";
    assert_eq!(stale, Vec::<String>::new(), "{remedy}");
}

/// The wasm test of equal bytes reads the same file.
#[test]
fn digests_are_those_of_the_zips() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut digests = String::new();
    for name in names(&examples).iter().filter(|name| examples.join(name).is_dir()) {
        let place = Place::new();
        let configuration = examples.join(name).join("configuration.json");
        let zip = place.run(&["generate", "--config", &configuration.to_string_lossy(), "--zip", "-"]).bytes;
        digests += &format!("{:x}  {name}.zip\n", Sha256::digest(zip));
    }
    let kept = std::fs::read_to_string(examples.join("digests.txt")).expect("it is there");
    assert_eq!(kept, digests, "after a change that is meant run: cargo xtask examples");
}
