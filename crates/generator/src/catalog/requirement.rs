//! What a component needs.

use super::ComponentIndex;

/// What is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needed {
    Component(ComponentIndex),
    /// Any member of the choice with this index.
    Choice(usize),
}

/// Something needed, and the mention that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    pub needs: Needed,
    /// Other components without which it is not needed: what mentions it ships only together with them.
    pub with: Vec<ComponentIndex>,
    /// The file that mentions it, named as in the component's folder: `platform.tf`.
    pub file: String,
    /// The address that it mentions.
    pub address: String,
    /// It is looked up from another root module rather than mentioned.
    pub looked_up: bool,
}
