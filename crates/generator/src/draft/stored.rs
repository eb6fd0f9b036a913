//! A named draft as a browser stores it.

use super::{Draft, of};
use crate::findings::Finding;
use crate::json;
use serde_json::{Map, Value as Json};

/// One of several.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stored {
    /// By which it is found; it never changes.
    pub id: String,
    /// The name that it was given; empty if it is called as its bundle is.
    pub name: String,
    /// What its bundle is called.
    pub bundle: String,
    /// Milliseconds since 1970.
    pub changed: u64,
    pub draft: Draft,
}

impl Stored {
    pub fn title(&self) -> &str {
        if self.name.is_empty() { &self.bundle } else { &self.name }
    }

    pub fn to_json(&self) -> String {
        let mut stored = Map::new();
        stored.insert("bundle".to_owned(), Json::from(self.bundle.as_str()));
        stored.insert("changed".to_owned(), Json::from(self.changed));
        stored.insert("draft".to_owned(), self.draft.to_value());
        stored.insert("name".to_owned(), Json::from(self.name.as_str()));
        json::line(&Json::Object(stored))
    }

    /// Whatever the text is; what of the draft is not understood is a finding.
    pub fn read(id: &str, text: &str) -> (Stored, Vec<Finding>) {
        let mut value = json::read(text).unwrap_or_default();
        let word = |value: &Json, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let (name, bundle) = (word(&value, "name"), word(&value, "bundle"));
        let changed = value["changed"].as_u64().unwrap_or_default();
        let (draft, findings) = of(value.get_mut("draft").map(Json::take).unwrap_or_default());
        (Stored { id: id.to_owned(), name, bundle, changed, draft }, findings)
    }
}

#[cfg(test)]
mod tests {
    use super::Stored;
    use crate::draft::read;

    #[test]
    fn what_is_stored_is_read_again() {
        let draft = read(r#"{"values": {"x": "<b>"}}"#).0;
        let stored = Stored { id: "7".into(), name: "My \"own\"".into(), bundle: "harbor".into(), changed: 12, draft };
        assert_eq!(Stored::read("7", &stored.to_json()), (stored.clone(), vec![]));
        assert_eq!(stored.title(), "My \"own\"");
        assert_eq!(Stored { name: String::new(), ..stored }.title(), "harbor");
    }

    #[test]
    fn junk_is_an_empty_draft_and_a_finding() {
        for junk in ["", "{", "[]", "3", "{\"draft\": 3}", "{\"name\": 3, \"changed\": \"x\"}"] {
            let (stored, findings) = Stored::read("7", junk);
            assert_eq!((stored, findings.len()), (Stored { id: "7".into(), ..Stored::default() }, 1), "{junk}");
        }
    }
}
