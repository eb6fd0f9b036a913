//! What a path says about a file.

use crate::catalog::{Owner, Role};

/// Whose file it is, and what becomes of it.
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
