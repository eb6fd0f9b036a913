//! `configuration.json`: opens the bundle again, in the app or on the command line.

use super::digest::{VERSION, hexadecimal};
use crate::catalog::Catalog;
use crate::draft::{Draft, FORMAT};
use serde::Serialize;

#[derive(Serialize)]
struct Configuration<'a> {
    /// The version of this file's own shape.
    format: u32,
    generator: &'a str,
    catalog: String,
    digest: &'a str,
    draft: &'a Draft,
}

pub(super) fn configuration(catalog: &Catalog, draft: &Draft, digest: &str) -> String {
    let catalog = hexadecimal(&catalog.digest);
    let configuration = Configuration { format: FORMAT, generator: VERSION, catalog, digest, draft };
    let mut text = serde_json::to_string_pretty(&configuration).unwrap_or_default();
    text.push('\n');
    text
}
