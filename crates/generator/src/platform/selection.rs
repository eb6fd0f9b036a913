//! Which components are in, and why; and which blocks of the catalog they reach.

use super::why::mention;
use crate::catalog::{Catalog, ComponentIndex, Inclusion, ItemIndex, Needed, Owner, Requirement, Status};
use crate::draft::{Draft, short};
use crate::findings::{Finding, Severity};
use crate::slice::Kind;
use crate::sorted::Set;

/// Whether a component is in, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    pub is_in: bool,
    pub why: Why,
}

/// Why a component is in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It belongs to every platform.
    Always,
    /// Nobody said otherwise.
    Default,
    /// The user said so.
    Chosen,
    /// Another component needs it.
    Required { by: ComponentIndex, requirement: Requirement },
    /// It is the member of its choice that was taken.
    Member,
}

/// The components that are in, and what they reach. It depends on switches and choices only, not on values.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    /// By component index.
    pub presences: Vec<Presence>,
    /// The member taken of each choice, by its index; the choice itself may be out.
    pub taken: Vec<ComponentIndex>,
    /// Blocks that ship, by item index; variables among them.
    pub kept: Vec<bool>,
    /// The variables that each root module reaches, by root index.
    pub variables: Vec<Set<ItemIndex>>,
    pub findings: Vec<Finding>,
}

/// What to do about a name that the catalog does not have.
pub(super) const UNKNOWN_NAME: &str = "Take it out of the draft, or write a name that the catalog lists.";

/// Reads the switches of a draft and adds what is needed.
pub fn select(catalog: &Catalog, draft: &Draft) -> Selection {
    let mut selection =
        Selection { presences: vec![], taken: vec![], kept: vec![], variables: vec![], findings: vec![] };
    for component in &catalog.components {
        let said = draft.components.get(&component.id).copied();
        let presence = match (component.choice, component.inclusion, said) {
            (Some(_), ..) => Presence { is_in: false, why: Why::Default },
            (None, Inclusion::Always, _) => Presence { is_in: true, why: Why::Always },
            (None, inclusion, Some(is_in)) if is_in != (inclusion == Inclusion::Default) => {
                Presence { is_in, why: Why::Chosen }
            }
            (None, inclusion, _) => Presence { is_in: inclusion == Inclusion::Default, why: Why::Default },
        };
        selection.presences.push(presence);
    }
    selection.unknown_names(catalog, draft);
    selection.unused_switches(catalog, draft);
    selection.choices(catalog, draft);
    selection.close(catalog);
    selection.contradictions(catalog, draft);
    selection.reach(catalog);
    selection
}

impl Selection {
    pub fn is_in(&self, component: ComponentIndex) -> bool {
        self.presences.get(component).is_some_and(|presence| presence.is_in)
    }

