//! Slices of the catalog: which blocks a selection reaches, and the text that is left when the rest is cut out.
//!
//! Text is cut by byte spans and never printed from a tree, so comments and layout survive; an alignment pass then makes it
//! what `terraform fmt` would have written.

mod align;
mod cut;
mod kind;
#[cfg(feature = "parse")]
mod parse;
mod pieces;
mod skip;

pub use align::align;
pub use cut::cut;
pub use kind::Kind;
#[cfg(feature = "parse")]
pub use parse::{Block, Reference, blocks, marks, pieces};
pub use pieces::{Mark, Pieces};
