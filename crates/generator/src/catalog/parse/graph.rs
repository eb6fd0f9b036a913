//! Links the blocks of all files.

use crate::catalog::{ComponentIndex, Graph, Item, ItemIndex, Link, Problem, Role, Source};
use crate::slice::{Kind, Mark, Reference, blocks, marks, pieces};
use hcl_edit::structure::Body;
use std::collections::BTreeMap;

/// Addresses are known within a root module; variables everywhere.
type Key = (Option<usize>, String);

/// What a block mentions, and under which mark.
type Mentions = Vec<(Reference, Option<ComponentIndex>)>;

/// The blocks of all sources, in catalog order, and their links.
pub(super) fn graph(sources: &[Source], bodies: &[Body], components: &[String], problems: &mut Vec<Problem>) -> Graph {
    let mut graph = Graph::default();
    let mut by_address: BTreeMap<Key, Vec<ItemIndex>> = BTreeMap::new();
    let mut mentions: Vec<Mentions> = vec![];
    for (index, (source, body)) in sources.iter().zip(bodies).enumerate() {
        let marks = known_marks(source, body, components, problems);
        if let Role::Terraform { root } = source.role {
            let known =
                |name: &Option<String>| name.as_ref().and_then(|name| components.iter().position(|id| id == name));
            let plain: Vec<Mark> = marks.iter().map(|(mark, _)| mark.clone()).collect();
            for block in blocks(&source.text, body, &plain) {
                let root = root.filter(|_| block.kind != Kind::Variable);
                let only_if = known(&block.only_if);
                by_address.entry((root, block.address.clone())).or_default().push(graph.items.len());
                mentions.push(block.references.into_iter().map(|(to, mark)| (to, known(&mark))).collect());
                graph.items.push(Item {
                    source: index,
                    owner: source.owner,
                    root,
                    kind: block.kind,
                    address: block.address,
                    lines: block.lines,
                    only_if,
                    links: vec![],
                });
            }
        }
        graph.marks.push(marks);
        graph.pieces.push(pieces(&source.text, body));
    }
    for (index, references) in mentions.into_iter().enumerate() {
        graph.items[index].links = links(&graph, &by_address, sources, &graph.items[index], references, problems);
    }
    graph
}

fn links(
    graph: &Graph,
    by_address: &BTreeMap<Key, Vec<ItemIndex>>,
    sources: &[Source],
    item: &Item,
    references: Mentions,
    problems: &mut Vec<Problem>,
) -> Vec<Link> {
    let mut links: Vec<Link> = vec![];
    for (reference, only_if) in references {
        if reference.to == "provider.terraform" {
            continue;
        }
        let root = item.root.filter(|_| !reference.to.starts_with("var."));
        let to = by_address.get(&(root, reference.to.clone())).cloned().unwrap_or_default();
        if to.is_empty() {
            let says = format!("`{}` is declared nowhere in this root module.", reference.to);
            problems.push(Problem::at(&sources[item.source], reference.at, says));
        }
        if !links.iter().any(|link| link.address == reference.to && link.only_if == only_if) {
            links.push(Link { address: reference.to, to, only_if, looked_up: false });
        }
    }
    if let Some((resource, address)) = looked_up(graph, item) {
        links.push(Link { address, to: vec![resource], only_if: None, looked_up: true });
    }
    links
}

/// `data "t" "l"` in one root module is `resource "t" "l"` in another.
fn looked_up(graph: &Graph, item: &Item) -> Option<(ItemIndex, String)> {
    let address = item.address.strip_prefix("data.").filter(|_| item.kind == Kind::Data)?;
    let resource = graph.resource(address).filter(|&resource| graph.items[resource].root != item.root)?;
    Some((resource, address.to_owned()))
}

/// The marks of a source whose component exists; all others are problems.
fn known_marks(
    source: &Source,
    body: &Body,
    components: &[String],
    problems: &mut Vec<Problem>,
) -> Vec<(Mark, ComponentIndex)> {
    let (found, errors) = marks(&source.text, body);
    problems.extend(errors.into_iter().map(|(at, says)| Problem::at(source, at, says)));
    let mut known: Vec<(Mark, ComponentIndex)> = vec![];
    for mark in found {
        let overlaps = |other: &Mark| other.node.start < mark.node.end && mark.node.start < other.node.end;
        if let Some((other, _)) = known.iter().find(|(other, _)| other.component != mark.component && overlaps(other)) {
            let says = format!(
                "`# if {}` marks what `# if {}` marks too; a line or a block stands under one component.",
                mark.component, other.component
            );
            problems.push(Problem::at(source, mark.at, says));
        }
        match components.iter().position(|id| *id == mark.component) {
            Some(component) => known.push((mark, component)),
            None => {
                let says = format!("`# if {}` names no component.", mark.component);
                problems.push(Problem::at(source, mark.at, says));
            }
        }
    }
    known
}
