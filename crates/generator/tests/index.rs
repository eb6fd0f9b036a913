//! The index of a catalog is the catalog.

mod common;

use generator::catalog::IndexError;
use generator::{Catalog, Draft, generate};

/// The shipped catalog, parsed here and now.
fn parsed() -> Catalog {
    let shipped = shipped::catalog();
    Catalog::parse(shipped.sources.iter().map(|source| (source.path.as_str(), source.text.as_str())))
}

#[test]
fn what_is_shipped_is_what_is_parsed() {
    let (mut parsed, shipped) = (parsed(), shipped::catalog());
    assert!(shipped.functions.len() < parsed.functions.len(), "the program holds what its catalog calls");
    parsed.functions.clone_from(&shipped.functions);
    let problems: Vec<String> = parsed.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    assert!(parsed == shipped, "the index loses something");
    for preset in &parsed.presets {
        let draft = Draft::preset(preset);
        assert_eq!(generate(&parsed, &draft).bundle, generate(&shipped, &draft).bundle, "{}", preset.id);
    }
}

#[test]
fn the_same_catalog_has_the_same_index() {
    assert_eq!(parsed().to_index(), shipped::catalog().to_index());
}

#[test]
fn what_is_no_index_is_refused() {
    let index = common::small().to_index();
    assert!(Catalog::from_index(&index, &[]).is_ok());
    for length in 0..index.len() {
        assert_eq!(Catalog::from_index(&index[..length], &[]).err(), Some(IndexError), "cut at {length}");
    }
    for at in 0..index.len() {
        let mut bent = index.clone();
        bent[at] ^= 1 << (at % 8);
        assert_eq!(Catalog::from_index(&bent, &[]).err(), Some(IndexError), "bent at {at}");
    }
    assert_eq!(Catalog::from_index(&[index.as_slice(), b"x"].concat(), &[]).err(), Some(IndexError));
}
