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
    /// What is known of its value and of that value's parts, attributes in the order in which they are declared.
    pub parts: Vec<Part>,
    /// Where it is declared: the index of the source, and the offset.
    pub source: usize,
    pub offset: usize,
}

impl Variable {
    /// It is supplied when applying, and never typed in, stored or written.
    pub fn is_secret(&self) -> bool {
        self.sensitive || self.ephemeral
    }

    /// What is known of a part of its value.
    pub fn part(&self, path: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.path == path)
    }

    /// The values that a validation leaves; none if any will do.
    pub fn options(&self) -> &[String] {
        self.part("").map_or(&[], |part| &part.options)
    }
}

/// What is known of a value beyond its type, or of a part of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// From the value to the part, such as `*.taints.*.effect`, where a star is any entry or element.
    pub path: String,
    /// The comment behind an attribute of an object type.
    pub description: String,
    /// The values that a `contains([...], part)` leaves; none if any will do.
    pub options: Vec<String>,
    pub least: Option<f64>,
    pub most: Option<f64>,
    /// A whole number.
    pub is_whole: bool,
}

/// One `validation` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Validation {
    pub condition: Located,
    pub error_message: Located,
}
