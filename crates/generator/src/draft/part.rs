//! Parts of a value, as a form shows and changes them.

use crate::evaluate::Type;
use serde_json::{Map, Value as Json};

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Of an object; without a value it is left out.
    Attribute(String),
    /// Of a map, by its key.
    Entry(String),
    /// Of a list, by its position.
    Element(usize),
}

/// What is there.
pub fn part<'a>(whole: &'a Json, step: &Step) -> Option<&'a Json> {
    match step {
        Step::Attribute(name) | Step::Entry(name) => whole.get(name),
        Step::Element(position) => whole.get(position),
    }
}

/// The whole with another part. A whole of another shape is replaced.
pub fn with_part(whole: Json, step: &Step, value: Option<Json>) -> Json {
    match step {
        Step::Attribute(name) | Step::Entry(name) => {
            let mut entries = if let Json::Object(entries) = whole { entries } else { Map::new() };
            match value {
                Some(value) => entries.insert(name.clone(), value),
                None => entries.remove(name),
            };
            Json::Object(entries)
        }
        Step::Element(position) => {
            let mut elements = if let Json::Array(elements) = whole { elements } else { vec![] };
            match value {
                Some(value) if *position < elements.len() => elements[*position] = value,
                Some(value) => elements.push(value),
                None if *position < elements.len() => _ = elements.remove(*position),
                None => {}
            }
            Json::Array(elements)
        }
    }
}

/// A map with an entry under another key; none if the key is empty or taken.
pub fn rename(whole: &Json, from: &str, to: &str) -> Option<Json> {
    let mut entries = whole.as_object()?.clone();
    if to.is_empty() || (to != from && entries.contains_key(to)) {
        return None;
    }
    let entry = entries.remove(from)?;
    entries.insert(to.to_owned(), entry);
    Some(Json::Object(entries))
}

/// What a new element of the type begins as.
pub fn blank(ty: &Type) -> Json {
    match ty {
        Type::String => Json::String(String::new()),
        Type::List(_) | Type::Set(_) | Type::Tuple(_) => Json::Array(vec![]),
        Type::Map(_) | Type::Object(_) => Json::Object(Map::new()),
        Type::Any | Type::Number | Type::Bool => Json::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, part, rename, with_part};
    use serde_json::{Value as Json, json};

    fn check(whole: Json, step: Step, value: Option<Json>, changed: Json) {
        let after = with_part(whole, &step, value.clone());
        assert_eq!(after, changed);
        if value.is_some() && step != Step::Element(9) {
            assert_eq!(part(&after, &step), value.as_ref());
        }
    }

    #[test]
    fn a_part_changes_and_the_rest_stays() {
        let attribute = || Step::Attribute("a".to_owned());
        check(json!({"a": 1, "b": 2}), attribute(), Some(json!(3)), json!({"a": 3, "b": 2}));
        check(json!({"a": 1, "b": 2}), attribute(), None, json!({"b": 2}));
        check(json!(["x", "y"]), Step::Element(1), Some(json!("z")), json!(["x", "z"]));
        check(json!(["x", "y"]), Step::Element(0), None, json!(["y"]));
        check(json!(["x"]), Step::Element(9), Some(json!("y")), json!(["x", "y"]));
    }

    #[test]
    fn a_whole_of_another_shape_is_replaced() {
        check(json!("half"), Step::Entry("a".to_owned()), Some(json!(1)), json!({"a": 1}));
        check(Json::Null, Step::Element(0), Some(json!(1)), json!([1]));
    }

    #[test]
    fn a_key_is_never_lost_to_another() {
        let map = json!({"dev": 1, "prod": 2});
        assert_eq!(rename(&map, "dev", "test"), Some(json!({"test": 1, "prod": 2})));
        assert_eq!(rename(&map, "dev", "dev"), Some(map.clone()));
        assert_eq!(rename(&map, "dev", "prod"), None);
        assert_eq!(rename(&map, "dev", ""), None);
    }
}
