//! The syntax tree of expressions and templates, with what evaluating them needs and nothing else.
//!
//! With the feature `parse` it is made from hcl-edit's tree, which is that of an editor: it keeps every blank and comment. The
//! page has no parser; its trees come ready in the catalog's index.

mod expression;
#[cfg(feature = "parse")]
mod from_hcl;
mod span;
mod template;
mod walk;

pub use expression::{
    Binary, BinaryOperator, Call, Conditional, Expression, For, Kind, Step, Traversal, Unary, UnaryOperator,
};
#[cfg(feature = "parse")]
pub use from_hcl::{SyntaxError, parse_expression, parse_template};
pub use span::Span;
pub use template::{ForPart, IfPart, Part, Template};
