//! Conversion to a type, as the assignment to a variable does it.

use crate::json::quoted;
use crate::sorted::Map;
use std::fmt;

use super::{Field, SequenceKind, Type, Value, number, unify};

/// Why a value does not fit a type, and which part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversionError {
    /// From the value to the part, such as `["web"].disk.gb`; empty for the value itself.
    pub path: String,
    /// The same, step by step.
    pub steps: super::Steps,
    /// In Terraform's words, without a period.
    pub message: String,
}

impl ConversionError {
    fn new(message: impl Into<String>) -> ConversionError {
        ConversionError { path: String::new(), steps: vec![], message: message.into() }
    }

    fn below(mut self, step: &str, written: String) -> ConversionError {
        self.path.insert_str(0, &written);
        self.steps.insert(0, step.to_owned());
        self
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        out.write_str(&self.message)
    }
}

impl std::error::Error for ConversionError {}

/// Attributes that the type does not have are dropped; optional ones that are missing or null take their defaults.
pub fn convert(value: &Value, ty: &Type) -> Result<Value, ConversionError> {
    match (ty, value) {
        (_, Value::Unknown | Value::Null) | (Type::Any, _) => Ok(value.clone()),
        (Type::String, _) => to_string(value),
        (Type::Number, _) => to_number(value),
        (Type::Bool, _) => to_bool(value),
        (Type::List(element), Value::Sequence(_, elements)) => {
            Ok(Value::list(convert_elements(elements, element, "list")?))
        }
        (Type::Set(element), Value::Sequence(_, elements)) => {
            Ok(Value::set(convert_elements(elements, element, "set")?))
        }
        (Type::Tuple(types), Value::Sequence(SequenceKind::Tuple, elements)) if types.len() == elements.len() => {
            let mut converted = Vec::with_capacity(types.len());
            for (position, (element, ty)) in elements.iter().zip(types).enumerate() {
                converted.push(
                    convert(element, ty)
                        .map_err(|error| error.below(&position.to_string(), format!("[{position}]")))?,
                );
            }
            Ok(Value::tuple(converted))
        }
        (Type::Map(element), Value::Mapping(_, entries)) => convert_map(entries, element),
        (Type::Object(fields), Value::Mapping(_, entries)) => convert_object(entries, fields),
        _ => Err(ConversionError::new(ty.friendly() + " required")),
    }
}

fn convert_elements(elements: &[Value], ty: &Type, collection: &str) -> Result<Vec<Value>, ConversionError> {
    let mut converted = Vec::with_capacity(elements.len());
    for (position, element) in elements.iter().enumerate() {
        converted
            .push(convert(element, ty).map_err(|error| error.below(&position.to_string(), format!("[{position}]")))?);
    }
    if let Some(agreed) = agree(ty, &mut converted.iter(), collection)? {
        for element in &mut converted {
            *element = convert(element, &agreed)?;
        }
    }
    Ok(converted)
}

fn convert_map(entries: &Map<String, Value>, ty: &Type) -> Result<Value, ConversionError> {
    let mut converted = Map::new();
    for (key, element) in entries {
        let element = convert(element, ty).map_err(|error| error.below(key, format!("[{}]", quoted(key))))?;
        converted.insert(key.clone(), element);
    }
    let agreed = agree(ty, &mut converted.values(), "map")?;
    if let Some(agreed) = agreed {
        for element in converted.values_mut() {
            *element = convert(element, &agreed)?;
        }
    }
    Ok(Value::map(converted))
}

/// Where a collection's type leaves something to `any`, its elements still have one type together.
fn agree(
    ty: &Type,
    elements: &mut dyn Iterator<Item = &Value>,
    collection: &str,
) -> Result<Option<Type>, ConversionError> {
    if !ty.is_open() {
        return Ok(None);
    }
    match unify::unify_all(elements.map(unify::type_of)) {
        Some(agreed) => Ok(Some(agreed)),
        None => Err(ConversionError::new(["all ", collection, " elements must have the same type"].concat())),
    }
}

fn convert_object(entries: &Map<String, Value>, fields: &Map<String, Field>) -> Result<Value, ConversionError> {
    let missing = |(name, field): (&String, &Field)| !field.optional && !entries.contains_key(name);
    let missing: Vec<_> = fields.iter().filter(|field| missing(*field)).map(|(name, _)| quoted(name)).collect();
    if let Some((last, others)) = missing.split_last() {
        return Err(ConversionError::new(match others {
            [] => format!("attribute {last} is required"),
            _ => format!("attributes {} and {last} are required", others.join(", ")),
        }));
    }
    let mut object = Map::new();
    for (name, field) in fields {
        let value = match (entries.get(name), &field.default) {
            (None | Some(Value::Null), Some(default)) => default,
            (None, None) => &Value::Null,
            (Some(value), _) => value,
        };
        let value = convert(value, &field.ty).map_err(|error| error.below(name, format!(".{name}")))?;
        object.insert(name.clone(), value);
    }
    Ok(Value::object(object))
}

pub fn to_string(value: &Value) -> Result<Value, ConversionError> {
    match value {
        Value::Bool(truth) => Ok(Value::string(if *truth { "true" } else { "false" })),
        Value::Number(number) => Ok(Value::string(number::text(*number))),
        Value::String(_) | Value::Null | Value::Unknown => Ok(value.clone()),
        _ => Err(ConversionError::new("string required")),
    }
}

pub fn to_number(value: &Value) -> Result<Value, ConversionError> {
    match value {
        Value::Number(_) | Value::Null | Value::Unknown => Ok(value.clone()),
        Value::String(text) => match number::parse(text) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(ConversionError::new("a number is required")),
        },
        _ => Err(ConversionError::new("number required")),
    }
}

pub fn to_bool(value: &Value) -> Result<Value, ConversionError> {
    match value {
        Value::Bool(_) | Value::Null | Value::Unknown => Ok(value.clone()),
        Value::String(text) => match &**text {
            "true" | "1" => Ok(Value::Bool(true)),
            "false" | "0" => Ok(Value::Bool(false)),
            _ => Err(ConversionError::new("a bool is required")),
        },
        _ => Err(ConversionError::new("bool required")),
    }
}
