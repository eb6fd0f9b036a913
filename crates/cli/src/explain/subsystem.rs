//! A subsystem and its components; a preset and what it changes.

use super::{Context, Page};
use generator::catalog::Preset;
use generator::platform::why;

impl Context<'_> {
    pub(super) fn subsystem(&self, index: usize) -> Page {
        let (catalog, selection) = (self.catalog, &self.outcome.platform.selection);
        let subsystem = &catalog.subsystems[index];
        let mut page = Page::new(&subsystem.title, "subsystem", &subsystem.id, &subsystem.summary);
        page.list(
            "Components",
            catalog.components_of(index).map(|component| {
                let is_in = if selection.is_in(component) { "in" } else { "out" };
                format!("{} ({is_in}): {}", catalog.components[component].id, why(catalog, selection, component))
            }),
        );
        page
    }
}

pub(super) fn preset(preset: &Preset) -> Page {
    let mut page = Page::new(&preset.title, "preset", &preset.id, &preset.summary);
    page.list(
        "Components",
        preset.components.iter().map(|(id, is_in)| format!("{id}: {}", if *is_in { "in" } else { "out" })),
    );
    page.list("Choices", preset.choices.iter().map(|(id, member)| format!("{id}: {member}")));
    page.list("Values", preset.values.iter().map(|(name, value)| format!("{name} = {}", value.display())));
    page
}
