//! Reads the values of a `.tfvars`, as far as they are literals. A reader of all of HCL is too heavy for the page, and an expression
//! has no business in a value: it is named with its place, and the rest goes on.

mod skip;
mod text;

use crate::evaluate::{Value, number};
use crate::sorted::Set;
use serde_json::{Map, Value as Json};

/// No type of a variable is nested nearly so deeply.
const MAX_DEPTH: usize = 30;

/// What stands in a file of values.
#[derive(Debug, Default)]
pub struct Literals {
    /// Name and value, and the byte at which the name stands, in the order of the file.
    pub values: Vec<(String, Json, usize)>,
    /// What is no literal: the byte at which it was noticed, and why.
    pub troubles: Vec<(usize, &'static str)>,
}

const EXPRESSION: &str = "only plain values are read here, and this is an expression";

type Read<T> = Result<T, (usize, &'static str)>;

/// Reads all that is there.
pub fn literals(text: &str) -> Literals {
    let mut reader = Reader { text, at: 0, depth: 0, unclosed: None };
    let mut found = Literals::default();
    let mut names = Set::new();
    reader.blanks(true);
    while reader.byte().is_some() {
        let start = reader.at;
        match reader.assignment() {
            Ok((name, _)) if !names.insert(name.clone()) => {
                found.troubles.push((start, "this name is given a value twice; the first one counts"));
            }
            Ok((name, value)) => found.values.push((name, value, start)),
            Err(trouble) => {
                found.troubles.push(trouble);
                reader.at = start;
                reader.skip();
            }
        }
        reader.blanks(true);
    }
    found.troubles.extend(reader.unclosed.map(|at| (at, "a comment is not closed")));
    found
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// Where a comment begins that ends nowhere.
    unclosed: Option<usize>,
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') || !byte.is_ascii()
}

impl<'a> Reader<'a> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn refuse<T>(&self, why: &'static str) -> Read<T> {
        Err((self.at, why))
    }

    fn take(&mut self, what: &str) -> bool {
        let is_there = self.rest().starts_with(what);
        self.at += if is_there { what.len() } else { 0 };
        is_there
    }

    /// Past blanks and comments; the end of a line counts as a blank where lines mean nothing.
    fn blanks(&mut self, with_lines: bool) {
        loop {
            let rest = self.rest();
            self.at += match self.byte() {
                Some(b' ' | b'\t' | b'\r') => 1,
                Some(b'\n') if with_lines => 1,
                Some(b'#') => rest.find('\n').unwrap_or(rest.len()),
                Some(b'/') if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
                Some(b'/') if rest.starts_with("/*") => match rest[2..].find("*/") {
                    Some(end) => end + 4,
                    None => {
                        self.unclosed = Some(self.at);
                        rest.len()
                    }
                },
                _ => return,
            };
        }
    }

    fn assignment(&mut self) -> Read<(String, Json)> {
        let name = self.name()?;
        self.blanks(false);
        if self.rest().starts_with("==") || !self.take("=") {
            return self.refuse("expected `=` and a value; blocks are not read here");
        }
        self.blanks(false);
        let value = self.value()?;
        self.blanks(false);
        match self.byte() {
            None | Some(b'\n') => Ok((name, value)),
            _ => self.refuse(EXPRESSION),
        }
    }

    fn name(&mut self) -> Read<String> {
        let start = self.at;
        while self.byte().is_some_and(is_name) {
            self.at += 1;
        }
        if start == self.at || self.text.as_bytes()[start].is_ascii_digit() || self.text.as_bytes()[start] == b'-' {
            self.at = start;
            return self.refuse("expected the name of a variable");
        }
        Ok(self.text[start..self.at].to_owned())
    }

    fn value(&mut self) -> Read<Json> {
        match self.byte() {
            Some(b'"') => Ok(Json::String(self.quoted()?)),
            Some(b'[') => self.nested(Reader::list),
            Some(b'{') => self.nested(Reader::object),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'<') if self.rest().starts_with("<<") => Ok(Json::String(self.heredoc()?)),
            None | Some(b'\n') => self.refuse("expected a value"),
            _ => {
                let start = self.at;
                let word = self.name().unwrap_or_default();
                match word.as_str() {
                    "null" => Ok(Json::Null),
                    "true" => Ok(Json::Bool(true)),
                    "false" => Ok(Json::Bool(false)),
                    _ => Err((start, EXPRESSION)),
                }
            }
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Read<Json>) -> Read<Json> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.depth = 0;
            return self.refuse("the value is nested too deeply");
        }
        self.at += 1;
        self.blanks(true);
        let value = read(self);
        self.depth = self.depth.saturating_sub(1);
        value
    }

    fn list(&mut self) -> Read<Json> {
        let mut elements = vec![];
        while !self.take("]") {
            elements.push(self.value()?);
            self.blanks(true);
            if !self.take(",") && self.byte() != Some(b']') {
                return self.refuse(if self.byte().is_some() { EXPRESSION } else { "a bracket is not closed" });
            }
            self.blanks(true);
        }
        Ok(Json::Array(elements))
    }

    fn object(&mut self) -> Read<Json> {
        let mut entries = Map::new();
        while !self.take("}") {
            let key = match self.byte() {
                Some(b'"') => self.quoted()?,
                Some(b'(') => return self.refuse(EXPRESSION),
                None => return self.refuse("a bracket is not closed"),
                _ => self.name()?,
            };
            self.blanks(false);
            if self.rest().starts_with("==") || !(self.take("=") || self.take(":")) {
                return self.refuse("expected `=` behind the key");
            }
            self.blanks(true);
            entries.insert(key, self.value()?);
            self.blanks(false);
            match self.byte() {
                Some(b',' | b'\n') => self.at += 1,
                Some(b'}') => {}
                None => return self.refuse("a bracket is not closed"),
                _ => return self.refuse(EXPRESSION),
            }
            self.blanks(true);
        }
        Ok(Json::Object(entries))
    }

    fn number(&mut self) -> Read<Json> {
        let start = self.at;
        self.take("-");
        while let Some(byte) = self.byte() {
            let is_sign = matches!(byte, b'+' | b'-') && matches!(self.text.as_bytes()[self.at - 1], b'e' | b'E');
            if !(byte.is_ascii_alphanumeric() || byte == b'.' || is_sign) {
                break;
            }
            self.at += 1;
        }
        let text = &self.text[start..self.at];
        // A point has digits on both sides.
        let is_plain = !text.ends_with('.') && !text.contains(".e") && !text.contains(".E") && !text.starts_with("-.");
        match number::parse(text).filter(|_| is_plain) {
            Some(number) => Ok(Value::Number(number).to_json()),
            None => Err((start, EXPRESSION)),
        }
    }
}
