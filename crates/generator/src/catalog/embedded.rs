//! The catalog's files as this program was built with them.

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// Path below the catalog's folder and text of each file, sorted by path.
pub fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}
