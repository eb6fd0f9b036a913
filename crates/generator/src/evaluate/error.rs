//! What goes wrong in an expression, and where.

use crate::syntax::Expression;
use std::{fmt, ops::Range};

/// Terraform's summary and detail as one sentence after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub message: String,
    /// Bytes of the text that the expression was parsed from.
    pub span: Option<Range<usize>>,
    /// Terraform reports it before it evaluates, or nothing more can be evaluated: `can` and `try` do not catch it.
    pub fatal: bool,
}

impl Error {
    pub(super) fn new(summary: &str, detail: impl AsRef<str>) -> Error {
        Error { message: [summary, ": ", detail.as_ref()].concat(), span: None, fatal: false }
    }

    pub(super) fn fatal(mut self) -> Error {
        self.fatal = true;
        self
    }

    /// Says where, unless a more precise place is known: at a part of what is evaluated.
    pub(super) fn at(mut self, part: &Expression) -> Error {
        self.span = self.span.or_else(|| Some(part.span.range()));
        self
    }

    /// On the way out of an expression: what was a place in it is one in what it is a part of.
    pub(super) fn within(mut self, expression: &Expression) -> Error {
        let start = expression.span.start as usize;
        self.span = Some(match self.span {
            Some(inner) => start + inner.start..start + inner.end,
            None => expression.span.range(),
        });
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// A place in a text, counted from 1; columns are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

/// Where a byte of a text stands; past the end is the end.
pub fn place(text: &str, offset: usize) -> Place {
    let mut found = Place { line: 1, column: 1 };
    for (at, character) in text.char_indices() {
        if at >= offset {
            break;
        }
        if character == '\n' {
            found = Place { line: found.line + 1, column: 1 };
        } else {
            found.column += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let text = "ä = 1\nb = é2\n";
        assert_eq!(place(text, 0).to_string(), "1:1");
        assert_eq!(place(text, 5).to_string(), "1:5");
        assert_eq!(place(text, 7).to_string(), "2:1");
        assert_eq!(place(text, 13).to_string(), "2:6");
        assert_eq!(place(text, 99).to_string(), "3:1");
    }
}
