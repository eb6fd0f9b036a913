//! `diff`: what changes from one configuration to another.

use crate::failure::Failure;
use crate::inputs::read;
use crate::stdout::print;
use clap::Args;
use generator::{Bundle, Catalog};
use std::path::{Path, PathBuf};

/// List the files that differ between the bundles of two configurations: + added, - taken away, ~ changed.
#[derive(Debug, Args)]
pub struct Diff {
    /// A configuration, as for --config
    before: PathBuf,
    /// Another one
    after: PathBuf,
}

impl Diff {
    pub fn run(&self) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let (before, after) = (bundle(&catalog, &self.before)?, bundle(&catalog, &self.after)?);
        let mut text = String::new();
        let mut paths: Vec<&String> = before.files.keys().chain(after.files.keys()).collect();
        paths.sort();
        paths.dedup();
        for path in paths {
            let sign = match (before.files.get(path), after.files.get(path)) {
                (None, _) => '+',
                (_, None) => '-',
                (one, other) if one != other => '~',
                _ => continue,
            };
            text.push_str(&format!("{sign} {path}\n"));
        }
        print(text.as_bytes())?;
        Ok(0)
    }
}

fn bundle(catalog: &Catalog, file: &Path) -> Result<Bundle, Failure> {
    Ok(generator::generate(catalog, &read(file)?.draft).bundle)
}
