//! The values: one file for each root module, readable as a menu of what can be set.

use super::File;
use crate::catalog::{Catalog, Owner, Variable};
use crate::platform::{Origin, Platform};
use crate::sorted::Map;

/// `environments/primary/<root>.tfvars`.
pub(super) fn tfvars(catalog: &Catalog, platform: &Platform) -> Map<String, File> {
    let mut files = Map::new();
    for (root, name) in catalog.roots.iter().enumerate() {
        if !platform.selection.has_root(catalog, root) {
            continue;
        }
        let reached: Vec<&Variable> = (catalog.variables.iter())
            .filter(|variable| {
                let items = &platform.selection.variables[root];
                items.iter().any(|&item| catalog.graph.items[item].address.strip_prefix("var.") == Some(&variable.name))
            })
            .collect();
        let menu = menu(catalog, platform, name, &reached);
        files.insert(format!("environments/primary/{name}.tfvars"), File { text: menu, component: String::new() });
    }
    files
}

fn menu(catalog: &Catalog, platform: &Platform, root: &str, variables: &[&Variable]) -> String {
    let mut text = format!(
        "# Values of the root module {root} in the environment primary.\n\
         # What is commented out is at its default; take the # away to change it.\n"
    );
    let mut group = None;
    for variable in variables {
        if group != Some(variable.owner) {
            group = Some(variable.owner);
            let title = match variable.owner {
                Owner::Component(component) => catalog.components[component].title.as_str(),
                _ => "Shared by all root modules",
            };
            text.push_str(&format!("\n# ---- {title} ----\n"));
        }
        text.push('\n');
        text.push_str(&entry(catalog, platform, variable));
    }
    text
}

/// One variable: its description, and its value, or what to supply.
fn entry(catalog: &Catalog, platform: &Platform, variable: &Variable) -> String {
    let mut text = comment(&variable.description);
    let Some(setting) = platform.settings.get(&variable.name) else { return text };
    let name = &variable.name;
    match setting.origin {
        Origin::Given => text.push_str(&format!("{name} = {}\n", setting.value.to_hcl(0))),
        Origin::Default | Origin::Refused => {
            text.push_str(&comment(&format!("{name} = {}", setting.value.to_hcl(0))));
        }
        Origin::Open => {
            let example = catalog.examples.get(name).map_or("...".to_owned(), |example| example.to_hcl(0));
            text.insert_str(0, "# OPEN QUESTION: terraform asks for this until it is given.\n");
            text.push_str(&comment(&format!("{name} = {example}")));
        }
        Origin::Secret => {
            text.push_str(&format!(
                "# A secret: supply it when applying, as the environment variable TF_VAR_{name}.\n"
            ));
        }
    }
    text
}

fn comment(text: &str) -> String {
    let mut comment = String::new();
    for line in text.lines() {
        comment.push_str(if line.is_empty() { "#" } else { "# " });
        comment.push_str(line);
        comment.push('\n');
    }
    comment
}
