//! Reads a draft from JSON that may come from anywhere: what is understood is kept, the rest is a finding.

use super::{Draft, Refusal};
use crate::evaluate::{Place, place};
use crate::findings::{Finding, Severity};
use crate::json;
use serde_json::{Map, Value as Json};

/// A draft is small; more than this is not read at all.
pub const MAX_BYTES: usize = 256 * 1024;

/// The shape of `configuration.json`; what older programs would misunderstand raises it.
pub(crate) const FORMAT: u32 = 1;

/// No type of a variable is nested nearly so deeply. The JSON reader has a limit too, which a draft must not reach only when
/// it is put into a bundle.
const MAX_DEPTH: usize = 32;

/// Reads a draft, or a `configuration.json` that holds one under `draft`; what cannot be read at all is the empty draft.
pub fn read(text: &str) -> (Draft, Vec<Finding>) {
    parse(text).unwrap_or_else(|refusal| {
        let place = format!("line {}, column {}", refusal.place.line, refusal.place.column);
        let says = format!("The draft cannot be read: {} It was at {place}.", refusal.message);
        (Draft::default(), vec![Finding::new("draft-not-understood", Severity::Warning, says)])
    })
}

/// The same, for those who must know whether there was a draft at all.
pub fn parse(text: &str) -> Result<(Draft, Vec<Finding>), Refusal> {
    Ok(of(Json::Object(object(text)?)))
}

/// The draft that a value is, or holds under `draft`.
pub fn of(value: Json) -> (Draft, Vec<Finding>) {
    let mut draft = Draft::default();
    let mut findings = vec![];
    let mut refuse = |says: String| findings.push(Finding::new("draft-not-understood", Severity::Warning, says));
    let Json::Object(mut object) = value else {
        refuse("A draft is a JSON object.".to_owned());
        return (draft, findings);
    };
    if let Some(inner) = object.remove("draft") {
        beside(&object, &mut refuse);
        object = match inner {
            Json::Object(inner) => inner,
            _ => {
                refuse("`draft` has the wrong shape; it was left out.".to_owned());
                Map::new()
            }
        };
    }
    for (key, value) in object {
        let entries = match (key.as_str(), value) {
            ("acknowledged", Json::Array(names)) => {
                for name in names {
                    match name {
                        Json::String(name) => _ = draft.acknowledged.insert(name),
                        _ => refuse("`acknowledged` is a list of component ids.".to_owned()),
                    }
                }
                continue;
            }
            ("components" | "choices" | "values", Json::Object(entries)) => entries,
            ("acknowledged" | "components" | "choices" | "values", _) => {
                refuse(format!("`{key}` has the wrong shape; it was left out."));
                continue;
            }
            _ => {
                refuse(format!("A draft has no `{}`; it was left out.", short(&key)));
                continue;
            }
        };
        entries_of(&mut draft, &key, entries, &mut refuse);
    }
    (draft, findings)
}

/// What stands beside the draft in a `configuration.json`.
fn beside(configuration: &Map<String, Json>, refuse: &mut impl FnMut(String)) {
    for (key, value) in configuration {
        match key.as_str() {
            "format" if value.as_u64() != Some(FORMAT.into()) => refuse(format!(
                "This configuration has another format than {FORMAT}, the one that is read here: what is not known was left out."
            )),
            "format" | "generator" | "catalog" | "digest" => {}
            _ => refuse(format!("A configuration has no `{}` beside its draft; it was left out.", short(key))),
        }
    }
}

fn object(text: &str) -> Result<Map<String, Json>, Refusal> {
    let refuse = |line, column, message| Err(Refusal { place: Place { line, column }, message });
    if text.len() > MAX_BYTES {
        return refuse(1, 1, format!("It has {} bytes; at most {MAX_BYTES} are read.", text.len()));
    }
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    match json::read(&text[start..]) {
        Ok(Json::Object(object)) => Ok(object),
        Ok(_) => refuse(1, 1, "A draft is a JSON object.".to_owned()),
        Err(error) => {
            let Place { line, column } = place(text, start + error.at);
            refuse(line, column, format!("This is not JSON: {}.", error.message))
        }
    }
}

