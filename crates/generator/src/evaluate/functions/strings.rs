//! Text in, text out.

use super::{
    Call, Function, Outcome, Parameter, Takes, Unknown, Value, fail, function, parameter, refuse, regex, text,
};

const STR: Parameter = parameter("str", Takes::String);

pub const FUNCTIONS: &[Function] = &[
    function("chomp", &[STR], |call| {
        let text = call.text(0)?;
        call.string(text.trim_end_matches(['\n', '\r']))
    }),
    function("endswith", &[STR, parameter("suffix", Takes::String)], |call| {
        Ok(Value::Bool(call.text(0)?.ends_with(&*call.text(1)?)))
    }),
    function("indent", &[parameter("spaces", Takes::Number), STR], indent),
    function("join", &[parameter("separator", Takes::String)], join)
        .rest(parameter("lists", Takes::Strings))
        .unknown(Unknown::Parts),
    function("lower", &[STR], |call| change(call, text::lower)),
    function("replace", &[STR, parameter("substr", Takes::String), parameter("replace", Takes::String)], replace),
    function("split", &[parameter("separator", Takes::String), STR], split),
    function("startswith", &[STR, parameter("prefix", Takes::String)], |call| {
        Ok(Value::Bool(call.text(0)?.starts_with(&*call.text(1)?)))
    }),
    function("strcontains", &[STR, parameter("substr", Takes::String)], |call| {
        Ok(Value::Bool(call.text(0)?.contains(&*call.text(1)?)))
    }),
    function("strrev", &[STR], |call| match text::characters(&call.text(0)?) {
        Some(characters) => call.string(characters.iter().rev().collect::<String>()),
        None => Ok(Value::Unknown),
    }),
    function("substr", &[STR, parameter("offset", Takes::Number), parameter("length", Takes::Number)], substr),
    function("title", &[STR], title),
    function("trim", &[STR, parameter("cutset", Takes::String)], |call| {
        let (text, cutset) = (call.text(0)?, call.text(1)?);
        call.string(text.trim_matches(|character| cutset.contains(character)))
    }),
    function("trimprefix", &[STR, parameter("prefix", Takes::String)], |call| {
        let (text, prefix) = (call.text(0)?, call.text(1)?);
        call.string(text.strip_prefix(&*prefix).unwrap_or(&text))
    }),
    function("trimspace", &[STR], |call| {
        let text = call.text(0)?;
        call.string(text.trim())
    }),
    function("trimsuffix", &[STR, parameter("suffix", Takes::String)], |call| {
        let (text, suffix) = (call.text(0)?, call.text(1)?);
        call.string(text.strip_suffix(&*suffix).unwrap_or(&text))
    }),
    function("upper", &[STR], |call| change(call, text::upper)),
];

fn change(call: &mut Call, change: fn(char) -> Option<char>) -> Outcome {
    match call.text(0)?.chars().map(change).collect::<Option<String>>() {
        Some(changed) => call.string(changed),
        None => Ok(Value::Unknown),
    }
}

/// Indents all lines but the first.
fn indent(call: &mut Call) -> Outcome {
    let (spaces, text) = (call.whole(0)?, call.text(1)?);
    let Ok(spaces) = usize::try_from(spaces) else { return fail("the number of spaces must not be negative") };
    let lines = text.matches('\n').count();
    call.budget.take(spaces.saturating_mul(lines.max(1)))?;
    call.string(text.replace('\n', &["\n", &" ".repeat(spaces)].concat()))
}

fn join(call: &mut Call) -> Outcome {
    let separator = call.text(0)?;
    if call.arguments.len() < 2 {
        return fail("at least one list is required");
    }
    let mut joined = String::new();
    let mut first = true;
    for argument in 1..call.arguments.len() {
        for (position, element) in call.elements(argument)?.iter().enumerate() {
            let Some(element) = element.as_str() else {
                return refuse(argument, format!("element {position} is null; cannot concatenate null values"));
            };
            let separator = if first { "" } else { &separator };
            call.budget.take(separator.len() + element.len())?;
            joined.push_str(separator);
            joined.push_str(element);
            first = false;
        }
    }
    Ok(Value::string(joined))
}

/// A pattern stands between slashes.
fn replace(call: &mut Call) -> Outcome {
    let (text, from, to) = (call.text(0)?, call.text(1)?, call.text(2)?);
    if let Some(pattern) = from.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
        return regex::replace(call, &text, pattern, &to);
    }
    let count = text.matches(&*from).count();
    call.budget.take(count.saturating_mul(to.len()))?;
    call.string(text.replace(&*from, &to))
}

fn split(call: &mut Call) -> Outcome {
    let (separator, text) = (call.text(0)?, call.text(1)?);
    let mut parts = Vec::new();
    let mut add = |part: &str| {
        call.budget.take_elements(1)?;
        call.budget.take(part.len())?;
        parts.push(Value::string(part));
        Ok::<_, super::Failure>(())
    };
    if separator.is_empty() {
        let mut buffer = [0; 4];
        text.chars().try_for_each(|character| add(character.encode_utf8(&mut buffer)))?;
    } else {
        text.split(&*separator).try_for_each(add)?;
    }
    Ok(Value::list(parts))
}

/// A negative offset counts from the end; a negative length means up to the end.
fn substr(call: &mut Call) -> Outcome {
    let (text, offset, length) = (call.text(0)?, call.whole(1)?, call.whole(2)?);
    let Some(characters) = text::characters(&text) else { return Ok(Value::Unknown) };
    let count = characters.len() as i64;
    let start = if offset < 0 { (count + offset).max(0) } else { offset.min(count) };
    let end = if length < 0 { count } else { start.saturating_add(length).min(count) };
    let part: String = characters.iter().skip(start as usize).take((end - start) as usize).collect();
    call.string(part)
}

fn title(call: &mut Call) -> Outcome {
    let mut word = false;
    let mut title = String::new();
    for character in call.text(0)?.chars() {
        match if word { Some(character) } else { text::upper(character) } {
            Some(character) => title.push(character),
            None => return Ok(Value::Unknown),
        }
        word = match character.is_ascii() {
            true => character.is_ascii_alphanumeric() || character == '_',
            false => !character.is_whitespace(),
        };
    }
    call.string(title)
}
