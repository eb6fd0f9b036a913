//! What is wrong with a catalog, and where.

use super::Source;
use crate::evaluate::{Place, place};
use std::fmt;

/// One thing to mend in a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's path below the catalog's folder.
    pub path: String,
    pub place: Place,
    pub message: String,
}

impl Problem {
    /// A problem at an offset of a source.
    pub(crate) fn at(source: &Source, offset: usize, message: impl Into<String>) -> Problem {
        Problem { path: source.path.clone(), place: place(&source.text, offset), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}:{}:{}: {}", self.path, self.place.line, self.place.column, self.message)
    }
}
