//! The index: a parsed catalog as bytes. Reading it takes no parser, and next to no time.

mod bytes;
mod checksum;
mod entry;
mod repeats;
mod types;

use super::Catalog;
use crate::evaluate::Function;
use bytes::Reader;
use checksum::checksum;
use entry::Entry;
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
    /// The index of a catalog; neither its problems nor the code of functions are in it.
    pub fn to_index(&self) -> Vec<u8> {
        let mut bytes = vec![];
        self.write(&mut bytes);
        let packed = repeats::pack(&bytes);
        [checksum(&packed).to_le_bytes().as_slice(), &packed].concat()
    }

    /// Reads what [`Catalog::to_index`] wrote, to be evaluated with these functions. All other bytes are refused: the checksum
    /// does not fit.
    pub fn from_index(index: &[u8], functions: &[Function]) -> Result<Catalog, IndexError> {
        let (sum, packed) = index.split_first_chunk().ok_or(IndexError)?;
        if *sum != checksum(packed).to_le_bytes() {
            return Err(IndexError);
        }
        let bytes = repeats::unpack(packed).ok_or(IndexError)?;
        let mut reader = Reader::new(&bytes);
        let mut catalog = Catalog::read(&mut reader);
        catalog.functions = functions.to_vec();
        if reader.broken || !reader.rest.is_empty() { Err(IndexError) } else { Ok(catalog) }
    }
}
