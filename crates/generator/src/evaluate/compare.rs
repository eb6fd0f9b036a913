//! Equality as `==` has it, and the order of a set's elements.

use std::cmp::Ordering;

use super::{Value, number};

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
    let mut answer = Some(true);
    for (one, other) in pairs {
        match equal(one, other) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => answer = None,
        }
    }
    answer
}

/// A total order: within a type as one expects, between types fixed.
pub fn order(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
        (Value::Number(one), Value::Number(other)) => {
            number::decimal(*one).partial_cmp(&number::decimal(*other)).unwrap_or(Ordering::Equal)
        }
        (Value::String(one), Value::String(other)) => one.cmp(other),
        (Value::Sequence(_, one), Value::Sequence(_, other)) => {
            for (one, other) in one.iter().zip(other.iter()) {
                let found = order(one, other);
                if found.is_ne() {
                    return found;
                }
            }
            one.len().cmp(&other.len())
        }
        (Value::Mapping(_, one), Value::Mapping(_, other)) => {
            for (one, other) in one.iter().zip(other.iter()) {
                let found = one.0.cmp(other.0).then_with(|| order(one.1, other.1));
                if found.is_ne() {
                    return found;
                }
            }
            one.len().cmp(&other.len())
        }
        _ => rank(one).cmp(&rank(other)),
    }
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Sequence(..) => 4,
        Value::Mapping(..) => 5,
        Value::Unknown => 6,
    }
}
