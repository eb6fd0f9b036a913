//! Between what stands in a text field and the JSON of a draft.

use crate::evaluate::{Type, Value};
use crate::json;
use serde_json::Value as Json;

/// The value that a text means for a type; none if it gives none. What is not a value of the type (yet) stays a text, which
/// is refused with a message and not lost.
pub fn typed(text: &str, ty: &Type, default: Option<&Json>) -> Option<Json> {
    let trimmed = text.trim();
    let half_typed = || Json::String(text.to_owned());
    match ty {
        // An empty text is a value of its own only where the default is a text that one may want to empty.
        Type::String if text.is_empty() && default.is_none_or(|default| !default.is_string()) => None,
        Type::String => Some(half_typed()),
        _ if trimmed.is_empty() => None,
        Type::Number => Some(number(trimmed).unwrap_or_else(half_typed)),
        Type::Bool => Some(trimmed.parse().map_or_else(|_| half_typed(), Json::Bool)),
        _ => Some(json::read(trimmed).unwrap_or_else(|_| half_typed())),
    }
}

/// What a text field shows of a value.
pub fn shown(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(_) | Json::Object(_) => json::pretty(value),
        _ => json::line(value),
    }
}

/// Decimal digits with an optional sign, point and exponent; whole numbers become integers.
fn number(text: &str) -> Option<Json> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) {
        return None;
    }
    let number: f64 = text.parse().ok().filter(|number: &f64| number.is_finite())?;
    Some(Value::Number(number).to_json())
}

#[cfg(test)]
mod tests {
    use super::{shown, typed};
    use crate::evaluate::Type;
    use serde_json::{Value as Json, json};

    fn check(text: &str, ty: &Type, value: Json) {
        assert_eq!(typed(text, ty, None).unwrap_or_default(), value, "{text:?}");
    }

    #[test]
    fn a_number_is_a_number_as_soon_as_it_can_be_read() {
        check("3", &Type::Number, json!(3));
        check(" -2.5 ", &Type::Number, json!(-2.5));
        check("1.", &Type::Number, json!(1));
        check("1e3", &Type::Number, json!(1000));
        for half_typed in ["-", "3 nodes", "inf", "nan", "1e999", "0x10"] {
            check(half_typed, &Type::Number, json!(half_typed));
        }
        check("", &Type::Number, Json::Null);
    }

    #[test]
    fn an_emptied_text_is_a_value_only_over_a_text() {
        check("", &Type::String, Json::Null);
        assert_eq!(typed("", &Type::String, Some(&Json::Null)), None);
        assert_eq!(typed("", &Type::String, Some(&json!("a"))), Some(json!("")));
    }

    #[test]
    fn other_types_are_typed_as_json() {
        let ty = Type::List(Box::new(Type::Any));
        check("[1, \"a\"]", &ty, json!([1, "a"]));
        check("[1,", &ty, json!("[1,"));
        check("true", &Type::Bool, json!(true));
    }

    #[test]
    fn what_is_shown_means_the_same_again() {
        let list = Type::List(Box::new(Type::Any));
        for (value, ty) in [(json!("10.0."), Type::String), (json!(1.5), Type::Number), (json!([{"a": 1}]), list)] {
            check(&shown(&value), &ty, value);
        }
    }
}
