//! A choice: its members, and which one is taken.

use super::{Context, Page};
use generator::catalog::Needed;

impl Context<'_> {
    pub(super) fn choice(&self, index: usize) -> Page {
        let (catalog, selection) = (self.catalog, &self.outcome.platform.selection);
        let choice = &catalog.choices[index];
        let mut page = Page::new(&choice.title, "choice", &choice.id, &choice.summary);
        page.line("Change it", &format!("--choose {}=MEMBER", choice.id));
        page.list(
            "Members",
            choice.members.iter().map(|&member| {
                let component = &catalog.components[member];
                let mut notes = vec![];
                if member == choice.default {
                    notes.push("the default");
                }
                if selection.is_in(member) {
                    notes.push("in here");
                }
                let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
                format!("{}{notes}: {}", component.id, component.summary)
            }),
        );
        let needs = |component: &usize| {
            catalog.requirements[*component].iter().any(|requirement| requirement.needs == Needed::Choice(index))
        };
        let needed_by = (0..catalog.components.len()).filter(needs);
        page.list("Needed by", needed_by.map(|component| catalog.components[component].id.clone()));
        page
    }
}
