//! What a Terraform expression evaluates to.

use crate::sorted::Map;
use std::sync::Arc;

use super::{compare, number};

/// A Terraform value. Copies share their elements, so passing one on is cheap.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Known only at plan or apply. It has no type: whatever is made from it is unknown as well.
    Unknown,
    #[default]
    Null,
    Bool(bool),
    /// Always finite.
    Number(f64),
    String(Arc<str>),
    /// A set is sorted, has no duplicates and is known whole.
    Sequence(SequenceKind, Arc<Vec<Value>>),
    Mapping(MappingKind, Arc<Map<String, Value>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SequenceKind {
    Tuple,
    List,
    Set,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingKind {
    Object,
    Map,
}

impl Value {
    pub fn string(text: impl Into<Arc<str>>) -> Value {
        Value::String(text.into())
    }

    pub fn tuple(elements: Vec<Value>) -> Value {
        Value::Sequence(SequenceKind::Tuple, Arc::new(elements))
    }

    pub fn list(elements: Vec<Value>) -> Value {
        Value::Sequence(SequenceKind::List, Arc::new(elements))
    }

    /// Sorts the elements and drops duplicates. An element that is not known could be equal to any other: then the
    /// whole set is unknown.
    pub fn set(mut elements: Vec<Value>) -> Value {
        if !elements.iter().all(Value::is_known_whole) {
            return Value::Unknown;
        }
        crate::sort::sort_by(&mut elements, |one, other| compare::order(one, other).is_gt());
        elements.dedup_by(|one, other| compare::order(one, other).is_eq());
        Value::Sequence(SequenceKind::Set, Arc::new(elements))
    }

    pub fn object(attributes: Map<String, Value>) -> Value {
        Value::Mapping(MappingKind::Object, Arc::new(attributes))
    }

    pub fn map(elements: Map<String, Value>) -> Value {
        Value::Mapping(MappingKind::Map, Arc::new(elements))
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown)
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// Whether nothing in the value is unknown.
    pub fn is_known_whole(&self) -> bool {
        match self {
            Value::Unknown => false,
            Value::Sequence(_, elements) => elements.iter().all(Value::is_known_whole),
            Value::Mapping(_, entries) => entries.values().all(Value::is_known_whole),
            _ => true,
        }
    }

    /// What Terraform's messages call the value's type.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Unknown | Value::Null => "dynamic",
            Value::Bool(_) => "bool",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Sequence(SequenceKind::Tuple, _) => "tuple",
            Value::Sequence(SequenceKind::List, _) => "list",
            Value::Sequence(SequenceKind::Set, _) => "set",
            Value::Mapping(MappingKind::Object, _) => "object",
            Value::Mapping(MappingKind::Map, _) => "map",
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The value of an attribute of an object, or of a map's key.
    pub fn get(&self, attribute: &str) -> Option<&Value> {
        match self {
            Value::Mapping(_, entries) => entries.get(attribute),
            _ => None,
        }
    }

    /// Keys and values as `for` sees them: positions, keys, or, in a set, the elements themselves. None where there is
    /// nothing to iterate over.
    pub fn elements(&self) -> Option<Vec<(Value, Value)>> {
        let mut pairs = Vec::new();
        match self {
            Value::Sequence(SequenceKind::Set, elements) => {
                for element in elements.iter() {
                    pairs.push((element.clone(), element.clone()));
                }
            }
            Value::Sequence(_, elements) => {
                for (position, element) in elements.iter().enumerate() {
                    pairs.push((Value::Number(position as f64), element.clone()));
                }
            }
            Value::Mapping(_, entries) => {
                for (key, value) in entries.iter() {
                    pairs.push((Value::string(key.as_str()), value.clone()));
                }
            }
            _ => return None,
        }
        Some(pairs)
    }

    /// For people: strings and numbers as a template writes them, everything else as JSON does.
    pub fn display(&self) -> String {
        match self {
            Value::Unknown => "(known after apply)".to_string(),
            Value::String(text) => text.to_string(),
            Value::Number(number) => number::text(*number),
            _ => super::json::text(self),
        }
    }
}
