//! The Terraform of a selection: the catalog's files with everything else cut out, variables and outputs gathered.

use super::File;
use crate::catalog::{Catalog, ItemIndex, Owner, Role, Source};
use crate::platform::Selection;
use crate::slice::{Kind, align, cut};
use crate::sorted::{Map, Set};
use std::ops::Range;

/// The files of the root modules, by path. They depend on the selection only, not on values.
pub fn terraform(catalog: &Catalog, selection: &Selection) -> Map<String, File> {
    let mut files = Map::new();
    let has_root: Vec<bool> = (0..catalog.roots.len()).map(|root| selection.has_root(catalog, root)).collect();
    for (index, source) in catalog.sources.iter().enumerate() {
        let ships = match source.owner {
            Owner::Component(component) => selection.is_in(component),
            Owner::Root(root) => has_root[root],
            _ => true,
        };
        let Some(path) = source.ships_as.as_ref().filter(|_| ships) else { continue };
        let text = match source.role {
            Role::Terraform { .. } | Role::Test => {
                let Cuts { blocks, inside } = cuts(catalog, selection, index);
                spaced(&source.text, blocks, inside)
            }
            Role::Verbatim | Role::Examples => source.text.clone(),
            Role::Manifest | Role::Template => continue,
        };
        if !matches!(source.role, Role::Verbatim | Role::Examples) && is_empty(&text) {
            continue;
        }
        files.insert(path.clone(), File { text, component: component_of(catalog, source) });
    }
    for (root, name) in catalog.roots.iter().enumerate().filter(|(root, _)| has_root[*root]) {
        let variables = selection.variables[root].iter().copied();
        gather(catalog, selection, variables, &format!("{name}/variables.tf"), &mut files);
        let outputs = (0..selection.kept.len()).filter(|&item| {
            let block = &catalog.graph.items[item];
            selection.kept[item] && block.kind == Kind::Output && block.root == Some(root)
        });
        gather(catalog, selection, outputs, &format!("{name}/outputs.tf"), &mut files);
    }
    files
}

pub(super) fn component_of(catalog: &Catalog, source: &Source) -> String {
    match source.owner {
        Owner::Component(component) => catalog.components[component].id.clone(),
        _ => String::new(),
    }
}

/// Nothing but comments is left.
fn is_empty(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// What is cut out of a file.
struct Cuts {
    /// Whole ones: those that nothing reaches, and what is gathered elsewhere.
    blocks: Vec<Range<usize>>,
    /// Marks and what they mark, locals, providers.
    inside: Vec<Range<usize>>,
}

/// The text without the cuts. The catalog's spacing is that of `terraform fmt`, so only cuts inside of blocks can disturb it.
fn spaced(text: &str, blocks: Vec<Range<usize>>, inside: Vec<Range<usize>>) -> String {
    if inside.is_empty() { cut(text, blocks) } else { align(&cut(text, [blocks, inside].concat())) }
}

fn cuts(catalog: &Catalog, selection: &Selection, index: usize) -> Cuts {
    let mut cuts = Cuts { blocks: vec![], inside: marked(catalog, selection, index) };
    let mut kept_locals = Set::new();
    for (item, kept) in catalog.graph.items.iter().zip(&selection.kept).filter(|(item, _)| item.source == index) {
        match item.kind {
            Kind::Local if *kept => _ = kept_locals.insert(item.lines.start),
            Kind::Local => cuts.inside.push(item.lines.clone()),
            Kind::Terraform => cuts.inside.extend(unused_providers(catalog, selection, index, item.root)),
            Kind::Variable | Kind::Output => cuts.blocks.push(item.lines.clone()),
            _ if !*kept => cuts.blocks.push(item.lines.clone()),
            _ => {}
        }
    }
    for lines in &catalog.graph.pieces[index].locals {
        if !kept_locals.iter().any(|start| lines.contains(start)) {
            cuts.inside.push(lines.clone());
        }
    }
    cuts
}

/// A mark goes when its component is in; what it marks goes when it is not.
fn marked(catalog: &Catalog, selection: &Selection, index: usize) -> Vec<Range<usize>> {
    let mut cuts = vec![];
    for (mark, component) in &catalog.graph.marks[index] {
        cuts.push(if selection.is_in(*component) { mark.comment.clone() } else { mark.node.clone() });
    }
    cuts
}

/// Entries of `required_providers` that no block of the root module uses.
fn unused_providers(catalog: &Catalog, selection: &Selection, index: usize, root: Option<usize>) -> Vec<Range<usize>> {
    let mut cuts = vec![];
    let items = catalog.graph.items.iter().zip(&selection.kept);
    let used: Vec<&str> = items
        .filter(|(item, kept)| **kept && item.root == root && item.kind == Kind::Provider)
        .filter_map(|(item, _)| item.address.split('.').nth(1))
        .collect();
    for (name, lines) in &catalog.graph.pieces[index].providers {
        if !used.contains(&name.as_str()) {
            cuts.push(lines.clone());
        }
    }
    cuts
}

/// Puts blocks into one file, in catalog order, a blank line between two.
fn gather(
    catalog: &Catalog,
    selection: &Selection,
    items: impl Iterator<Item = ItemIndex>,
    path: &str,
    files: &mut Map<String, File>,
) {
    let mut gathered = String::new();
    for index in items {
        let item = &catalog.graph.items[index];
        let source = &catalog.sources[item.source];
        let lines = item.lines.clone();
        let mut inside = marked(catalog, selection, item.source);
        inside.retain(|span| lines.start <= span.start && span.end <= lines.end);
        for span in &mut inside {
            *span = span.start - lines.start..span.end - lines.start;
        }
        if !gathered.is_empty() {
            gathered.push('\n');
        }
        gathered.push_str(&spaced(&source.text[lines], vec![], inside));
    }
    if !gathered.is_empty() {
        files.insert(path.to_owned(), File { text: gathered, component: String::new() });
    }
}