    /// The components that are in, in catalog order.
    pub fn components(&self) -> impl Iterator<Item = ComponentIndex> + '_ {
        (0..self.presences.len()).filter(|&component| self.is_in(component))
    }

    /// How many resource blocks ship.
    pub fn resources(&self, catalog: &Catalog) -> usize {
        let items = catalog.graph.items.iter().zip(&self.kept);
        items.filter(|(item, kept)| **kept && item.kind == Kind::Resource).count()
    }

    /// A root module ships if a component that is in has a block in it.
    pub fn has_root(&self, catalog: &Catalog, root: usize) -> bool {
        let items = catalog.graph.items.iter().zip(&self.kept);
        items
            .into_iter()
            .any(|(item, kept)| *kept && item.root == Some(root) && matches!(item.owner, Owner::Component(_)))
    }

    fn unknown_names(&mut self, catalog: &Catalog, draft: &Draft) {
        let named = draft.components.keys().map(|id| ("component", id, catalog.component(id).is_none()));
        let chosen = draft.choices.keys().map(|id| ("choice", id, catalog.choice(id).is_none()));
        let acknowledged = draft.acknowledged.iter().map(|id| ("component", id, catalog.component(id).is_none()));
        for (what, id, is_unknown) in named.chain(chosen).chain(acknowledged) {
            if is_unknown {
                let says =
                    format!("This catalog has no {what} `{}`; the draft keeps it, and nothing comes of it.", short(id));
                self.findings.push(Finding::new("unknown-name", Severity::Warning, says).remedy(UNKNOWN_NAME));
            }
        }
    }

    /// Switches of what cannot be switched.
    fn unused_switches(&mut self, catalog: &Catalog, draft: &Draft) {
        for (id, is_in) in &draft.components {
            let Some(component) = catalog.component(id).map(|component| &catalog.components[component]) else {
                continue;
            };
            let choice = component.choice.map(|choice| &catalog.choices[choice]);
            let (says, remedy) = match (choice, component.inclusion) {
                (Some(choice), _) => (
                    format!("`{id}` is a member of the choice \"{}\": its switch is not used.", choice.title),
                    format!("Take the switch out of the draft; the choice `{}` names the member to take.", choice.id),
                ),
                (None, Inclusion::Always) if !is_in => (
                    format!("`{id}` is part of every platform: its switch is not used."),
                    "Take the switch out of the draft.".to_owned(),
                ),
                _ => continue,
            };
            let finding = Finding::new("switch-not-used", Severity::Warning, says).remedy(remedy);
            self.findings.push(finding.component(id));
        }
    }

    /// Takes a member of each choice.
    fn choices(&mut self, catalog: &Catalog, draft: &Draft) {
        for choice in &catalog.choices {
            let mut member = choice.default;
            if let Some(id) = draft.choices.get(&choice.id) {
                match choice.members.iter().find(|&&member| catalog.components[member].id == *id) {
                    Some(&chosen) => member = chosen,
                    None => {
                        let says = format!("`{}` is no member of the choice \"{}\".", short(id), choice.title);
                        let members = choice.members.iter().map(|&member| catalog.components[member].id.as_str());
                        let remedy = format!("Choose one of: {}.", members.collect::<Vec<_>>().join(", "));
                        self.findings.push(Finding::new("unknown-member", Severity::Error, says).remedy(remedy));
                    }
                }
            }
            self.taken.push(member);
            let always = choice.members.iter().any(|&member| catalog.components[member].inclusion == Inclusion::Always);
            if always {
                self.presences[member] = Presence { is_in: true, why: Why::Member };
            }
        }
    }

    /// Whether what mentions it ships, if its component is in.
    pub fn holds(&self, requirement: &Requirement) -> bool {
        requirement.with.iter().all(|&other| self.is_in(other))
    }

    /// Adds what is needed until nothing is missing.
    fn close(&mut self, catalog: &Catalog) {
        let mut todo: Vec<ComponentIndex> = self.components().collect();
        while let Some(component) = todo.pop() {
            for requirement in &catalog.requirements[component] {
                if !self.holds(requirement) {
                    continue;
                }
                let needed = match requirement.needs {
                    Needed::Component(needed) => needed,
                    Needed::Choice(choice) => self.taken[choice],
                };
                if !self.is_in(needed) {
                    let why = Why::Required { by: component, requirement: requirement.clone() };
                    self.presences[needed] = Presence { is_in: true, why };
                    todo.push(needed);
                    // With this one, more of what the others mention ships.
                    let waits = |&other: &ComponentIndex| {
                        catalog.requirements[other].iter().any(|requirement| requirement.with.contains(&needed))
                    };
                    todo.extend(self.components().filter(waits).collect::<Vec<_>>());
                }
            }
        }
    }

    fn contradictions(&mut self, catalog: &Catalog, draft: &Draft) {
        let title = |component: ComponentIndex| catalog.components[component].title.as_str();
        for (choice, member) in catalog.choices.iter().zip(self.taken.clone()) {
            for &other in choice.members.iter().filter(|&&other| other != member) {
                if let Presence { is_in: true, why: Why::Required { by, requirement } } = &self.presences[other] {
                    let mention = mention(requirement);
                    let says =
                        format!("{} was chosen, but {} needs {}: {mention}", title(member), title(*by), title(other));
                    let finding = Finding::new("choice-contradicted", Severity::Error, says);
                    let remedy = format!("Choose {}, or switch {} off.", title(other), title(*by));
                    self.findings.push(finding.component(&catalog.components[other].id).remedy(remedy));
                }
            }
            if draft.choices.contains_key(&choice.id) && !choice.members.iter().any(|&member| self.is_in(member)) {
                let says = format!(
                    "{} was chosen, but nothing on this platform needs the choice \"{}\".",
                    title(member),
                    choice.title
                );
                let remedy = "Switch on what needs it, or take the choice out of the draft.";
                self.findings.push(Finding::new("choice-not-in", Severity::Note, says).remedy(remedy));
            }
        }
        for conflict in &catalog.conflicts {
            let together: Vec<_> =
                conflict.between.iter().copied().filter(|&component| self.is_in(component)).collect();
            if let [_, .., last] = together.as_slice() {
                let titles: Vec<&str> = together.iter().map(|&component| title(component)).collect();
                let remedy = format!("Switch one of them off: {}.", titles.join(", "));
                let finding = Finding::new("conflict", Severity::Error, &conflict.says).remedy(remedy);
                self.findings.push(finding.component(&catalog.components[*last].id));
            }
        }
        for component in self.components().collect::<Vec<_>>() {
            self.life_cycle(catalog, draft, component);
        }
    }

    fn life_cycle(&mut self, catalog: &Catalog, draft: &Draft, component: ComponentIndex) {
        let component = &catalog.components[component];
        let life = &component.lifecycle;
        let since = life.since.as_deref().map(|date| format!(" on {date}")).unwrap_or_default();
        let finding = match life.status {
            Status::Supported => return,
            Status::Deprecated => {
                let says = format!("{} was deprecated by its makers{since}.", component.title);
                Finding::new("deprecated-component", Severity::Warning, says)
            }
            Status::Ended if draft.acknowledged.contains(&component.id) => {
                let says = format!("{} ended{since}, and you chose it all the same.", component.title);
                Finding::new("ended-component", Severity::Warning, says)
            }
            Status::Ended => {
                let says = format!(
                    "{} ended{since}: it has to be acknowledged by name before it goes into a bundle.",
                    component.title
                );
                Finding::new("ended-component-not-acknowledged", Severity::Error, says)
            }
        };
        let mut remedy = life.says.clone().unwrap_or_default();
        if finding.severity == Severity::Error {
            let acknowledge = format!("Acknowledge `{}`, or switch it off.", component.id);
            remedy = if remedy.is_empty() { acknowledge } else { format!("{remedy} {acknowledge}") };
        }
        let finding = finding.component(&component.id);
        self.findings.push(if remedy.is_empty() { finding } else { finding.remedy(remedy) });
    }

    /// Marks the blocks of the components that are in, and all that they reach.
    fn reach(&mut self, catalog: &Catalog) {
        let items = &catalog.graph.items;
        self.kept = vec![false; items.len()];
        self.variables = vec![Set::new(); catalog.roots.len()];
        let mut todo = vec![];
        for (index, item) in items.iter().enumerate() {
            let owned = matches!(item.owner, Owner::Component(owner) if self.is_in(owner));
            if owned && !item.kind.is_reached() && self.is_shipped_under(item.only_if) {
                todo.push((index, item.root));
            }
        }
        let mut has_root = vec![false; catalog.roots.len()];
        for root in todo.iter().filter_map(|(_, root)| *root) {
            has_root[root] = true;
        }
        for (index, item) in items.iter().enumerate() {
            let shared = !matches!(item.owner, Owner::Component(_)) && !item.kind.is_reached();
            if shared && item.root.is_some_and(|root| has_root[root]) && self.is_shipped_under(item.only_if) {
                todo.push((index, item.root));
            }
        }
        while let Some((index, root)) = todo.pop() {
            let item = &items[index];
            let is_new = match (item.kind, root) {
                (Kind::Variable, Some(root)) => self.variables[root].insert(index),
                _ => !self.kept[index],
            };
            if !is_new {
                continue;
            }
            self.kept[index] = true;
            for link in item.links.iter().filter(|link| !link.looked_up && self.is_shipped_under(link.only_if)) {
                for &target in &link.to {
                    let other = &items[target];
                    let ships = match other.owner {
                        Owner::Component(owner) => self.is_in(owner) || other.kind == Kind::Variable,
                        _ => true,
                    };
                    if ships && self.is_shipped_under(other.only_if) {
                        todo.push((target, root));
                    }
                }
            }
        }
    }

    fn is_shipped_under(&self, mark: Option<ComponentIndex>) -> bool {
        mark.is_none_or(|component| self.is_in(component))
    }
}
