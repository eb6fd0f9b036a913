//! How the page reads a bundle's files: in which order, in which colours, what changed, what is found. Plain text in, plain
//! data out: nothing here knows a browser, so all of it is tested on the machine that builds it.

mod changes;
mod colours;
mod find;
mod language;
mod links;
mod markdown;
mod strings;
mod tree;

pub use changes::{Mark, marks};
pub use colours::{Carry, Kind, colour};
pub use find::{Found, find, position};
pub use language::Language;
pub use links::{Target, target};
pub use markdown::{Align, Block, Inline, parse, sections};
pub use tree::{Row, rows};
