//! The kinds of blocks.

/// What kind of block it is, as far as slicing treats kinds differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Resource,
    Data,
    Ephemeral,
    Local,
    Variable,
    Output,
    Provider,
    Terraform,
    /// `check`, `moved`, `import` and the like: ships with its component.
    Other,
}

impl Kind {
    /// Ships only when something that ships mentions it.
    pub fn is_reached(self) -> bool {
        matches!(self, Kind::Data | Kind::Ephemeral | Kind::Local | Kind::Variable | Kind::Provider)
    }
}
