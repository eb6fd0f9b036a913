//! Regular expressions: Terraform has Go's, regex-lite reads nearly the same.

use regex_lite::{Captures, Regex, RegexBuilder};

use super::{Call, Failure, Function, Outcome, Parameter, Takes, Value, fail, function, parameter};
use crate::sorted::Map;

const PARAMETERS: &[Parameter] = &[parameter("pattern", Takes::String), parameter("string", Takes::String)];

pub const FUNCTIONS: &[Function] = &[function("regex", PARAMETERS, regex), function("regexall", PARAMETERS, regex_all)];

fn regex(call: &mut Call) -> Outcome {
    let text = call.text(1)?;
    let Some(regex) = compile(&call.text(0)?, &text)? else { return Ok(Value::Unknown) };
    call.budget.work(cost(&text))?;
    match regex.captures(&text) {
        Some(captures) => found(&regex, &captures),
        None => fail("pattern did not match any part of the given string"),
    }
}

fn regex_all(call: &mut Call) -> Outcome {
    let text = call.text(1)?;
    let Some(regex) = compile(&call.text(0)?, &text)? else { return Ok(Value::Unknown) };
    let mut all = Vec::new();
    for captures in regex.captures_iter(&text) {
        let rest = captures.get(0).map_or("", |whole| text.get(whole.start()..).unwrap_or(""));
        call.budget.work(cost(rest))?;
        call.budget.take_elements(1 + captures.len())?;
        call.budget.take(captures.get(0).map_or(0, |whole| whole.len()))?;
        all.push(found(&regex, &captures)?);
    }
    Ok(Value::list(all))
}

/// `replace` with a pattern; `$1` and `${name}` in the replacement stand for groups.
pub fn replace(call: &mut Call, text: &str, pattern: &str, replacement: &str) -> Outcome {
    let Some(regex) = compile(pattern, text)? else { return Ok(Value::Unknown) };
    let references = replacement.matches('$').count();
    let (mut replaced, mut done) = (String::new(), 0);
    for captures in regex.captures_iter(text) {
        let Some(whole) = captures.get(0) else { continue };
        call.budget.work(cost(text.get(whole.start()..).unwrap_or("")))?;
        call.budget.take(replacement.len() + references.saturating_mul(whole.len()))?;
        replaced.push_str(text.get(done..whole.start()).unwrap_or(""));
        captures.expand(replacement, &mut replaced);
        done = whole.end();
    }
    replaced.push_str(text.get(done..).unwrap_or(""));
    call.string(replaced)
}

/// A search may look at the whole rest of a text.
fn cost(text: &str) -> usize {
    1 + text.len() / 16
}

/// None where Go reads what regex-lite does not, or reads it differently: then the result is unknown.
fn compile(pattern: &str, text: &str) -> Result<Option<Regex>, Failure> {
    let folds_unicode = pattern.contains("(?i") && !(pattern.is_ascii() && text.is_ascii());
    let other_meaning = ["\\<", "\\>", "\\b{", "(?x", "&&", "--", "~~"].iter().any(|part| pattern.contains(part));
    if folds_unicode || other_meaning {
        return Ok(None);
    }
    match RegexBuilder::new(pattern).size_limit(1 << 18).nest_limit(40).build() {
        Ok(regex) => Ok(Some(regex)),
        Err(_) => match refused_by_both(pattern) {
            Some(part) => {
                let problem = format!("invalid regexp pattern: invalid or unsupported Perl syntax in {part}");
                Err(Failure::Argument(0, problem))
            }
            None => Ok(None),
        },
    }
}

/// Look-around and back references exist in neither.
fn refused_by_both(pattern: &str) -> Option<&str> {
    ["(?=", "(?!", "(?<=", "(?<!"].into_iter().find(|part| pattern.contains(part))
}

/// The match itself, its groups as a tuple, or its named groups as an object.
fn found(regex: &Regex, captures: &Captures) -> Outcome {
    let group = |position| captures.get(position).map_or(Value::Null, |found| Value::string(found.as_str()));
    let mut named = Map::new();
    let mut unnamed = Vec::new();
    for (position, name) in regex.capture_names().enumerate().skip(1) {
        match name {
            Some(name) => drop(named.insert(name.to_string(), group(position))),
            None => unnamed.push(group(position)),
        }
    }
    match (named.is_empty(), unnamed.is_empty()) {
        (true, true) => Ok(group(0)),
        (true, false) => Ok(Value::tuple(unnamed)),
        (false, true) => Ok(Value::object(named)),
        (false, false) => {
            let problem = "invalid regexp pattern: cannot mix both named and unnamed capture groups";
            Err(Failure::Argument(0, problem.to_string()))
        }
    }
}
