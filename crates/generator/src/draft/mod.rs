//! The draft: what the user typed, possibly half-typed, and only what differs from the defaults.

#[cfg(feature = "parse")]
mod assign;
mod edit;
mod lean;
mod nearest;
mod part;
mod read;
mod refusal;
mod typed;

#[cfg(feature = "parse")]
pub use assign::{MAX_EXPRESSION, assign, expression};
pub use lean::lean;
pub use nearest::nearest;
pub use part::{Step, blank, part, rename, with_part};
pub(crate) use read::{FORMAT, short};
pub use read::{MAX_BYTES, parse, read};
pub use refusal::Refusal;
pub use typed::{shown, typed};

use serde::Serialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// What the user chose and typed. As JSON it is what is saved, shared, and put into the bundle.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Draft {
    /// Component id: in or out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub components: BTreeMap<String, bool>,
    /// Choice id: the id of the member chosen.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub choices: BTreeMap<String, String>,
    /// Variable name: its value. A string where another type is wanted is something half-typed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Json>,
    /// Ended components that the user said to want all the same.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub acknowledged: BTreeSet<String>,
}

impl Draft {
    /// The draft as JSON with two blanks of indentation and a last newline.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}
