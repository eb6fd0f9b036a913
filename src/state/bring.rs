//! What is brought along: dropped, pasted, chosen, or in a link. It may come from anywhere; the generator reads it.

use super::State;
use generator::Finding;
use generator::draft::import;
use leptos::prelude::*;

const NO_ZIP: &str = "It is called a zip and is none: it may have been cut off or packed otherwise. Take the bundle's zip \
                      as it was downloaded, or the configuration.json in it.";

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
    /// It changed what is shown: undo takes it back.
    pub is_step: bool,
}

impl Report {
    fn new(from: &str, says: String, findings: Vec<Finding>) -> Report {
        Report { from: from.to_owned(), says, findings, ..Report::default() }
    }
}

impl State {
    /// Reads it and, as far as it is understood, shows it: as a step that can be undone.
    pub fn bring(self, from: &str, bytes: &[u8]) {
        if from.to_ascii_lowercase().ends_with(".zip") && !bytes.starts_with(b"PK") {
            return self.refuse(from, NO_ZIP.to_owned());
        }
        let before = self.shown();
        match import(self.catalog, &before.draft, bytes) {
            Err(why) => self.refuse(from, why),
            Ok(imported) => {
                if imported.is_values {
                    self.tell(|| self.change(None, |draft| *draft = imported.draft));
                } else {
                    self.add_draft(imported.draft, from);
                }
                let is_step = self.shown() != before;
                self.report(Report { is_step, ..Report::new(from, imported.says, imported.findings) });
            }
        }
    }

    pub fn refuse(self, from: &str, why: String) {
        self.report(Report { is_refused: true, ..Report::new(from, why, vec![]) });
    }

    fn report(self, report: Report) {
        let mut said = report.from.clone();
        said.push_str(": ");
        said.push_str(&report.says);
        if !report.findings.is_empty() {
            said.push_str(" Not all of it was understood.");
        }
        self.said.set(said);
        self.reports.update(|reports| reports.push(report));
    }
}
