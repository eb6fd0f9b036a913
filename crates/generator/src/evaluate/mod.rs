//! Terraform expressions, evaluated as Terraform 1.11 does: over the tree of `syntax`, without Terraform.
//!
//! What only plan or apply can know is [`Value::Unknown`], and so is what is made from it; nothing is guessed. Functions
//! that read files, clocks or randomness, and those that no catalog needs, are unknown too. Numbers are 64-bit floats,
//! where Terraform's have 512 bits; see `number`. Nothing here panics, and a [`Budget`] bounds time and memory.

mod access;
mod budget;
mod call;
mod compare;
mod conditional;
mod convert;
mod culprits;
mod decimal;
mod digits;
mod error;
mod expression;
mod for_expression;
mod functions;
mod hcl;
mod json;
pub mod number;
mod operator;
mod scope;
mod template;
mod traversal;
mod types;
mod unify;
mod value;

pub use budget::Budget;
pub use convert::{ConversionError, convert};
pub use culprits::{Steps, culprits};
pub use error::{Error, Place, place};
pub use expression::{evaluate, render};
pub use functions::{FAMILIES, FUNCTIONS, Function, named};
pub use scope::{Empty, Scope};
pub use types::{Field, Type};
pub use value::{MappingKind, SequenceKind, Value};
