//! `generate`: a bundle as a folder or as a zip.

use crate::failure::{Failure, say};
use crate::inputs::{Given, Inputs};
use crate::stdout::print;
use crate::write::Existing;
use crate::{report, write};
use clap::Args;
use generator::{Bundle, Catalog};
use std::path::PathBuf;

/// Write the platform's Terraform, documents and scripts as a folder or a zip.
///
/// All or nothing: the files are written beside their destination and then renamed, so that a failure or Ctrl+C leaves nothing
/// half-written. (What no program can clean up after, such as a power cut, may leave a hidden folder beside it whose name ends in
/// .partial.) With errors in the configuration nothing is written. Open questions do not hinder: the bundle lists them.
#[derive(Debug, Args)]
pub struct Generate {
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    destination: Destination,
    /// Replace a bundle or zip that is already there; a bundle only if nobody has changed it
    #[arg(long, help_heading = "Where to")]
    force: bool,
    /// With --force: replace a bundle although its files were changed, which loses the changes
    #[arg(long, requires = "force", help_heading = "Where to")]
    discard_changes: bool,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Destination {
    /// The bundle's folder, which must not exist yet or be empty
    #[arg(long, value_name = "DIR", help_heading = "Where to")]
    out: Option<PathBuf>,
    /// A zip, which must not exist yet; - is standard output
    #[arg(long, value_name = "FILE", help_heading = "Where to")]
    zip: Option<PathBuf>,
}

impl Generate {
    pub fn run(&self, quiet: bool) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let Given { draft, mut findings, places } = self.inputs.draft(&catalog)?;
        let outcome = generator::generate(&catalog, &draft);
        findings.extend(outcome.platform.findings.iter().cloned());
        let findings = report::said(findings, quiet);
        say(&report::text(&findings, &places));
        if !outcome.platform.is_valid() {
            say("Nothing was written: mend the errors first.\n");
            return Ok(1);
        }
        let written = self.write(&catalog, &outcome.bundle)?;
        if !quiet {
            let count = outcome.bundle.files.len();
            let found = report::count(&findings);
            let found = if found.is_empty() { found } else { format!(" ({found})") };
            say(&format!("Wrote {count} files to {written}{found}; its README.md says what comes next.\n"));
        }
        Ok(0)
    }

    /// Writes it, and says where.
    fn write(&self, catalog: &Catalog, bundle: &Bundle) -> Result<String, Failure> {
        let existing = match (self.force, self.discard_changes) {
            (false, _) => Existing::Refuse,
            (true, false) => Existing::ReplaceUnchanged(catalog),
            (true, true) => Existing::Replace,
        };
        match (&self.destination.out, &self.destination.zip) {
            (Some(folder), _) => {
                write::folder(bundle, folder, existing)?;
                Ok(folder.display().to_string())
            }
            (None, Some(file)) if file.as_os_str() == "-" => {
                print(&generator::bundle::zip(bundle))?;
                Ok("standard output".to_owned())
            }
            (None, Some(file)) => {
                write::zip(&generator::bundle::zip(bundle), file, self.force)?;
                Ok(file.display().to_string())
            }
            (None, None) => Err(Failure::Usage("Say where to: --out DIR or --zip FILE.".to_owned())),
        }
    }
}
