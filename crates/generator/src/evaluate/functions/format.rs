//! `format` and its verbs.

use super::{
    super::json, Call, Failure, Function, Outcome, Parameter, Takes, Unknown, Value, convert, fail, function, number,
    parameter, refuse, text,
};

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

/// A verb with what stands between it and the percent sign.
#[derive(Default)]
struct Verb {
    source: String,
    /// Where it begins, in bytes.
    offset: usize,
    letter: char,
    zeros: bool,
    left: bool,
    plus: bool,
    space: bool,
    sharp: bool,
    width: usize,
    precision: Option<usize>,
    argument: Option<usize>,
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

impl Verb {
    fn parse(text: &str, offset: usize) -> Result<Verb, Failure> {
        let mut verb = Verb { offset, ..Verb::default() };
        let mut characters = text.char_indices().skip(1).peekable();
        let mut in_flags = true;
        loop {
            let Some((at, character)) = characters.next() else {
                return fail(format!("invalid format string starting at offset {}", offset + 1));
            };
            let mut digits = |first: usize| {
                let mut number = first;
                while let Some(digit) = characters.peek().and_then(|(_, character)| character.to_digit(10)) {
                    number = number.saturating_mul(10).saturating_add(digit as usize);
                    characters.next();
                }
                number
            };
            match character {
                '0' if in_flags => verb.zeros = true,
                '-' if in_flags => verb.left = true,
                '+' if in_flags => verb.plus = true,
                ' ' if in_flags => verb.space = true,
                '#' if in_flags => verb.sharp = true,
                '1'..='9' if in_flags => {
                    in_flags = false;
                    verb.width = digits(character as usize - '0' as usize);
                }
                '.' if verb.precision.is_none() => {
                    in_flags = false;
                    verb.precision = Some(digits(0));
                }
                '[' if verb.argument.is_none() => {
                    in_flags = false;
                    verb.argument = Some(digits(0));
                    characters.next_if(|(_, character)| *character == ']');
                }
                '%' | 'a'..='z' | 'A'..='Z' => {
                    verb.letter = character;
                    verb.source = text.get(..=at).unwrap_or("").to_string();
                    if !"%vtbdoxXeEfFgGsq".contains(character) {
                        let source = &verb.source;
                        return fail(format!(
                            "unsupported format verb '{character}' in \"{source}\" at offset {offset}"
                        ));
                    }
                    return Ok(verb);
                }
                _ => return fail(format!("unrecognized format character '{character}' at offset {}", offset + at)),
            }
        }
    }

    /// The argument as text; None where it takes more than is known here. Errors say what is required.
    fn write(&self, value: &Value) -> Result<Option<String>, String> {
        if value.is_null() && (self.letter != 'v' || self.sharp) {
            return Err("null value cannot be formatted".to_string());
        }
        let converted = match self.letter {
            'v' => Ok(value.clone()),
            't' => convert::to_bool(value),
            's' | 'q' => convert::to_string(value),
            _ => convert::to_number(value),
        };
        let value = converted.map_err(|error| error.message)?;
        let text = match (self.letter, &value) {
            ('s', Value::String(text)) => self.cut(text),
            ('v', Value::String(text)) if !self.sharp => self.cut(text),
            ('q', Value::String(_)) | ('v' | 't', _) => Some(json::text(&value)),
            ('d', Value::Number(number)) => Some(match number::whole(*number) {
                Some(_) => self.signed(*number, number::text(*number)),
                None => return Err("an integer is required".to_string()),
            }),
            ('b' | 'o' | 'x' | 'X', Value::Number(number)) => Some(match number::whole(*number) {
                Some(whole) => self.signed(*number, self.digits(whole)),
                None => return Err("an integer is required".to_string()),
            }),
            ('f' | 'F', Value::Number(number)) => {
                Some(self.signed(*number, number::fixed(*number, self.precision.unwrap_or(6).min(1074))))
            }
            // Exponents.
            _ => None,
        };
        Ok(text.and_then(|text| self.pad(text)))
    }

    fn cut(&self, text: &str) -> Option<String> {
        match self.precision {
            Some(precision) => Some(text::characters(text)?.into_iter().take(precision).collect()),
            None => Some(text.to_string()),
        }
    }

    fn signed(&self, number: f64, text: String) -> String {
        match (number < 0.0, self.plus, self.space) {
            (false, true, _) => "+".to_string() + &text,
            (false, false, true) => " ".to_string() + &text,
            _ => text,
        }
    }

    fn digits(&self, whole: i64) -> String {
        let sign = if whole < 0 { "-" } else { "" };
        let size = whole.unsigned_abs();
        let digits = match self.letter {
            'b' => format!("{size:b}"),
            'o' => format!("{size:o}"),
            'x' => format!("{size:x}"),
            _ => format!("{size:X}"),
        };
        sign.to_string() + &digits
    }

    fn pad(&self, text: String) -> Option<String> {
        if self.width == 0 {
            return Some(text);
        }
        let missing = self.width.saturating_sub(text::characters(&text)?.len());
        if self.left {
            return Some(text + &" ".repeat(missing));
        }
        if !self.zeros {
            return Some(" ".repeat(missing) + &text);
        }
        let (sign, digits) = text.split_at(usize::from(text.starts_with(['-', '+'])));
        Some([sign, &"0".repeat(missing), digits].concat())
    }
}
