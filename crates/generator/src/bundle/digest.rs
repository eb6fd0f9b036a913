//! The digest that tells two bundles apart.

use crate::catalog::Catalog;
use crate::draft::Draft;
use sha2::{Digest, Sha256};

/// The generator's version; a change of what it makes of a draft raises it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// SHA-256 over the draft, the catalog and the generator's version, in hexadecimal.
pub fn digest(catalog: &Catalog, draft: &Draft) -> String {
    let mut digest = Sha256::new();
    digest.update(draft.to_json());
    digest.update(catalog.digest);
    digest.update(VERSION);
    hexadecimal(&digest.finalize())
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    text
}
