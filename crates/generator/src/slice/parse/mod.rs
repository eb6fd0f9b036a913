//! What slicing needs to know of a file, read off its tree once.

mod blocks;
mod comments;
mod lines;
mod marks;
mod references;

pub use blocks::{Block, blocks, pieces};
pub use marks::marks;
pub use references::Reference;
