//! `configuration.json`: opens the bundle again, in the app or on the command line.

use super::digest::{VERSION, hexadecimal};
use crate::catalog::Catalog;
use crate::draft::{Draft, FORMAT};
use crate::json;
use serde_json::{Map, Value as Json};

/// As text. `format` is the version of the file's own shape.
pub(super) fn configuration(catalog: &Catalog, draft: &Draft, digest: &str) -> String {
    let mut configuration = Map::new();
    for (name, value) in [
        ("format", Json::from(FORMAT)),
        ("generator", Json::from(VERSION)),
        ("catalog", Json::from(hexadecimal(&catalog.digest))),
        ("digest", Json::from(digest)),
        ("draft", draft.to_value()),
    ] {
        configuration.insert(name.to_owned(), value);
    }
    json::pretty(&Json::Object(configuration)) + "\n"
}
