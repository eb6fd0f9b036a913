//! What somebody brings along: a bundle's zip, a `configuration.json`, a link, or a file of Terraform's values. It may come from
//! anywhere, so whatever it is, it becomes a draft and findings.

mod literal;

use super::{Draft, is_link, nearest, of, read_link, short};
use crate::bundle::{MAX_ZIP, unzip};
use crate::catalog::Catalog;
use crate::evaluate::{Place, place};
use crate::findings::{Finding, Severity};
use crate::json;
use crate::platform::{resolve, select};
use crate::totals::count;
pub use literal::{Literals, literals};
use serde_json::Value as Json;

/// More of Terraform's values is not read.
pub const MAX_VALUES: usize = 64 * 1024;

/// More findings help nobody.
const MOST: usize = 40;

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub draft: Draft,
    /// The values belong into the draft that was there; all else is a draft of its own.
    pub is_values: bool,
    /// What was understood, as a sentence.
    pub says: String,
    /// What was not.
    pub findings: Vec<Finding>,
}

/// Reads it, for a page that shows `draft`. The error is a sentence with what to do, and then nothing was understood.
pub fn import(catalog: &Catalog, draft: &Draft, bytes: &[u8]) -> Result<Imported, String> {
    let imported = understood(catalog, draft, bytes)?;
    match imported.findings.first() {
        Some(Finding { says, .. }) if !imported.is_values && imported.draft == Draft::default() => Err(says.clone()),
        _ => Ok(imported),
    }
}

fn understood(catalog: &Catalog, draft: &Draft, bytes: &[u8]) -> Result<Imported, String> {
    if bytes.starts_with(b"PK") {
        return configuration(catalog, draft, &unzip(bytes)?, "the zip");
    }
    if bytes.len() > MAX_ZIP {
        return Err("It is larger than anything that is read here: at most 1 MB.".to_owned());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "It is neither a zip nor a text in UTF-8.")?;
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().bytes().next() {
        None => Err("There is nothing in it.".to_owned()),
        Some(b'{' | b'[') => configuration(catalog, draft, text, "the configuration"),
        _ if is_link(text) => {
            let (read, findings) = read_link(text);
            Ok(whole(catalog, read, findings, "the link"))
        }
        _ => values(catalog, draft, text),
    }
}

/// A draft, a bundle's `configuration.json`, or the JSON form of Terraform's values.
fn configuration(catalog: &Catalog, draft: &Draft, text: &str, what: &str) -> Result<Imported, String> {
    if text.len() > super::MAX_BYTES {
        return Err("It is larger than any configuration: at most 256 KB.".to_owned());
    }
    let mut value = json::read(text).map_err(|error| {
        let Place { line, column } = place(text, error.at);
        format!("This is not JSON: {}. It was at line {line}, column {column}.", error.message)
    })?;
    let is_values =
        value.as_object().is_some_and(|entries| entries.keys().any(|name| catalog.variable(name).is_some()));
    if is_values {
        value = json::object([("values", value)]);
    }
    let (read, findings) = of(value);
    if !is_values {
        return Ok(whole(catalog, read, findings, what));
    }
    let mut set = Setter::new(catalog, draft);
    set.findings = findings;
    for (name, value) in read.values {
        set.set(&name, value, "");
    }
    Ok(set.done())
}

fn whole(catalog: &Catalog, draft: Draft, mut findings: Vec<Finding>, what: &str) -> Imported {
    let platform = resolve(catalog, select(catalog, &draft), &draft);
    let of_names = ["secret-in-draft", "switch-not-used", "unknown-member", "unknown-name"];
    findings.extend(platform.findings.into_iter().filter(|finding| of_names.contains(&finding.name.as_str())));
    let mut says = String::from("In ");
    says.push_str(what);
    says.push_str(": ");
    says.push_str(&count((draft.components.len() + draft.choices.len()) as i64, "choice"));
    says.push_str(", ");
    says.push_str(&count(draft.values.len() as i64, "value"));
    says.push('.');
    Imported { draft: draft.without_secrets(catalog), is_values: false, says, findings: few(findings) }
}

/// A `.tfvars`.
fn values(catalog: &Catalog, draft: &Draft, text: &str) -> Result<Imported, String> {
    if text.len() > MAX_VALUES {
        return Err("It is larger than any file of values: at most 64 KB.".to_owned());
    }
    let found = literals(text);
    let mut set = Setter::new(catalog, draft);
    for (name, value, at) in found.values {
        set.set(&name, value, &format!("Line {}: ", place(text, at).line));
    }
    for (at, why) in found.troubles.into_iter().take(MOST + 1) {
        let Place { line, column } = place(text, at);
        set.find(format!("Line {line}, column {column}: {why}."), "Write the value itself, or set it on this page.");
    }
    Ok(set.done())
}

/// Sets values one by one, and says which it cannot.
struct Setter<'c> {
    catalog: &'c Catalog,
    draft: Draft,
    count: i64,
    findings: Vec<Finding>,
}

impl<'c> Setter<'c> {
    fn new(catalog: &'c Catalog, draft: &Draft) -> Setter<'c> {
        Setter { catalog, draft: draft.clone(), count: 0, findings: vec![] }
    }

    fn find(&mut self, says: String, remedy: &str) {
        self.findings.push(Finding::new("draft-not-understood", Severity::Warning, says).remedy(remedy));
    }

    fn set(&mut self, name: &str, value: Json, line: &str) {
        match self.catalog.variable(name) {
            _ if self.findings.len() > MOST => {}
            Some(variable) if variable.is_secret() => {
                let remedy = format!("Supply it when applying, as TF_VAR_{name}.");
                self.find(format!("{line}`{name}` is a secret, and is never stored here."), &remedy);
            }
            Some(variable) => {
                self.count += 1;
                self.draft.set(variable, value);
            }
            None => {
                let names = self.catalog.variables.iter().map(|variable| variable.name.as_str());
                let meant =
                    nearest(name, names).map_or("Leave it out.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
                self.find(format!("{line}This catalog has no variable `{}`.", short(name)), &meant);
            }
        }
    }

    fn done(self) -> Imported {
        let says = match self.count {
            0 => "No value was understood.".to_owned(),
            count => format!("Set: {}.", crate::totals::count(count, "value")),
        };
        Imported { draft: self.draft, is_values: true, says, findings: few(self.findings) }
    }
}

fn few(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() > MOST {
        findings.truncate(MOST);
        findings.push(Finding::new(
            "draft-not-understood",
            Severity::Warning,
            "There is more of this kind, which is not listed.",
        ));
    }
    findings
}
