//! JSON as text. The values are serde_json's, and the text is what serde_json would write; reading and writing are here, because
//! serde_json's bring two tables of floats with them, and the page has no room for those.

mod mend;
mod read;
mod write;

pub use mend::mend;
pub use read::{Invalid, read};
pub(crate) use write::quoted;
pub use write::{line, pretty};

use serde_json::{Map, Value as Json};

/// An object of the attributes that are not empty.
pub(crate) fn object(attributes: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
    let mut object = Map::new();
    for (name, value) in attributes {
        let is_empty = match &value {
            Json::Object(entries) => entries.is_empty(),
            Json::Array(elements) => elements.is_empty(),
            _ => false,
        };
        if !is_empty {
            object.insert(name.to_owned(), value);
        }
    }
    Json::Object(object)
}
