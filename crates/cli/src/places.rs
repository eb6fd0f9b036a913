//! Where the values of a configuration stand in its file, so that a finding can point there.

use generator::evaluate::place;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// For each variable that a file gives a value: the file's name, line and column.
pub type Places = BTreeMap<String, String>;

type Raw<'a> = BTreeMap<String, &'a RawValue>;

/// The places of the values of a draft, or of a `configuration.json` that holds one; none where there are no values.
pub fn places(name: &str, text: &str) -> Places {
    let outer = entries(text.trim_start_matches('\u{feff}'));
    let draft = outer.get("draft").map_or(outer.clone(), |draft| entries(draft.get()));
    let values = draft.get("values").map_or_else(Raw::new, |values| entries(values.get()));
    let mut places = Places::new();
    for (variable, value) in values {
        let offset = value.get().as_ptr() as usize - text.as_ptr() as usize;
        places.insert(variable, format!("{name}:{}", place(text, offset)));
    }
    places
}

fn entries(text: &str) -> Raw<'_> {
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::places;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = places("c.json", text);
        let found: Vec<_> = found.iter().map(|(name, place)| (name.as_str(), place.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn values_are_found_where_they_stand() {
        check(
            "{\"values\": {\n  \"size\": 1.50,\n  \"tags\":\n    {}}}",
            &[("size", "c.json:2:11"), ("tags", "c.json:4:5")],
        );
        check("{\"format\": 1, \"draft\": {\"values\": {\"a\": 1}}}", &[("a", "c.json:1:41")]);
        for nothing in ["", "[]", "{}", "{\"values\": 1}", "{\"draft\": null}"] {
            check(nothing, &[]);
        }
    }
}
