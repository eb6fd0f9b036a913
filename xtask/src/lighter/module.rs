//! The names by which a WebAssembly module and its JavaScript know each other.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Imports, Parser, Payload};

use crate::steps::Stop;

/// The module with only those exports that are used.
pub fn with_exports(wasm: &[u8], used: &BTreeSet<&str>) -> Result<Vec<u8>, Stop> {
    rewritten(wasm, Used(used))
}

/// The module with other names for what it imports and exports.
pub fn renamed(wasm: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>, Stop> {
    rewritten(wasm, Renamed(names))
}

pub fn rewritten(wasm: &[u8], mut change: impl Reencode<Error = Infallible>) -> Result<Vec<u8>, Stop> {
    let mut module = Module::new();
    change.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| error.to_string())?;
    Ok(module.finish())
}

struct Used<'a>(&'a BTreeSet<&'a str>);

impl Reencode for Used<'_> {
    type Error = Infallible;

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        if self.0.contains(export.name) { utils::parse_export(self, exports, export) } else { Ok(()) }
    }
}

struct Renamed<'a>(&'a BTreeMap<String, String>);

impl Reencode for Renamed<'_> {
    type Error = Infallible;

    fn parse_imports(&mut self, imports: &mut ImportSection, import: Imports<'_>) -> Result<(), Error> {
        match import {
            Imports::Single(at, Import { module, name, ty }) => {
                let name = self.0.get(name).map_or(name, String::as_str);
                utils::parse_imports(self, imports, Imports::Single(at, Import { module, name, ty }))
            }
            other => utils::parse_imports(self, imports, other),
        }
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let name = self.0.get(export.name).map_or(export.name, String::as_str);
        utils::parse_export(self, exports, Export { name, ..export })
    }
}

/// A short name for each long one, and for the file that the imports are said to be from.
pub fn short_names(wasm: &[u8]) -> Result<BTreeMap<String, String>, Stop> {
    let mut names = BTreeMap::new();
    let mut add = |name: &str| {
        let next = names.len();
        names.entry(name.to_string()).or_insert_with(|| format!("${next:x}"));
    };
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    add(import.map_err(|error| error.to_string())?.name);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let name = export.map_err(|error| error.to_string())?.name;
                    if name.contains("__") {
                        add(name);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(names)
}
