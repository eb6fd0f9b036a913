//! What an expression can be.

use super::{Span, Template};
use std::sync::Arc;

/// An expression, and where it stands, counted from where the expression around it begins: so an index holds small numbers.
/// Parentheses are in its span and nowhere else.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    pub span: Span,
    pub kind: Kind,
}

/// One of the ways to write an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Null,
    Bool(bool),
    /// Infinite if it was too large to read.
    Number(f64),
    String(Arc<str>),
    /// A name that stands alone.
    Name(Arc<str>),
    Tuple(Vec<Expression>),
    /// Keys and values. A key that is a bare name is a string here.
    Object(Vec<(Expression, Expression)>),
    Template(Template),
    Traversal(Box<Traversal>),
    Call(Call),
    Conditional(Box<Conditional>),
    Unary(Box<Unary>),
    Binary(Box<Binary>),
    For(Box<For>),
}

/// `from.step[step]`
#[derive(Clone, Debug, PartialEq)]
pub struct Traversal {
    pub from: Expression,
    pub steps: Vec<Step>,
}

/// One step of a traversal.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// `.name`
    Attribute(Arc<str>),
    /// `[key]`
    Index(Expression),
    /// `.0`
    LegacyIndex(u64),
    /// `.*`: takes the attributes after it along.
    AttributeSplat,
    /// `[*]`: takes all steps after it along.
    FullSplat,
}

/// `function(argument, argument...)`
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// `provider::name::function` with its namespaces.
    pub function: Arc<str>,
    pub arguments: Vec<Expression>,
    /// The elements of the last argument are arguments: `...` stands behind it.
    pub expands_last: bool,
}

/// `condition ? yes : no`
#[derive(Clone, Debug, PartialEq)]
pub struct Conditional {
    pub condition: Expression,
    pub yes: Expression,
    pub no: Expression,
}

/// `!operand`, `-operand`
#[derive(Clone, Debug, PartialEq)]
pub struct Unary {
    pub operator: UnaryOperator,
    pub operand: Expression,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    Not,
    Negate,
}

/// `left operator right`
#[derive(Clone, Debug, PartialEq)]
pub struct Binary {
    pub operator: BinaryOperator,
    pub left: Expression,
    pub right: Expression,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOperator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    And,
    Or,
}

/// `[for key, value in collection : element if condition]`, or with `{}` and `into_key => element`.
#[derive(Clone, Debug, PartialEq)]
pub struct For {
    pub key: Option<Arc<str>>,
    pub value: Arc<str>,
    pub collection: Expression,
    /// The result is an object.
    pub into_key: Option<Expression>,
    pub element: Expression,
    /// `...`: elements of the same key become a tuple.
    pub groups: bool,
    pub condition: Option<Expression>,
}
