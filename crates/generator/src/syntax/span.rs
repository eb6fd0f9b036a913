//! Where a piece of syntax stands.

use std::ops::Range;

/// The bytes of a text that something was parsed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// For indexing the text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    /// A text of more than 4 GB ends early.
    fn from(range: Range<usize>) -> Span {
        let offset = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: offset(range.start), end: offset(range.end) }
    }
}
