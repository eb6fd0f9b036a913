//! A part of a value: an attribute, an element.

use super::{Error, MappingKind, SequenceKind, Value, convert, number};
use crate::json::quoted;

/// `value.name`
pub fn attribute(value: &Value, name: &str) -> Result<Value, Error> {
    let (summary, detail) = match value {
        Value::Unknown => return Ok(Value::Unknown),
        Value::Mapping(kind, entries) => match (entries.get(name), kind) {
            (Some(value), _) => return Ok(value.clone()),
            (None, MappingKind::Map) => {
                ("Missing map element", format!("This map does not have an element with the key {}.", quoted(name)))
            }
            (None, MappingKind::Object) => {
                ("Unsupported attribute", format!("This object does not have an attribute named {}.", quoted(name)))
            }
        },
        Value::Null => (
            "Attempt to get attribute from null value",
            "This value is null, so it does not have any attributes.".to_string(),
        ),
        Value::Sequence(SequenceKind::List, elements) if matches!(elements.first(), Some(Value::Mapping(..))) => (
            "Unsupported attribute",
            format!(
                "Can't access attributes on a list of objects. Did you mean to access attribute {} for a specific \
                 element of the list, or across all elements of the list?",
                quoted(name)
            ),
        ),
        Value::Sequence(..) => ("Unsupported attribute", "This value does not have any attributes.".to_string()),
        _ => {
            ("Unsupported attribute", format!("Can't access attributes on a primitive-typed value ({}).", value.kind()))
        }
    };
    Err(Error::new(summary, detail))
}

/// `value[key]`
pub fn index(value: &Value, key: &Value) -> Result<Value, Error> {
    match (value, key) {
        (Value::Null, _) => {
            let detail = "This value is null, so it does not have any indices.";
            Err(Error::new("Attempt to index null value", detail))
        }
        (_, Value::Null) => Err(Error::new("Invalid index", "Can't use a null value as an indexing key.")),
        (Value::Unknown, _) | (_, Value::Unknown) => Ok(Value::Unknown),
        (Value::Sequence(SequenceKind::Set, _), _) => Err(Error::new(
            "Invalid index",
            "Elements of a set are identified only by their value and don't have any separate index or key to select \
             with, so it's only possible to perform operations across all elements of the set.",
        )),
        (Value::Sequence(_, elements), key) => position(elements, key),
        (Value::Mapping(_, entries), key) => match convert::to_string(key) {
            Ok(Value::String(key)) => entries.get(&*key).cloned().ok_or_else(|| no_such_key("")),
            _ => Err(no_such_key(": string required")),
        },
        _ => Err(Error::new("Invalid index", "This value does not have any indices.")),
    }
}

fn position(elements: &[Value], key: &Value) -> Result<Value, Error> {
    let Ok(Value::Number(key)) = convert::to_number(key) else {
        return Err(no_such_key(": a number is required"));
    };
    let Some(whole) = number::whole(key) else {
        return Err(no_such_key(
            ": indexing a sequence requires a whole number, but the given index has a fractional part",
        ));
    };
    if elements.is_empty() {
        return Err(no_such_key(": the collection has no elements"));
    }
    let Ok(position) = usize::try_from(whole) else {
        return Err(no_such_key(": a negative number is not a valid index for a sequence"));
    };
    elements.get(position).cloned().ok_or_else(|| no_such_key(""))
}

fn no_such_key(why: &str) -> Error {
    let detail = ["The given key does not identify an element in this collection value", why, "."].concat();
    Error::new("Invalid index", detail)
}
