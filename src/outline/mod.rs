//! The outline: what is in. Subsystems and their components, a switch each.

mod choice;
mod component;
mod row;
mod subsystem;

pub use choice::member;
pub use component::switch;

use crate::parts::{all, item, items, none, paragraph, part, span};
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn outline(state: State) -> AnyView {
    let search = RwSignal::new(String::new());
    let shared = row::row(state, Selected::Shared, span("row-title", "Shared settings"));
    let subsystems = (0..state.catalog.subsystems.len()).map(|index| subsystem::subsystem(state, index, search));
    let nothing = part(move || {
        let wanted = search.get();
        let any = (0..state.catalog.components.len()).any(|component| is_found(state, component, &wanted));
        if any { none() } else { paragraph("empty", "No component is called that.") }
    });
    view! {
        <nav class="outline" aria-label="Outline">
            <div class="outline-search">
                <input type="search" id="outline-search" class="input" placeholder="Find a component  /" aria-label="Find a component" autocomplete="off" bind:value=search />
            </div>
            <div class="outline-list">{items("outline-top", item("", shared))} {all(subsystems)} {nothing}</div>
        </nav>
    }
    .into_any()
}

/// Whether a search means a component.
fn is_found(state: State, component: usize, wanted: &str) -> bool {
    let wanted = wanted.trim().to_ascii_lowercase();
    let component = &state.catalog.components[component];
    let texts =
        [&component.title, &component.id, &component.summary, &state.catalog.subsystems[component.subsystem].title];
    wanted.is_empty() || texts.iter().any(|text| text.to_ascii_lowercase().contains(&wanted))
}

/// Whether a component is in.
pub fn is_in(state: State, index: usize) -> Signal<bool> {
    crate::parts::flag(move || state.follows.selection.with(|selection| selection.is_in(index)))
}
