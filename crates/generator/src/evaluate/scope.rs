//! What the names in an expression mean.

use super::{Function, Value, functions};

/// Answers for the names at the root of a reference; asked only for what is evaluated. None: not declared, which is a
/// fatal error.
pub trait Scope {
    /// `var.<name>`
    fn variable(&self, name: &str) -> Option<Value>;

    /// `local.<name>`
    fn local(&self, name: &str) -> Option<Value>;

    /// Any other root, such as `each`, `data` or a resource's type. What is known only at plan is `Some(Unknown)`.
    fn other(&self, root: &str) -> Option<Value>;

    /// The code of a function.
    fn function(&self, name: &str) -> Option<&Function> {
        functions::find(name)
    }
}

/// Declares nothing: for defaults and values in tfvars, which refer to nothing.
pub struct Empty;

impl Scope for Empty {
    fn variable(&self, _name: &str) -> Option<Value> {
        None
    }

    fn local(&self, _name: &str) -> Option<Value> {
        None
    }

    fn other(&self, _root: &str) -> Option<Value> {
        None
    }
}
