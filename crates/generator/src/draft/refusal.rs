//! What cannot be read.

use crate::evaluate::Place;

/// Why a draft or an assignment cannot be read, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub place: Place,
    /// A sentence or two.
    pub message: String,
}
