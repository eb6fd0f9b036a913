//! `diagram`: the picture alone.

use crate::failure::{Failure, say};
use crate::inputs::{Given, Inputs};
use crate::stdout::print;
use crate::{report, write};
use clap::{Args, ValueEnum};
use generator::diagram;
use std::path::PathBuf;

/// Draw the platform.
#[derive(Debug, Args)]
pub struct DrawDiagram {
    #[command(flatten)]
    inputs: Inputs,
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    /// A file to write to, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace a file that is already there
    #[arg(long, requires = "out")]
    force: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A picture, light and dark
    Svg,
    /// Boxes as nested lists, and a sentence for each line between them
    Text,
}

impl DrawDiagram {
    pub fn run(&self, quiet: bool) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let Given { draft, findings, places } = self.inputs.draft(&catalog)?;
        say(&report::text(&report::said(findings, quiet), &places));
        let outcome = generator::generate(&catalog, &draft);
        let text = match self.format {
            Format::Svg => diagram::svg(&outcome.drawing),
            Format::Text => diagram::describe(&outcome.diagram),
        };
        match &self.out {
            Some(file) => write::text(&text, file, self.force)?,
            None => print(text.as_bytes())?,
        }
        Ok(0)
    }
}
