//! Text to values. Whatever the text is: a value, or what is wrong and where.

use crate::evaluate::number;
use serde_json::{Map, Number, Value as Json};

/// Deeper values are refused: the stack of the browser is small.
const MAX_DEPTH: usize = 128;

/// What is wrong with a text that is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The byte at which it was noticed.
    pub at: usize,
    /// What was expected or found, without a full stop.
    pub message: &'static str,
}

type Read<T> = Result<T, Invalid>;

/// Reads one value; of two entries with the same key the later counts.
pub fn read(text: &str) -> Read<Json> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value()?;
    match reader.next() {
        None => Ok(value),
        Some(_) => reader.refuse("expected nothing after the value"),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn refuse<T>(&self, message: &'static str) -> Read<T> {
        Err(Invalid { at: self.at, message })
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no blank.
    fn next(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.byte()
    }

    fn value(&mut self) -> Read<Json> {
        match self.next() {
            Some(b'{') => self.object(),
            Some(b'[') => self.array(),
            Some(b'"') => Ok(Json::String(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
            None => self.refuse("the text ends where a value was expected"),
        }
    }

    fn word(&mut self) -> Read<Json> {
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.refuse("expected a value")
    }

    fn array(&mut self) -> Read<Json> {
        let mut elements = vec![];
        self.entries(b']', "expected `,` or `]`", &mut |reader| {
            elements.push(reader.value()?);
            Ok(())
        })?;
        Ok(Json::Array(elements))
    }

    fn object(&mut self) -> Read<Json> {
        let mut entries = Map::new();
        self.entries(b'}', "expected `,` or `}`", &mut |reader| {
            if reader.next() != Some(b'"') {
                return reader.refuse("expected a key in quotes");
            }
            let key = reader.string()?;
            if reader.next() != Some(b':') {
                return reader.refuse("expected `:`");
            }
            reader.at += 1;
            let value = reader.value()?;
            entries.insert(key, value);
            Ok(())
        })?;
        Ok(Json::Object(entries))
    }

    /// What stands between brackets, with commas.
    fn entries(&mut self, end: u8, expected: &'static str, entry: &mut dyn FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.depth += 1;
        if self.depth == MAX_DEPTH {
            return self.refuse("the value is nested too deeply");
        }
        self.at += 1;
        if self.next() != Some(end) {
            loop {
                entry(self)?;
                match self.next() {
                    Some(b',') => self.at += 1,
                    Some(byte) if byte == end => break,
                    _ => return self.refuse(expected),
                }
            }
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.byte(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            text.push_str(&self.text[start..self.at]);
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return self.refuse("a control character in a text is written with a backslash"),
                None => return self.refuse("the text ends before its closing quote"),
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let letter = self.text.as_bytes().get(self.at + 1);
        let plain = match letter {
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(&letter @ (b'"' | b'\\' | b'/')) => char::from(letter),
            Some(b'u') => return self.code(),
            _ => return self.refuse("no letter after a backslash has this meaning"),
        };
        self.at += 2;
        Ok(plain)
    }

    /// `\u` and four digits; above the first 65,536 characters, two of them.
    fn code(&mut self) -> Read<char> {
        let first = self.unit()?;
        let code = match first {
            0xd800..=0xdbff if self.text[self.at..].starts_with("\\u") => match self.unit()? {
                second @ 0xdc00..=0xdfff => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => first,
            },
            _ => first,
        };
        char::from_u32(code).map_or_else(|| self.refuse("half of a character stands alone"), Ok)
    }

    fn unit(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at + 2..self.at + 6);
        let code = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                self.at += 6;
                Ok(code)
            }
            None => self.refuse("expected four hexadecimal digits after `\\u`"),
        }
    }

    fn number(&mut self) -> Read<Json> {
        let start = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let text = &self.text[start..self.at];
        let whole = text.parse::<u64>().map(Number::from).or_else(|_| text.parse::<i64>().map(Number::from));
        // Minus zero is a float.
        let whole = whole.ok().filter(|_| text != "-0");
        match whole.or_else(|| Number::from_f64(number::parse(text)?)) {
            Some(number) => Ok(Json::Number(number)),
            None => Err(Invalid { at: start, message: "the number is too large" }),
        }
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { self.refuse("expected a digit") }
    }
}
