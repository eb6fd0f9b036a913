//! Equality as `==` has it, and the order of a set's elements.

use std::cmp::Ordering;

use super::{MappingKind, SequenceKind, Value, json, number};

/// None where it depends on something unknown. Values of different types are not equal, so a list is no tuple.
pub fn equal(one: &Value, other: &Value) -> Option<bool> {
    match (one, other) {
        (Value::Unknown, _) | (_, Value::Unknown) => None,
        (Value::Sequence(kind, elements), Value::Sequence(other_kind, others)) => {
            if kind != other_kind || elements.len() != others.len() {
                return Some(false);
            }
            all_equal(elements.iter().zip(others.iter()))
        }
        (Value::Mapping(kind, entries), Value::Mapping(other_kind, others)) => {
            if kind != other_kind || !entries.keys().eq(others.keys()) {
                return Some(false);
            }
            all_equal(entries.values().zip(others.values()))
        }
        _ => Some(order(one, other).is_eq()),
    }
}

fn all_equal<'a>(pairs: impl Iterator<Item = (&'a Value, &'a Value)>) -> Option<bool> {
    for (one, other) in pairs {
        let found = equal(one, other);
        if found != Some(true) {
            return found;
        }
    }
    Some(true)
}

/// The order of a set's elements: within a primitive type as one expects, null last, and everything else by its
/// fingerprint, as in Terraform (so `[12]` comes before `[1]`).
pub fn order(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
        (Value::Number(one), Value::Number(other)) => {
            number::decimal(*one).partial_cmp(&number::decimal(*other)).unwrap_or(Ordering::Equal)
        }
        (Value::String(one), Value::String(other)) => one.cmp(other),
        (Value::Sequence(..) | Value::Mapping(..), Value::Sequence(..) | Value::Mapping(..)) => {
            fingerprint(one).cmp(&fingerprint(other))
        }
        _ => rank(one).cmp(&rank(other)),
    }
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Bool(_) => 0,
        Value::Number(_) => 1,
        Value::String(_) => 2,
        Value::Sequence(..) => 3,
        Value::Mapping(..) => 4,
        Value::Null => 5,
        Value::Unknown => 6,
    }
}

fn fingerprint(value: &Value) -> String {
    let mut out = String::new();
    write_fingerprint(value, &mut out);
    out
}

fn write_fingerprint(value: &Value, out: &mut String) {
    match value {
        Value::Unknown => out.push('?'),
        Value::Null => out.push('~'),
        Value::Bool(truth) => out.push(if *truth { 'T' } else { 'F' }),
        Value::Number(number) => out.push_str(&number::text(*number)),
        Value::String(text) => json::write_string(text, out),
        Value::Sequence(kind, elements) => {
            out.push(if *kind == SequenceKind::Tuple { '<' } else { '[' });
            for element in elements.iter() {
                write_fingerprint(element, out);
                out.push(';');
            }
            out.push(']');
        }
        Value::Mapping(kind, entries) => {
            out.push(if *kind == MappingKind::Object { '<' } else { '{' });
            for (key, element) in entries.iter() {
                json::write_string(key, out);
                out.push(':');
                write_fingerprint(element, out);
                out.push(';');
            }
            out.push('}');
        }
    }
}
