//! From one type to another.

use super::{
    super::unify, Call, Function, Outcome, Parameter, Takes, Type, Unknown, Value, convert, fail, function, parameter,
    refuse,
};
use crate::json::quoted;

const V: &[Parameter] = &[parameter("v", Takes::Anything).or_null()];
const VALUE: &[Parameter] = &[parameter("value", Takes::Anything).or_null()];

pub const FUNCTIONS: &[Function] = &[
    function("coalesce", &[], coalesce).rest(parameter("vals", Takes::Anything).or_null()).unknown(Unknown::Handled),
    // Sensitive values never come here: nobody types them.
    function("nonsensitive", VALUE, |call| Ok(call.any(0))),
    function("sensitive", VALUE, |call| Ok(call.any(0))),
    function("tobool", V, |call| to(call, Type::Bool)),
    function("tolist", V, |call| to(call, Type::List(Box::new(Type::Any)))),
    function("tomap", V, |call| to(call, Type::Map(Box::new(Type::Any)))),
    function("tonumber", V, |call| to(call, Type::Number)),
    function("toset", V, |call| to(call, Type::Set(Box::new(Type::Any)))),
    function("tostring", V, |call| to(call, Type::String)),
];

fn to(call: &mut Call, ty: Type) -> Outcome {
    let value = call.any(0);
    convert(&value, &ty).or_else(|_| {
        let problem = match (&value, &ty) {
            (Value::String(text), Type::Bool) => {
                format!("cannot convert {} to bool; only the strings \"true\" or \"false\" are allowed", quoted(text))
            }
            (Value::String(text), Type::Number) => {
                let text = quoted(text);
                format!("cannot convert {text} to number; given string must be a decimal representation of a number")
            }
            _ => format!("cannot convert {} to {}", value.kind(), ty.friendly()),
        };
        refuse(0, problem)
    })
}

/// The first argument that is neither null nor empty text, as the type that fits them all.
fn coalesce(call: &mut Call) -> Outcome {
    let Some(ty) = unify::unify_all(call.arguments.iter().map(unify::type_of)) else {
        return fail("all arguments must have the same type");
    };
    let any_unknown = call.arguments.iter().any(Value::is_unknown);
    for value in &call.arguments {
        match value {
            Value::Null => {}
            Value::String(text) if text.is_empty() => {}
            Value::Unknown => return Ok(Value::Unknown),
            // The argument that is unknown may change the type.
            Value::Bool(_) | Value::Number(_) if any_unknown && ty != Type::String => return Ok(Value::Unknown),
            value => return convert(value, &ty).or_else(|error| fail(error.to_string())),
        }
    }
    fail("no non-null, non-empty-string arguments")
}
