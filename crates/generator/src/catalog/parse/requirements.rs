//! What a component needs, computed from what its Terraform mentions.

mod lean;

use crate::catalog::{
    Choice, ComponentIndex, Graph, Item, ItemIndex, Link, Needed, Owner, Problem, Requirement, Source,
};
use std::collections::BTreeSet;

/// What each component needs itself, not counting what those need in turn.
pub(super) fn requirements(
    graph: &Graph,
    sources: &[Source],
    components: usize,
    choices: &[Choice],
    problems: &mut Vec<Problem>,
) -> Vec<Vec<Requirement>> {
    let seen = vec![vec![]; graph.items.len()];
    let mut walk = Walk { graph, sources, choices, seen, found: vec![vec![]; components], problems };
    for (index, item) in graph.items.iter().enumerate() {
        if let Owner::Component(owner) = item.owner
            && !item.kind.is_reached()
        {
            walk.visit(index, &Path { owner, origin: index, others: BTreeSet::from_iter(item.only_if) });
        }
    }
    let mut found = walk.found;
    lean::lean(&mut found);
    found
}

/// The way to a block: it ships when all these components are in.
#[derive(Clone)]
struct Path {
    /// The component whose mentions these are.
    owner: ComponentIndex,
    /// The block of that component that the way came from last.
    origin: ItemIndex,
    /// The components that the way led through before, and those of the marks on it.
    others: BTreeSet<ComponentIndex>,
}

impl Path {
    fn leads_through(&self, component: ComponentIndex) -> bool {
        self.owner == component || self.others.contains(&component)
    }
}

/// Follows mentions up to blocks that ship by themselves, from where their own component is followed.
struct Walk<'a> {
    graph: &'a Graph,
    sources: &'a [Source],
    choices: &'a [Choice],
    /// By item: the components that the ways to it led through.
    seen: Vec<Vec<BTreeSet<ComponentIndex>>>,
    found: Vec<Vec<Requirement>>,
    problems: &'a mut Vec<Problem>,
}

impl Walk<'_> {
    fn visit(&mut self, index: ItemIndex, path: &Path) {
        let mut through = path.others.clone();
        through.insert(path.owner);
        if self.seen[index].iter().any(|before| before.is_subset(&through)) {
            return;
        }
        self.seen[index].push(through);
        let graph = self.graph;
        for link in &graph.items[index].links {
            let mut path = path.clone();
            path.others.extend(link.only_if.filter(|&mark| mark != path.owner));
            self.needs_owner(link, &path);
            for &target in &link.to {
                self.follow(target, &graph.items[target], link, &path);
            }
        }
    }

    /// On to what is mentioned, if that ships only because of it.
    fn follow(&mut self, target: ItemIndex, item: &Item, link: &Link, path: &Path) {
        match item.owner {
            Owner::Component(owner) if owner == path.owner => {
                self.visit(target, &Path { origin: target, ..path.clone() });
            }
            Owner::Component(owner) if item.kind.is_reached() && !link.looked_up => {
                let is_mine = |&other: &ItemIndex| match self.graph.items[other].owner {
                    Owner::Component(of) => path.leads_through(of),
                    _ => false,
                };
                // Of the members of a choice only one is in.
                if !path.leads_through(owner) && link.to.iter().any(is_mine) {
                    return;
                }
                let mut others = path.others.clone();
                others.insert(path.owner);
                others.remove(&owner);
                self.visit(target, &Path { owner, origin: target, others });
            }
            Owner::Component(_) => {}
            _ => self.visit(target, path),
        }
    }

    /// A variable is pulled along and no requirement, and neither is what a component on the way defines itself.
    fn needs_owner(&mut self, link: &Link, path: &Path) {
        let mut owners = vec![];
        for &target in &link.to {
            if let Owner::Component(owner) = self.graph.items[target].owner {
                owners.push(owner);
            }
        }
        if link.address.starts_with("var.") || owners.iter().any(|&owner| path.leads_through(owner)) {
            return;
        }
        match owners.as_slice() {
            [] => {}
            [owner] => self.needs(Needed::Component(*owner), link, path),
            owners => {
                let is_of = |choice: &Choice| owners.iter().all(|owner| choice.members.contains(owner));
                match self.choices.iter().position(is_of) {
                    None => {
                        self.problem(link, path, "is declared by several components that are not members of one choice")
                    }
                    Some(choice) if self.choices[choice].members.iter().all(|member| owners.contains(member)) => {
                        self.needs(Needed::Choice(choice), link, path);
                    }
                    Some(choice) => {
                        let id = &self.choices[choice].id;
                        let says = format!("is declared by some members of the choice `{id}` and not by all");
                        self.problem(link, path, &says);
                    }
                }
            }
        }
    }

    fn needs(&mut self, needs: Needed, link: &Link, path: &Path) {
        let source = &self.sources[self.graph.items[path.origin].source].path;
        // A data source that stands for a resource of another root module: that resource is what is read.
        let targets = link.to.iter().flat_map(|&target| &self.graph.items[target].links);
        let read =
            targets.into_iter().find(|inner| inner.looked_up && link.address == format!("data.{}", inner.address));
        let link = read.unwrap_or(link);
        self.found[path.owner].push(Requirement {
            needs,
            with: path.others.iter().copied().collect(),
            file: source.rsplit('/').next().unwrap_or(source).to_owned(),
            address: link.address.clone(),
            looked_up: link.looked_up,
        });
    }

    fn problem(&mut self, link: &Link, path: &Path, says: &str) {
        let item = &self.graph.items[path.origin];
        let says = format!("`{}` {says}.", link.address);
        let problem = Problem::at(&self.sources[item.source], item.lines.start, says);
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}
