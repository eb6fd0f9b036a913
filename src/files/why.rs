//! Why a file is there: the component, the subsystem, or all the components that it was gathered from.

use super::Files;
use crate::parts::{all, button, none, part, span};
use crate::state::{Selected, State};
use generator::catalog::{ComponentIndex, Owner};
use generator::platform;
use generator::totals::count;
use leptos::prelude::*;

/// The one component that a file is there for.
pub fn component(files: Files, path: &str) -> Option<ComponentIndex> {
    let id = |shelves: &super::Shelves| shelves.file(path).map(|file| file.component.clone());
    files.state.catalog.component(&files.shelves.with_untracked(id)?)
}

pub fn why(files: Files) -> AnyView {
    let state = files.state;
    part(move || {
        let path = state.file.get();
        if let Some(component) = component(files, &path) {
            let why = state.follows.selection.with(|selection| platform::why(state.catalog, selection, component));
            return all([chip(state, Selected::Component(component)), span("preview-because", why)]);
        }
        let source = state.catalog.sources.iter().find(|source| source.ships_as.as_deref() == Some(&path));
        match source.map(|source| source.owner) {
            Some(Owner::Subsystem(subsystem)) => return chip(state, Selected::Subsystem(subsystem)),
            Some(Owner::Root(root)) => {
                return span("preview-because", format!("Every root module {} has it.", state.catalog.roots[root]));
            }
            _ => {}
        }
        let (lead, gathered) = gathered(state, &path);
        if gathered.is_empty() {
            return span("preview-because", "Every bundle has it.");
        }
        if let [component] = gathered[..] {
            return all([span("", lead), chip(state, Selected::Component(component))]);
        }
        let says = format!("{lead} {}", count(gathered.len() as i64, "component"));
        let chips = all(gathered.into_iter().map(|component| chip(state, Selected::Component(component))));
        view! { <details class="gathered"><summary>{says}</summary><div class="chips">{chips}</div></details> }
            .into_any()
    })
}

/// A link in the colour of its subsystem.
pub fn chip(state: State, selected: Selected) -> AnyView {
    let catalog = state.catalog;
    let (title, subsystem) = match selected {
        Selected::Component(index) => (&catalog.components[index].title, catalog.components[index].subsystem),
        Selected::Subsystem(index) => (&catalog.subsystems[index].title, index),
        Selected::Shared => return none(),
    };
    let class = format!("chip hue-{}", catalog.subsystems[subsystem].hue);
    button(&class, title.clone().into_any(), move || state.inspect(selected))
}

/// The components whose variables or outputs a file holds, and what one may call that.
fn gathered(state: State, path: &str) -> (&'static str, Vec<ComponentIndex>) {
    let catalog = state.catalog;
    let (folder, name) = path.rsplit_once('/').unwrap_or_default();
    let (lead, root, is_outputs) = match name {
        "variables.tf" => ("Variables of", folder, false),
        "outputs.tf" => ("Outputs of", folder, true),
        _ => ("Values of", name.strip_suffix(".tfvars").unwrap_or_default(), false),
    };
    let mut found = vec![];
    let Some(root) = catalog.roots.iter().position(|name| name == root) else { return (lead, found) };
    state.follows.selection.with(|selection| {
        for (index, item) in catalog.graph.items.iter().enumerate() {
            let is_in = if is_outputs {
                item.root == Some(root) && item.kind == generator::slice::Kind::Output && selection.kept[index]
            } else {
                selection.variables[root].contains(&index)
            };
            if let Owner::Component(component) = item.owner
                && is_in
                && !found.contains(&component)
            {
                found.push(component);
            }
        }
    });
    (lead, found)
}

/// The variable that a line of a file of variables or values is about.
pub fn variable(state: State, path: &str, text: &str, line: usize) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let line = line.checked_sub(1).filter(|&line| line < lines.len())?;
    if path.ends_with("/variables.tf") {
        let name = |line: &&str| line.strip_prefix("variable \"")?.split('"').next().map(str::to_owned);
        return lines[..=line].iter().rev().find_map(name);
    }
    if !path.ends_with(".tfvars") || lines[line].is_empty() {
        return None;
    }
    let start = lines[..line].iter().rposition(|line| line.is_empty()).map_or(0, |blank| blank + 1);
    let entry = lines[start..].iter().take_while(|line| !line.is_empty());
    let name = |line: &&str| Some(line.trim_start_matches("# ").split_once(" = ")?.0.to_owned());
    entry.filter_map(name).find(|name| state.catalog.variable(name).is_some())
}
