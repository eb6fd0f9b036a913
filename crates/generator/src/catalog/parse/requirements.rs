//! What a component needs, computed from what its Terraform mentions.

use crate::catalog::{Choice, ComponentIndex, Graph, ItemIndex, Link, Needed, Owner, Problem, Requirement, Source};
use std::collections::BTreeSet;

/// What each component needs itself, not counting what those need in turn.
pub(super) fn requirements(
    graph: &Graph,
    sources: &[Source],
    components: usize,
    choices: &[Choice],
    problems: &mut Vec<Problem>,
) -> Vec<Vec<Requirement>> {
    let mut all = vec![vec![]; components];
    for (component, found) in all.iter_mut().enumerate() {
        let mut walk = Walk { graph, sources, choices, component, seen: BTreeSet::new(), found, problems };
        for (index, item) in graph.items.iter().enumerate() {
            if item.owner == Owner::Component(component) && !item.kind.is_reached() && item.only_if.is_none() {
                walk.visit(index, index);
            }
        }
    }
    all
}

/// Follows the mentions of one component, through what belongs to no component, up to other components.
struct Walk<'a> {
    graph: &'a Graph,
    sources: &'a [Source],
    choices: &'a [Choice],
    component: ComponentIndex,
    seen: BTreeSet<ItemIndex>,
    found: &'a mut Vec<Requirement>,
    problems: &'a mut Vec<Problem>,
}

impl Walk<'_> {
    /// `origin` is the component's own block that the walk came from.
    fn visit(&mut self, index: ItemIndex, origin: ItemIndex) {
        if !self.seen.insert(index) {
            return;
        }
        for link in &self.graph.items[index].links {
            if link.only_if.is_some() {
                continue;
            }
            match self.owners(link).as_slice() {
                [] => {}
                [owner] => self.needs(Needed::Component(*owner), link, origin),
                owners => {
                    let is_of = |choice: &Choice| owners.iter().all(|owner| choice.members.contains(owner));
                    match self.choices.iter().position(is_of) {
                        None => self.problem(
                            link,
                            origin,
                            "is declared by several components that are not members of one choice",
                        ),
                        Some(choice) if self.choices[choice].members.iter().all(|member| owners.contains(member)) => {
                            self.needs(Needed::Choice(choice), link, origin);
                        }
                        Some(choice) => {
                            let id = &self.choices[choice].id;
                            let says = format!("is declared by some members of the choice `{id}` and not by all");
                            self.problem(link, origin, &says);
                        }
                    }
                }
            }
            for &target in &link.to {
                match self.graph.items[target].owner {
                    Owner::Component(owner) if owner != self.component => {}
                    Owner::Component(_) => self.visit(target, target),
                    _ => self.visit(target, origin),
                }
            }
        }
    }

    /// The other components that a link leads to. A variable is pulled along and no requirement, and neither is what a member of
    /// a choice defines itself.
    fn owners(&self, link: &Link) -> Vec<ComponentIndex> {
        let mut owners = vec![];
        let own = Owner::Component(self.component);
        if link.address.starts_with("var.") || link.to.iter().any(|&target| self.graph.items[target].owner == own) {
            return owners;
        }
        for &target in &link.to {
            if let Owner::Component(owner) = self.graph.items[target].owner {
                owners.push(owner);
            }
        }
        owners
    }

    fn needs(&mut self, needs: Needed, link: &Link, origin: ItemIndex) {
        if self.found.iter().any(|known| known.needs == needs) {
            return;
        }
        let path = &self.sources[self.graph.items[origin].source].path;
        // A data source that stands for a resource of another root module: that resource is what is read.
        let targets = link.to.iter().flat_map(|&target| &self.graph.items[target].links);
        let read =
            targets.into_iter().find(|inner| inner.looked_up && link.address == format!("data.{}", inner.address));
        let link = read.unwrap_or(link);
        self.found.push(Requirement {
            needs,
            file: path.rsplit('/').next().unwrap_or(path).to_owned(),
            address: link.address.clone(),
            looked_up: link.looked_up,
        });
    }

    fn problem(&mut self, link: &Link, origin: ItemIndex, says: &str) {
        let item = &self.graph.items[origin];
        let says = format!("`{}` {says}.", link.address);
        self.problems.push(Problem::at(&self.sources[item.source], item.lines.start, says));
    }
}
