//! `format` and its verbs.

mod verb;

use super::{Call, Failure, Function, Outcome, Parameter, Takes, Unknown, Value, fail, function, parameter, refuse};
use verb::Verb;

const FORMAT: &[Parameter] = &[parameter("format", Takes::String)];
const ARGS: Parameter = parameter("args", Takes::Anything).or_null();

pub const FUNCTIONS: &[Function] = &[
    function("format", FORMAT, |call| {
        let (pattern, arguments) = (call.text(0)?, call.arguments.split_off(1));
        format(call, &pattern, &arguments)
    })
    .rest(ARGS)
    .unknown(Unknown::Parts),
    function("formatlist", FORMAT, format_list).rest(ARGS).unknown(Unknown::Parts),
];

/// Formats once for each position of the lists; what is no list is used each time.
fn format_list(call: &mut Call) -> Outcome {
    let (pattern, arguments) = (call.text(0)?, call.arguments.split_off(1));
    let mut length = None;
    for (position, argument) in arguments.iter().enumerate() {
        let Value::Sequence(_, elements) = argument else { continue };
        match length {
            None => length = Some((position, elements.len())),
            Some((first, length)) if length != elements.len() => {
                let problem = format!(
                    "argument {} has length {}, which is inconsistent with argument {} of length {length}",
                    position + 1,
                    elements.len(),
                    first + 1
                );
                return refuse(position + 1, problem);
            }
            Some(_) => {}
        }
    }
    let count = length.map_or(1, |(_, length)| length);
    let mut rows = Vec::new();
    for row in 0..count {
        call.budget.take_elements(1 + arguments.len())?;
        let mut each = Vec::new();
        for argument in &arguments {
            each.push(match argument {
                Value::Sequence(_, elements) => elements.get(row).cloned().unwrap_or_default(),
                single => single.clone(),
            });
        }
        rows.push(format(call, &pattern, &each).map_err(|failure| match failure {
            Failure::Call(problem) => Failure::Call(format!("error on format iteration {row}: {problem}")),
            other => other,
        })?);
    }
    Ok(Value::list(rows))
}

fn format(call: &mut Call, pattern: &str, arguments: &[Value]) -> Outcome {
    let mut out = String::new();
    let (mut used, mut explicit, mut next) = (0, false, 0);
    let mut rest = pattern;
    while let Some(start) = rest.find('%') {
        let (before, from_verb) = rest.split_at(start);
        out.push_str(before);
        let verb = Verb::parse(from_verb, pattern.len() - from_verb.len())?;
        rest = from_verb.get(verb.source.len()..).unwrap_or("");
        if verb.letter == '%' {
            out.push('%');
            continue;
        }
        explicit |= verb.argument.is_some();
        let position = verb.argument.map_or(next, |argument| argument.wrapping_sub(1));
        next = position.wrapping_add(1);
        used = used.max(next);
        let Some(argument) = arguments.get(position) else {
            let (source, offset, need, have) = (&verb.source, verb.offset, next, arguments.len());
            let have = format!("need index {need} but have {have} total");
            return fail(format!("not enough arguments for \"{source}\" at {offset}: {have}"));
        };
        call.budget.take(verb.width.saturating_add(verb.precision.unwrap_or(0)))?;
        call.budget.take_text(argument)?;
        match verb.write(argument) {
            Ok(Some(text)) => out.push_str(&text),
            Ok(None) => return Ok(Value::Unknown),
            Err(problem) => {
                let (source, offset) = (&verb.source, verb.offset);
                return fail(format!("unsupported value for \"{source}\" at {offset}: {problem}"));
            }
        }
    }
    out.push_str(rest);
    if used < arguments.len() && !explicit {
        return refuse(used + 1, format!("too many arguments; only {used} used by format string"));
    }
    call.string(out)
}
