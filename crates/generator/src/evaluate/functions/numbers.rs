//! Arithmetic.

use super::{
    super::compare, Call, Function, Outcome, Parameter, Takes, Unknown, Value, convert, fail, function, number,
    parameter, refuse,
};
use crate::json::quoted;

const NUM: &[Parameter] = &[parameter("num", Takes::Number)];
const NUMBERS: Parameter = parameter("numbers", Takes::Number);

pub const FUNCTIONS: &[Function] = &[
    function("abs", NUM, |call| Ok(Value::Number(call.number(0)?.abs()))),
    function("ceil", NUM, |call| Ok(Value::Number(number::decimal(call.number(0)?).ceil()))),
    function("floor", NUM, |call| Ok(Value::Number(number::decimal(call.number(0)?).floor()))),
    function("log", &[parameter("num", Takes::Number), parameter("base", Takes::Number)], |call| {
        finite(call.number(0)?.ln() / call.number(1)?.ln())
    }),
    function("max", &[], |call| extreme(call, false)).rest(NUMBERS),
    function("min", &[], |call| extreme(call, true)).rest(NUMBERS),
    function("parseint", &[parameter("number", Takes::Anything), parameter("base", Takes::Number)], parse_int),
    function("pow", &[parameter("num", Takes::Number), parameter("power", Takes::Number)], |call| {
        finite(call.number(0)?.powf(call.number(1)?))
    }),
    function("signum", NUM, |call| Ok(Value::Number(call.whole(0)?.signum() as f64))),
    function("sum", &[parameter("list", Takes::Anything)], sum).unknown(Unknown::Parts),
];

fn finite(number: f64) -> Outcome {
    if number.is_finite() { Ok(Value::Number(number)) } else { fail("the result is not a finite number") }
}

fn extreme(call: &mut Call, least: bool) -> Outcome {
    let Some((first, rest)) = call.arguments.split_first() else { return fail("must pass at least one number") };
    let mut found = first;
    for number in rest {
        if compare::order(number, found).is_lt() == least {
            found = number;
        }
    }
    Ok(found.clone())
}

fn parse_int(call: &mut Call) -> Outcome {
    let Some(text) = call.arguments.first().and_then(Value::as_str) else {
        let kind = call.arguments.first().map_or("dynamic", Value::kind);
        return refuse(0, format!("first argument must be a string, not {kind}"));
    };
    let base = match number::whole(call.number(1)?) {
        Some(base @ 2..=62) => base as u32,
        _ => return refuse(1, "base must be a whole number between 2 and 62 inclusive"),
    };
    // Above 36, upper and lower case are different digits.
    if base > 36 {
        return Ok(Value::Unknown);
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut number = if digits.is_empty() { f64::NAN } else { 0.0 };
    for digit in digits.chars() {
        number = number * f64::from(base) + digit.to_digit(base).map_or(f64::NAN, f64::from);
    }
    if number.is_finite() {
        Ok(Value::Number(sign * number))
    } else {
        refuse(0, format!("cannot parse {} as a base {base} integer", quoted(text)))
    }
}

fn sum(call: &mut Call) -> Outcome {
    const REQUIRED: &str = "argument must be list, set, or tuple of number values";
    let Some(Value::Sequence(_, elements)) = call.arguments.first() else { return refuse(0, REQUIRED) };
    if elements.is_empty() {
        return refuse(0, "cannot sum an empty list");
    }
    let mut total = 0.0;
    for element in elements.iter() {
        match convert::to_number(element) {
            Ok(Value::Number(number)) => total += number,
            _ => return refuse(0, REQUIRED),
        }
    }
    finite(total)
}
