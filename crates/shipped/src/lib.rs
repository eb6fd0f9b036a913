//! The catalog that this program was built with.

use generator::Catalog;
use generator::evaluate::{FAMILIES, Function};

/// What the build script made of `catalog/`.
static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.index"));

/// The functions that occur in it, picked by the build script too: the program has the code of these alone.
static FUNCTIONS: &[Function] = &include!(concat!(env!("OUT_DIR"), "/functions.rs"));

/// Reads the catalog; it lives as long as the program does, so read it once.
pub fn catalog() -> Catalog {
    Catalog::from_index(INDEX, FUNCTIONS).expect("the build wrote it with this generator")
}
