//! JSON is read and written as serde_json does it.

use generator::json::{line, pretty, read};
use proptest::prelude::*;
use serde_json::Value as Json;

fn value() -> impl Strategy<Value = Json> {
    let float = any::<f64>().prop_filter("JSON has no infinity", |number| number.is_finite());
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        float.prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let entries = prop::collection::btree_map(any::<String>(), inner.clone(), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Json::from),
            entries.prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// Floats aside, of which serde_json writes some with an exponent.
fn has_float(value: &Json) -> bool {
    match value {
        Json::Array(elements) => elements.iter().any(has_float),
        Json::Object(entries) => entries.values().any(has_float),
        _ => value.is_f64(),
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(value in value()) {
        prop_assert_eq!(read(&line(&value)), Ok(value.clone()));
        prop_assert_eq!(read(&pretty(&value)), Ok(value.clone()));
        let theirs: Json = serde_json::from_str(&pretty(&value)).unwrap();
        prop_assert!(has_float(&value) || theirs == value);
        if !has_float(&value) {
            prop_assert_eq!(pretty(&value), serde_json::to_string_pretty(&value).unwrap());
            prop_assert_eq!(line(&value), value.to_string());
        }
    }

    #[test]
    fn the_same_texts_are_refused(text in r#"([\[\]{}:, \n"\\]|null|true|"[ab\\u0d8e]*"|-?[0-9.eE+-]{1,6}){0,12}"#) {
        match (read(&text), serde_json::from_str::<Json>(&text)) {
            (Ok(ours), Ok(theirs)) => prop_assert!(has_float(&ours) || ours == theirs, "{ours} {theirs}"),
            (Err(ours), Err(_)) => prop_assert!(text.is_char_boundary(ours.at), "{ours:?}"),
            (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?} {theirs:?}"),
        }
    }
}

#[test]
fn escapes_and_depth_are_those_of_serde_json() {
    for text in [
        r#""\ud83d\ude00 \u00e9 \/""#,
        r#""\ud83d""#,
        r#""\ud83dx""#,
        r#""\ude00""#,
        r#""\ud83d\u0041""#,
        "\"\u{1}\"",
        "1e999",
        "-0",
        "-",
        "01",
        &"[".repeat(127),
        &format!("{}{}", "[".repeat(127), "]".repeat(127)),
        &format!("{}{}", "[".repeat(128), "]".repeat(128)),
    ] {
        assert_eq!(read(text).ok(), serde_json::from_str(text).ok(), "{text}");
    }
}
