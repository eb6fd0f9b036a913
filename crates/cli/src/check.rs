//! `check`: what is wrong, open, or worth knowing.

use crate::failure::Failure;
use crate::inputs::{Given, Inputs};
use crate::places::Places;
use crate::report;
use crate::stdout::print;
use clap::{Args, ValueEnum};
use generator::{Finding, platform};
use serde_json::{Value, json};

/// Say what is wrong, open, or worth knowing about a platform.
///
/// Errors give exit status 1. Open questions, warnings and notes do not: a bundle can be made with them.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    inputs: Inputs,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One finding after the other
    Text,
    /// An object: whether it is valid, the bundle's name, and a list of findings, with `place` where a file gave the value
    Json,
}

impl Check {
    pub fn run(&self, quiet: bool) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let Given { draft, mut findings, places } = self.inputs.draft(&catalog)?;
        let platform = platform::resolve(&catalog, platform::select(&catalog, &draft), &draft);
        findings.extend(platform.findings.iter().cloned());
        let findings = report::said(findings, quiet);
        let valid = platform.is_valid();
        let text = match self.format {
            Format::Json => format!(
                "{:#}\n",
                json!({ "valid": valid, "name": platform.name, "findings": located(&findings, &places) })
            ),
            Format::Text if findings.is_empty() && !quiet => "Nothing to say.\n".to_owned(),
            Format::Text => report::text(&findings, &places),
        };
        print(text.as_bytes())?;
        Ok(u8::from(!valid))
    }
}

fn located(findings: &[Finding], places: &Places) -> Vec<Value> {
    let mut located = vec![];
    for finding in findings {
        let mut entry = json!(finding);
        if let Some(place) = finding.field.as_ref().and_then(|field| places.get(field)) {
            entry["place"] = json!(place);
        }
        located.push(entry);
    }
    located
}
