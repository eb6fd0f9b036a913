//! Maps and sets as sorted lists. The library's trees weigh 5 KB of WebAssembly for each type that they hold; what is kept here is
//! small, and mostly arrives in order.

mod map;
mod set;

pub use map::Map;
pub use set::Set;
