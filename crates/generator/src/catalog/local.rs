//! A local, as far as drafts are read with it.

use super::ItemIndex;
use crate::syntax::Expression;

/// One attribute of a `locals` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    /// The block in the graph.
    pub item: ItemIndex,
    pub expression: Expression,
}
