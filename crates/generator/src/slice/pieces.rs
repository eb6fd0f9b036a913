//! What is cut out of a file apart from whole blocks.

use std::ops::Range;

/// One mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The name after `if`; the catalog checks that there is such a component.
    pub component: String,
    /// The offset of the comment.
    pub at: usize,
    /// What is cut out when the component is not in: the node on its lines, with the comments above it.
    pub node: Range<usize>,
    /// What is cut out when it is: the mark itself.
    pub comment: Range<usize>,
}

/// Lines that go with the blocks that they hold, or that need them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The whole lines of each `locals` block: they go when none of its locals is left.
    pub locals: Vec<Range<usize>>,
    /// The local name of each provider in `required_providers`, and its whole lines: they go when no block uses it.
    pub providers: Vec<(String, Range<usize>)>,
}
