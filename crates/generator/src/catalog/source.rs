//! One file of the catalog: whose it is, and what becomes of it.

use crate::syntax::Template;

/// Whose file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The catalog as a whole: its manifest, shared variables, and the files at the bundle's top.
    Catalog,
    /// What belongs to no component of a root module, by its index in `Catalog::roots`.
    Root(usize),
    Subsystem(usize),
    Component(usize),
}

/// What becomes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// `catalog.hcl` and `subsystem.hcl`: read, never shipped.
    Manifest,
    /// Terraform of the root module with this index, sliced; shared variables have none.
    Terraform { root: Option<usize> },
    /// A Terraform test: lines and blocks under a mark are cut.
    Test,
    /// Values that the bundle's own tests use; ships byte for byte, and serves as examples in forms.
    Examples,
    /// An HCL template: filled in.
    Template,
    /// Ships byte for byte.
    Verbatim,
}

/// One file.
#[derive(Debug, PartialEq)]
pub struct Source {
    /// Below the catalog's folder.
    pub path: String,
    pub text: String,
    pub owner: Owner,
    pub role: Role,
    /// Where it goes in the bundle; none if it does not ship as a file of its own.
    pub ships_as: Option<String>,
    /// The parsed text of templates.
    pub template: Option<Template>,
}
