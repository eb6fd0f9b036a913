//! One file of the catalog: whose it is, and what becomes of it.

use hcl_edit::structure::Body;
use hcl_edit::template::Template;

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
#[derive(Debug)]
pub struct Source {
    /// Below the catalog's folder.
    pub path: String,
    pub text: String,
    pub owner: Owner,
    pub role: Role,
    /// Where it goes in the bundle; none if it does not ship as a file of its own.
    pub ships_as: Option<String>,
    /// The parsed text of HCL files; empty for all others.
    pub body: Body,
    /// The parsed text of templates.
    pub template: Option<Template>,
}

/// What a path says about a file.
pub(super) struct Placement {
    pub(super) owner: Owner,
    pub(super) role: Role,
    pub(super) ships_as: Option<String>,
}

/// Reads a path. `None`: the path is nowhere in the catalog's layout.
pub(super) fn placement(
    path: &str,
    roots: &[String],
    subsystems: &[String],
    components: &[(usize, String)],
) -> Option<Placement> {
    let parts: Vec<&str> = path.split('/').collect();
    let root_named = |name: &str| roots.iter().position(|root| root == name);
    let place = |owner, role, ships_as: Option<String>| Some(Placement { owner, role, ships_as });
    match parts.as_slice() {
        ["catalog.hcl"] => place(Owner::Catalog, Role::Manifest, None),
        ["roots", "variables.tf"] => place(Owner::Catalog, Role::Terraform { root: None }, None),
        ["roots", root, rest @ ..] => {
            let index = root_named(root)?;
            let (role, rest) = role_of(&rest.join("/"), Some(index));
            place(Owner::Root(index), role, Some(format!("{root}/{rest}")))
        }
        ["bundle", rest @ ..] => {
            let (role, rest) = role_of(&rest.join("/"), None);
            place(Owner::Catalog, role, Some(rest))
        }
        [subsystem, "subsystem.hcl"] => {
            place(Owner::Subsystem(subsystems.iter().position(|id| id == subsystem)?), Role::Manifest, None)
        }
        [subsystem, file @ ("guide.md.tftpl" | "decision.md.tftpl")] => {
            let folder = if file.starts_with("guide") { "docs" } else { "docs/decisions" };
            let owner = Owner::Subsystem(subsystems.iter().position(|id| id == subsystem)?);
            place(owner, Role::Template, Some(format!("{folder}/{subsystem}.md")))
        }
        [subsystem, component, rest @ ..] => {
            let index = subsystems.iter().position(|id| id == subsystem)?;
            let component_index = components.iter().position(|(of, id)| *of == index && id == component)?;
            let owner = Owner::Component(component_index);
            let [file] = rest else {
                let (role, rest) = role_of(&rest.join("/"), None);
                return place(owner, role, Some(rest));
            };
            for (root, name) in roots.iter().enumerate() {
                if *file == format!("{name}.tf") {
                    let ships_as = format!("{name}/{subsystem}-{component}.tf");
                    return place(owner, Role::Terraform { root: Some(root) }, Some(ships_as));
                }
                if *file == format!("{name}.tftest.hcl") {
                    let ships_as = format!("{name}/tests/{subsystem}-{component}.tftest.hcl");
                    return place(owner, Role::Test, Some(ships_as));
                }
            }
            None
        }
        _ => None,
    }
}

/// The role of a file that is not named after a root, and its path without the template's suffix.
fn role_of(path: &str, root: Option<usize>) -> (Role, String) {
    if let Some(name) = path.strip_suffix(".tftpl") {
        return (Role::Template, name.to_owned());
    }
    let role = match root {
        Some(_) if path.ends_with(".tf") && !path.contains('/') => Role::Terraform { root },
        _ if path.ends_with(".tftest.hcl") => Role::Test,
        _ if path.ends_with(".auto.tfvars") => Role::Examples,
        _ => Role::Verbatim,
    };
    (role, path.to_owned())
}
