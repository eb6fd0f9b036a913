//! The catalog of many copies that the benchmarks measure is a whole one.

#[path = "../benches/pipeline/copies.rs"]
mod copies;

use generator::catalog::Inclusion;
use generator::slice::Kind;
use generator::{Catalog, Draft, generate};

/// How many components, resources of them, and boxes a platform with everything switched on has.
fn sizes(catalog: &Catalog) -> [usize; 3] {
    let mut draft = Draft::default();
    for (index, component) in catalog.components.iter().enumerate() {
        if component.choice.is_none() && component.inclusion != Inclusion::Always {
            draft.switch(catalog, index, true);
        }
    }
    let outcome = generate(catalog, &draft);
    let selection = &outcome.platform.selection;
    let items = catalog.graph.items.iter().zip(&selection.kept);
    let resources = items.filter(|(item, kept)| **kept && item.kind == Kind::Resource).count();
    [selection.components().count(), resources, outcome.diagram.nodes.len()]
}

#[test]
fn three_copies_have_three_of_everything() {
    let three = copies::copies(3);
    let problems: Vec<String> = three.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(sizes(&three), sizes(&shipped::catalog()).map(|size| size * 3));
}
