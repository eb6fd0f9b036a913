//! A component: why it is in, what it needs and what needs it, and what comes with it.

use super::{Context, Page};
use generator::catalog::{ComponentIndex, Needed, Owner, Requirement, Status};
use generator::platform::{mention, why};
use generator::slice::Kind;

impl Context<'_> {
    pub(super) fn component(&self, index: ComponentIndex) -> Page {
        let (catalog, selection) = (self.catalog, &self.outcome.platform.selection);
        let component = &catalog.components[index];
        let mut page = Page::new(&component.title, "component", &component.id, &component.summary);
        page.line("Subsystem", &catalog.subsystems[component.subsystem].title);
        let is_in = if selection.is_in(index) { "in" } else { "out" };
        page.line("Here", &format!("{is_in}. {}", why(catalog, selection, index)));
        if let Some(choice) = component.choice.map(|choice| &catalog.choices[choice]) {
            page.line("Choice", &format!("one of those of {} ({}).", choice.title, choice.id));
        }
        page.line("Life cycle", &self.lifecycle(index));
        page.list(
            "Needs",
            catalog.requirements[index].iter().map(|requirement| {
                let needed = match requirement.needs {
                    Needed::Component(needed) => catalog.components[needed].id.clone(),
                    Needed::Choice(choice) => format!("any of {}", catalog.choices[choice].id),
                };
                format!("{needed}{}: {}", self.with(requirement), mention(requirement))
            }),
        );
        page.list("Needed by", self.needed_by(index));
        let sources = catalog.sources.iter().filter(|source| source.owner == Owner::Component(index));
        page.list("Files in the bundle", sources.filter_map(|source| source.ships_as.clone()));
        let of_it = |kind| {
            catalog.graph.items.iter().filter(move |item| item.owner == Owner::Component(index) && item.kind == kind)
        };
        page.list("Variables", of_it(Kind::Variable).map(|item| item.address.trim_start_matches("var.").to_owned()));
        page.list("Resources", of_it(Kind::Resource).map(|item| item.address.clone()));
        page
    }

    fn lifecycle(&self, index: ComponentIndex) -> String {
        let life = &self.catalog.components[index].lifecycle;
        let mut says = match life.status {
            Status::Supported => String::new(),
            Status::Deprecated => "deprecated".to_owned(),
            Status::Ended => "ended".to_owned(),
        };
        if says.is_empty() {
            return says;
        }
        for (before, part) in [(" on ", &life.since), (", by ", &life.source), (". ", &life.says)] {
            says.push_str(&part.as_ref().map(|part| format!("{before}{part}")).unwrap_or_default());
        }
        says
    }

    fn needed_by(&self, index: ComponentIndex) -> Vec<String> {
        let mut needed_by = vec![];
        for (other, requirements) in self.catalog.requirements.iter().enumerate() {
            let needs = requirements.iter().find(|requirement| match requirement.needs {
                Needed::Component(needed) => needed == index,
                Needed::Choice(choice) => self.catalog.choices[choice].members.contains(&index),
            });
            needed_by.extend(needs.map(|requirement| {
                let id = &self.catalog.components[other].id;
                format!("{id}{}: {}", self.with(requirement), mention(requirement))
            }));
        }
        needed_by
    }

    /// ", together with X", if it is needed only then.
    fn with(&self, requirement: &Requirement) -> String {
        let ids: Vec<&str> = requirement.with.iter().map(|&other| self.catalog.components[other].id.as_str()).collect();
        if ids.is_empty() { String::new() } else { format!(", together with {}", ids.join(" and ")) }
    }
}
