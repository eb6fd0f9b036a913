//! The catalog that this program was built with.

use generator::Catalog;

/// What the build script made of `catalog/`.
static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.index"));

/// Reads the catalog; it lives as long as the program does, so read it once.
pub fn catalog() -> Catalog {
    Catalog::from_index(INDEX).expect("the build wrote it with this generator")
}
