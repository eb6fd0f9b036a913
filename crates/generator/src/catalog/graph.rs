//! Which block mentions which, over the whole catalog.

use super::{ComponentIndex, Owner, Problem, Source};
use crate::slice::{Kind, Mark, blocks, marks};
use std::collections::BTreeMap;
use std::ops::Range;

/// The index of an item in [`Graph::items`].
pub type ItemIndex = usize;

/// All blocks with an address, in catalog order, and their links.
#[derive(Debug, Default)]
pub struct Graph {
    pub items: Vec<Item>,
    /// The marks of each source, by its index.
    pub marks: Vec<Vec<(Mark, ComponentIndex)>>,
    by_address: BTreeMap<Key, Vec<ItemIndex>>,
}

/// Addresses are known within a root module; variables everywhere.
type Key = (Option<usize>, String);

/// One block.
#[derive(Debug)]
pub struct Item {
    pub source: usize,
    pub owner: Owner,
    /// The root module; none for variables.
    pub root: Option<usize>,
    pub kind: Kind,
    pub address: String,
    /// The whole lines in the source that go when it goes.
    pub lines: Range<usize>,
    /// It ships only together with this component.
    pub only_if: Option<ComponentIndex>,
    pub links: Vec<Link>,
}

/// One mention.
#[derive(Debug)]
pub struct Link {
    pub address: String,
    /// What it may mean: one block, or one of each member of a choice.
    pub to: Vec<ItemIndex>,
    pub only_if: Option<ComponentIndex>,
    /// It is not mentioned but looked up: a data source of another root module's resource.
    pub looked_up: bool,
}

impl Graph {
    /// The blocks of an address in a root module; of a variable, in any.
    pub fn find(&self, root: Option<usize>, address: &str) -> &[ItemIndex] {
        let root = if address.starts_with("var.") { None } else { root };
        self.by_address.get(&(root, address.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The resource of that address, in whichever root module it is.
    pub fn resource(&self, address: &str) -> Option<ItemIndex> {
        let of_that_address = |item: &Item| item.kind == Kind::Resource && item.address == address;
        self.items.iter().position(of_that_address)
    }

    pub(super) fn build(sources: &[Source], components: &[String], problems: &mut Vec<Problem>) -> Graph {
        let mut graph = Graph::default();
        let mut mentions = vec![];
        for (index, source) in sources.iter().enumerate() {
            let marks = known_marks(source, components, problems);
            if let super::Role::Terraform { root } = source.role {
                let known =
                    |name: &Option<String>| name.as_ref().and_then(|name| components.iter().position(|id| id == name));
                let plain: Vec<Mark> = marks.iter().map(|(mark, _)| mark.clone()).collect();
                for block in blocks(&source.text, &source.body, &plain) {
                    let root = root.filter(|_| block.kind != Kind::Variable);
                    let only_if = known(&block.only_if);
                    graph.by_address.entry((root, block.address.clone())).or_default().push(graph.items.len());
                    mentions
                        .push(block.references.into_iter().map(|(to, mark)| (to, known(&mark))).collect::<Vec<_>>());
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
        }
        graph.link(sources, mentions, problems);
        graph
    }

    fn link(
        &mut self,
        sources: &[Source],
        mentions: Vec<Vec<(crate::slice::Reference, Option<ComponentIndex>)>>,
        problems: &mut Vec<Problem>,
    ) {
        for (index, references) in mentions.into_iter().enumerate() {
            let item = &self.items[index];
            let mut links = vec![];
            for (reference, only_if) in references {
                if reference.to == "provider.terraform" {
                    continue;
                }
                let to = self.find(item.root, &reference.to).to_vec();
                if to.is_empty() {
                    let says = format!("`{}` is declared nowhere in this root module.", reference.to);
                    problems.push(Problem::at(&sources[item.source], reference.at, says));
                }
                if !links.iter().any(|link: &Link| link.address == reference.to && link.only_if == only_if) {
                    links.push(Link { address: reference.to, to, only_if, looked_up: false });
                }
            }
            if let Some((resource, address)) = self.looked_up(item) {
                links.push(Link { address, to: vec![resource], only_if: None, looked_up: true });
            }
            self.items[index].links = links;
        }
    }

    /// `data "t" "l"` in one root module is `resource "t" "l"` in another.
    fn looked_up(&self, item: &Item) -> Option<(ItemIndex, String)> {
        let address = item.address.strip_prefix("data.").filter(|_| item.kind == Kind::Data)?;
        let resource = self.resource(address).filter(|&resource| self.items[resource].root != item.root)?;
        Some((resource, address.to_owned()))
    }
}

/// The marks of a source whose component exists; all others are problems.
fn known_marks(source: &Source, components: &[String], problems: &mut Vec<Problem>) -> Vec<(Mark, ComponentIndex)> {
    let (found, errors) = marks(&source.text, &source.body);
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