fn entries_of(draft: &mut Draft, key: &str, entries: Map<String, Json>, refuse: &mut impl FnMut(String)) {
    for (name, value) in entries {
        match (key, value) {
            ("values", value) if is_deep(&value, MAX_DEPTH) => {
                refuse(format!("The value of `{}` is nested too deeply; it was left out.", short(&name)));
            }
            ("values", value) => _ = draft.values.insert(name, value),
            ("components", Json::Bool(is_in)) => _ = draft.components.insert(name, is_in),
            ("choices", Json::String(member)) => _ = draft.choices.insert(name, member),
            ("components", _) => {
                refuse(format!("Component `{}` is either true or false; it was left out.", short(&name)))
            }
            _ => refuse(format!("Choice `{}` is the id of a component; it was left out.", short(&name))),
        }
    }
}

fn is_deep(value: &Json, most: usize) -> bool {
    match value {
        Json::Array(elements) => most == 0 || elements.iter().any(|element| is_deep(element, most - 1)),
        Json::Object(entries) => most == 0 || entries.values().any(|entry| is_deep(entry, most - 1)),
        _ => false,
    }
}

/// Names that come from outside may be long; a message need not be.
pub(crate) fn short(name: &str) -> String {
    match name.char_indices().nth(60) {
        Some((end, _)) => format!("{}...", &name[..end]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, read};
    use crate::draft::Draft;

    fn check(text: &str, draft: &Draft, says: &[&str]) {
        let (read, findings) = read(text);
        assert_eq!(&read, draft);
        let found: Vec<&str> = findings.iter().map(|finding| finding.says.as_str()).collect();
        assert_eq!(found, says);
    }

    #[test]
    fn what_is_understood_is_kept() {
        let draft = Draft {
            components: [("a".to_owned(), true)].into(),
            values: [("x".to_owned(), serde_json::json!("10.0."))].into(),
            ..Draft::default()
        };
        let text = r#"{"components": {"a": true, "b": 3}, "values": {"x": "10.0."}, "colour": 1}"#;
        check(
            text,
            &draft,
            &["A draft has no `colour`; it was left out.", "Component `b` is either true or false; it was left out."],
        );
        check(&draft.to_json(), &draft, &[]);
    }

    #[test]
    fn a_configuration_holds_a_draft() {
        let draft = Draft { components: [("a".to_owned(), false)].into(), ..Draft::default() };
        check(r#"{"draft": {"components": {"a": false}}, "digest": "0"}"#, &draft, &[]);
        check(
            r#"{"draft": {"components": {"a": false}}, "format": 2, "values": {"x": 1}}"#,
            &draft,
            &[
                "This configuration has another format than 1, the one that is read here: what is not known was left out.",
                "A configuration has no `values` beside its draft; it was left out.",
            ],
        );
        check(r#"{"draft": [], "format": 1}"#, &Draft::default(), &["`draft` has the wrong shape; it was left out."]);
    }

    #[test]
    fn what_is_nested_too_deeply_is_left_out() {
        let nested = |depth: usize| format!(r#"{{"values": {{"x": {}{}}}}}"#, "[".repeat(depth), "]".repeat(depth));
        check(&nested(33), &Draft::default(), &["The value of `x` is nested too deeply; it was left out."]);
        assert!(read(&nested(32)).1.is_empty());
    }

    #[test]
    fn junk_is_a_finding_with_its_place() {
        check(
            "{\n  \"a\" 1",
            &Draft::default(),
            &["The draft cannot be read: This is not JSON: expected `:`. It was at line 2, column 7."],
        );
        check(
            "[]",
            &Draft::default(),
            &["The draft cannot be read: A draft is a JSON object. It was at line 1, column 1."],
        );
        let (_, findings) = read(&"[".repeat(MAX_BYTES + 1));
        assert!(findings[0].says.contains("are read."));
        assert_eq!(read(&"[".repeat(MAX_BYTES)).1.len(), 1);
    }
}
