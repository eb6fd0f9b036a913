//! What a template can be. Its literals are what they contribute: stripped, without indentation, without escapes.

use super::Expression;
use std::sync::Arc;

/// A quoted string, a heredoc or a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    pub parts: Vec<Part>,
}

/// One part of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Literal(Arc<str>),
    /// `${expression}`
    Interpolation(Expression),
    If(Box<IfPart>),
    For(Box<ForPart>),
}

/// `%{ if condition }yes%{ else }no%{ endif }`
#[derive(Clone, Debug, PartialEq)]
pub struct IfPart {
    pub condition: Expression,
    pub yes: Template,
    /// Empty if there is no `else`.
    pub no: Template,
}

/// `%{ for key, value in collection }each%{ endfor }`
#[derive(Clone, Debug, PartialEq)]
pub struct ForPart {
    pub key: Option<Arc<str>>,
    pub value: Arc<str>,
    pub collection: Expression,
    pub each: Template,
}
