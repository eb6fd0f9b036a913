//! One verb of a format string, such as `%-5.2f`.

use super::super::{
    super::{Value, convert, json, number},
    Failure, fail, text,
};

/// A verb with what stands between it and the percent sign.
#[derive(Default)]
pub struct Verb {
    pub source: String,
    /// Where it begins, in bytes.
    pub offset: usize,
    pub letter: char,
    zeros: bool,
    left: bool,
    plus: bool,
    space: bool,
    sharp: bool,
    pub width: usize,
    pub precision: Option<usize>,
    pub argument: Option<usize>,
}

impl Verb {
    pub fn parse(text: &str, offset: usize) -> Result<Verb, Failure> {
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
    pub fn write(&self, value: &Value) -> Result<Option<String>, String> {
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
