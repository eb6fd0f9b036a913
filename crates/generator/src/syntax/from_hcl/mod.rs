//! The syntax tree as it is made from hcl-edit's.

mod edges;
mod expression;
mod literal;
mod template;

use super::{Expression, Template};
use crate::evaluate::Place;
use hcl_edit::parser;
use std::fmt;

/// Why a text is no expression or no template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub place: Place,
    /// In the parser's words, without a period.
    pub message: String,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for SyntaxError {}

impl From<parser::Error> for SyntaxError {
    fn from(error: parser::Error) -> SyntaxError {
        let place = Place { line: error.location().line() as u32, column: error.location().column() as u32 };
        SyntaxError { place, message: error.message().to_owned() }
    }
}

/// Reads a text that is one expression.
pub fn parse_expression(text: &str) -> Result<Expression, SyntaxError> {
    Ok(Expression::from(&parser::parse_expr(text)?))
}

/// Reads a text that is a template as a whole.
pub fn parse_template(text: &str) -> Result<Template, SyntaxError> {
    Ok(Template::from(&parser::parse_template(text)?))
}
