//! Files, all or nothing: written beside their destination under another name, then renamed.

mod file;
mod folder;
mod interrupt;
mod partial;

pub use file::{text, zip};
pub use folder::{Existing, folder};
