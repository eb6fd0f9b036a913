//! Values from and to JSON.

use crate::sorted::Map;

use serde_json::Value as Json;

use super::{Value, number};

impl Value {
    /// Arrays are tuples, objects are objects.
    pub fn from_json(json: &Json) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Bool(truth) => Value::Bool(*truth),
            Json::Number(number) => number.as_f64().map_or(Value::Null, Value::Number),
            Json::String(text) => Value::string(text.as_str()),
            Json::Array(elements) => Value::tuple(elements.iter().map(Value::from_json).collect()),
            Json::Object(attributes) => {
                let mut object = Map::new();
                for (name, value) in attributes {
                    object.insert(name.clone(), Value::from_json(value));
                }
                Value::object(object)
            }
        }
    }

    /// Unknown becomes null; whole numbers become integers, and others keep their last digit.
    pub fn to_json(&self) -> Json {
        match self {
            Value::Unknown | Value::Null => Json::Null,
            Value::Bool(truth) => Json::Bool(*truth),
            Value::Number(number) => match number::whole(*number) {
                Some(whole) => Json::from(whole),
                None => Json::from(*number),
            },
            Value::String(text) => Json::from(&**text),
            Value::Sequence(_, elements) => Json::Array(elements.iter().map(Value::to_json).collect()),
            Value::Mapping(_, entries) => {
                let mut object = serde_json::Map::new();
                for (key, value) in entries.iter() {
                    object.insert(key.clone(), value.to_json());
                }
                Json::Object(object)
            }
        }
    }
}

/// The text that `jsonencode` makes.
pub fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Unknown | Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number::text(*number)),
        Value::String(text) => write_string(text, out),
        Value::Sequence(_, elements) => {
            out.push('[');
            for (position, element) in elements.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                write(element, out);
            }
            out.push(']');
        }
        Value::Mapping(_, entries) => {
            out.push('{');
            for (position, (key, element)) in entries.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                write_string(key, out);
                out.push(':');
                write(element, out);
            }
            out.push('}');
        }
    }
}

/// Escapes `<`, `>`, `&` and the two line separators as well, as Terraform does: its JSON may stand in HTML.
pub fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                out.push_str(&format!("\\u{:04x}", character as u32));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}
