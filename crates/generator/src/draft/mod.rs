//! The draft: what the user typed, possibly half-typed, and only what differs from the defaults.

#[cfg(feature = "parse")]
mod assign;
mod edit;
mod import;
mod lean;
mod link;
mod nearest;
mod part;
mod read;
mod refusal;
mod stored;
mod typed;

#[cfg(feature = "parse")]
pub use assign::{MAX_EXPRESSION, assign, expression};
pub use import::{Imported, Literals, MAX_VALUES, import, literals};
pub use lean::lean;
pub use link::{is_link, link, read_link};
pub use nearest::nearest;
pub use part::{Step, blank, part, rename, with_part};
pub(crate) use read::{FORMAT, short};
pub use read::{MAX_BYTES, of, parse, read};
pub use refusal::Refusal;
pub use stored::Stored;
pub use typed::{shown, typed};

use crate::json;
use crate::sorted::{Map, Set};
use serde_json::{Map as Object, Value as Json};

/// What the user chose and typed. As JSON it is what is saved, shared, and put into the bundle.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Component id: in or out.
    pub components: Map<String, bool>,
    /// Choice id: the id of the member chosen.
    pub choices: Map<String, String>,
    /// Variable name: its value. A string where another type is wanted is something half-typed.
    pub values: Map<String, Json>,
    /// Ended components that the user said to want all the same.
    pub acknowledged: Set<String>,
}

impl Draft {
    /// What is there, as JSON.
    pub fn to_value(&self) -> Json {
        let mut values = Object::new();
        for (name, value) in &self.values {
            values.insert(name.clone(), value.clone());
        }
        let (mut components, mut choices) = (Object::new(), Object::new());
        for (id, is_in) in &self.components {
            components.insert(id.clone(), Json::Bool(*is_in));
        }
        for (id, member) in &self.choices {
            choices.insert(id.clone(), Json::from(member.as_str()));
        }
        let acknowledged = self.acknowledged.iter().map(|id| Json::from(id.as_str())).collect();
        json::object([
            ("components", Json::Object(components)),
            ("choices", Json::Object(choices)),
            ("values", Json::Object(values)),
            ("acknowledged", Json::Array(acknowledged)),
        ])
    }

    /// The draft as JSON with two blanks of indentation and a last newline.
    pub fn to_json(&self) -> String {
        json::pretty(&self.to_value()) + "\n"
    }
}
