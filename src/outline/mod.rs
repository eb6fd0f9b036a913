//! The outline: what is in. Subsystems and their components, a switch each; a search over them and over all fields.

mod choice;
mod component;
mod fields;
mod preview;
mod row;
mod subsystem;
mod walk;

pub use choice::member;
pub use component::switch;
pub use preview::preview;

use crate::parts::{all, item, items, memo, none, paragraph, part, span};
use crate::state::{Selected, State};
use leptos::prelude::*;

/// What the rows share.
#[derive(Clone, Copy)]
pub struct Outline {
    pub state: State,
    pub search: RwSignal<String>,
    /// The component whose switch one points at or has the focus.
    pub near: RwSignal<Option<usize>>,
}

pub fn outline(state: State) -> AnyView {
    let outline = Outline { state, search: RwSignal::new(String::new()), near: RwSignal::new(None) };
    let search = outline.search;
    let shared = row::row(state, Selected::Shared, span("row-title", "Shared settings"));
    let subsystems = (0..state.catalog.subsystems.len()).map(|index| subsystem::subsystem(outline, index));
    let fields = memo(move || search.with(|wanted| fields::found(state, wanted)));
    let nothing = part(move || {
        let wanted = search.get();
        let any = (0..state.catalog.components.len()).any(|component| is_found(state, component, &wanted));
        if any || fields.with(|fields| !fields.is_empty()) {
            none()
        } else {
            paragraph("empty", "No component and no field is called that.")
        }
    });
    let hint = part(move || match outline.near.get() {
        Some(index) => paragraph("outline-hint", preview(state, index)),
        None => none(),
    });
    view! {
        <nav class="outline" aria-label="Outline" on:keydown=move |event| walk::keys(outline, &event)>
            <div class="outline-search">
                <input type="search" id="outline-search" class="input" placeholder="Find a component or field  /" aria-label="Find a component or field" autocomplete="off" bind:value=search />
            </div>
            <div class="outline-list">{items("outline-top", item("", shared))} {all(subsystems)} {fields::fields(state, fields)} {nothing}</div>
            <div id="outline-hint">{hint}</div>
        </nav>
    }
    .into_any()
}

/// Whether a search means a component.
fn is_found(state: State, component: usize, wanted: &str) -> bool {
    let component = &state.catalog.components[component];
    let subsystem = &state.catalog.subsystems[component.subsystem].title;
    is_in_one_of([&component.title, &component.id, &component.summary, subsystem], wanted)
}

fn is_in_one_of<const N: usize>(texts: [&str; N], wanted: &str) -> bool {
    let wanted = wanted.trim().to_ascii_lowercase();
    wanted.is_empty() || texts.iter().any(|text| text.to_ascii_lowercase().contains(&wanted))
}

/// Whether a component is in.
pub fn is_in(state: State, index: usize) -> Signal<bool> {
    crate::parts::flag(move || state.follows.selection.with(|selection| selection.is_in(index)))
}
