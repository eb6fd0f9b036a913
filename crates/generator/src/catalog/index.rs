//! The index: a parsed catalog as bytes. Reading it takes no parser, and next to no time.

use super::Catalog;
use std::fmt;

/// The bytes are no index, or one that another version of the generator wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexError;

impl fmt::Display for IndexError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("This is no index of a catalog, or not one of this version.")
    }
}

impl std::error::Error for IndexError {}

impl Catalog {
    /// The index of a catalog; its problems are not in it.
    pub fn to_index(&self) -> Vec<u8> {
        borsh::to_vec(self).unwrap_or_default()
    }

    /// Reads what [`Catalog::to_index`] wrote.
    pub fn from_index(index: &[u8]) -> Result<Catalog, IndexError> {
        borsh::from_slice(index).map_err(|_| IndexError)
    }
}
