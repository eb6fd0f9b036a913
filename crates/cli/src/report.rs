//! Findings, for people.

use crate::places::Places;
use generator::{Finding, Severity};

/// A finding in a line or two: where and what it is about, what it says, its name, and what to do.
pub fn text(findings: &[Finding], places: &Places) -> String {
    let mut text = String::new();
    for finding in findings {
        text.push_str(&format!("{}: ", finding.severity.as_str()));
        if let Some(field) = &finding.field {
            if let Some(place) = places.get(field) {
                text.push_str(&format!("{place}: "));
            }
            text.push_str(&format!("{field}: "));
        }
        text.push_str(&format!("{} [{}]\n", finding.says, finding.name));
        if let Some(remedy) = &finding.remedy {
            text.push_str(&format!("  {remedy}\n"));
        }
    }
    text
}

/// What is to be said of them: all, or only the errors.
pub fn said(findings: impl IntoIterator<Item = Finding>, quiet: bool) -> Vec<Finding> {
    let mut said: Vec<Finding> = findings.into_iter().collect();
    said.retain(|finding| !quiet || finding.severity == Severity::Error);
    said.sort_by_key(|finding| finding.severity);
    said
}

/// "3 errors, 1 open question"; empty if there is nothing to count.
pub fn count(findings: &[Finding]) -> String {
    let kinds = [
        (Severity::Error, "error"),
        (Severity::Question, "open question"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ];
    let mut counts = vec![];
    for (severity, name) in kinds {
        match findings.iter().filter(|finding| finding.severity == severity).count() {
            0 => {}
            1 => counts.push(format!("1 {name}")),
            count => counts.push(format!("{count} {name}s")),
        }
    }
    counts.join(", ")
}
