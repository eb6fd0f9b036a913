//! Values that the generator writes are read back by hcl-rs, the other half of the library, as the same values.

use generator::evaluate::Value;
use serde_json::{Value as Json, json};

fn check(value: Json) {
    let text = format!("value = {}\n", Value::from_json(&value).to_hcl(0));
    let read: Json = hcl::from_str(&text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    assert_eq!(read, json!({ "value": value }), "{text}");
}

#[test]
fn scalars_and_hostile_texts() {
    for text in ["", "a", "a\"b", "back\\slash", "tab\tand\nnewline", "percent % and dollar $", "ünïcode ✓", "\u{1}"]
    {
        check(json!(text));
    }
    check(json!(true));
    check(json!(null));
    check(json!(-12));
    check(json!(0.25));
}

#[test]
fn collections_in_collections() {
    check(json!([]));
    check(json!({}));
    check(json!(["10.0.0.0/16", "a b"]));
    check(json!({"a": {"min": 1, "list": [{"x": 1}, {"x": 2}]}, "key with blank": 1, "true": 2, "for": 3}));
}

#[test]
fn every_default_and_example_of_the_catalog() {
    let catalog = shipped::catalog();
    for value in
        catalog.variables.iter().filter_map(|variable| variable.default.as_ref()).chain(catalog.examples.values())
    {
        check(value.to_json());
    }
}
