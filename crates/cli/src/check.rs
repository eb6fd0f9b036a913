//! `check`: what is wrong, open, or worth knowing.

use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::report;
use crate::stdout::print;
use clap::{Args, ValueEnum};
use generator::platform;
use serde_json::json;

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
    /// An object: whether it is valid, the bundle's name, and a list of findings
    Json,
}

impl Check {
    pub fn run(&self, quiet: bool) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let (draft, mut findings) = self.inputs.draft(&catalog)?;
        let platform = platform::resolve(&catalog, platform::select(&catalog, &draft), &draft);
        findings.extend(platform.findings.iter().cloned());
        let findings = report::said(findings, quiet);
        let valid = platform.is_valid();
        let text = match self.format {
            Format::Json => format!("{:#}\n", json!({ "valid": valid, "name": platform.name, "findings": findings })),
            Format::Text if findings.is_empty() && !quiet => "Nothing to say.\n".to_owned(),
            Format::Text => report::text(&findings),
        };
        print(text.as_bytes())?;
        Ok(u8::from(!valid))
    }
}
