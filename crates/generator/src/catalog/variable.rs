//! A variable, read off its block.

use super::{Located, Owner};
use crate::evaluate::{Type, Value};

/// One `variable` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    pub name: String,
    pub owner: Owner,
    pub ty: Type,
    /// The help that a form shows.
    pub description: String,
    /// `None`: it must be given.
    pub default: Option<Value>,
    pub nullable: bool,
    pub sensitive: bool,
    /// A secret: supplied when applying, never typed in, stored or written.
    pub ephemeral: bool,
    pub validations: Vec<Validation>,
    /// The values that a `contains([...], var.name)` validation leaves.
    pub options: Option<Vec<String>>,
    /// Where it is declared: the index of the source, and the offset.
    pub source: usize,
    pub offset: usize,
}

impl Variable {
    /// It is supplied when applying, and never typed in, stored or written.
    pub fn is_secret(&self) -> bool {
        self.sensitive || self.ephemeral
    }
}

/// One `validation` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Validation {
    pub condition: Located,
    pub error_message: Located,
}
