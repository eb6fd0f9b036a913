//! What is brought along: dropped, pasted, chosen, or in a link. It may come from anywhere; the generator reads it.

use super::State;
use generator::Finding;
use generator::draft::import;
use leptos::prelude::*;

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// The name of the file, or where it was from.
    pub from: String,
    /// What was understood, or why nothing was.
    pub says: String,
    /// What was not.
    pub findings: Vec<Finding>,
    pub is_refused: bool,
}

impl State {
    /// Reads it and, as far as it is understood, shows it: as a step that can be undone.
    pub fn bring(self, from: &str, bytes: &[u8]) {
        match import(self.catalog, &self.draft.get_untracked(), bytes) {
            Err(why) => self.refuse(from, why),
            Ok(imported) => {
                if imported.is_values {
                    self.tell(|| self.change(None, |draft| *draft = imported.draft));
                } else {
                    self.add_draft(imported.draft);
                }
                self.report(from, imported.says, imported.findings, false);
            }
        }
    }

    pub fn refuse(self, from: &str, why: String) {
        self.report(from, why, vec![], true);
    }

    fn report(self, from: &str, says: String, findings: Vec<Finding>, is_refused: bool) {
        let mut said = from.to_owned();
        said.push_str(": ");
        said.push_str(&says);
        if !findings.is_empty() {
            said.push_str(" Not all of it was understood.");
        }
        self.said.set(said);
        let report = Report { from: from.to_owned(), says, findings, is_refused };
        self.reports.update(|reports| reports.push(report));
    }
}
