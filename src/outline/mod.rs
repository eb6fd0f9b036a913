//! The outline: what is in. Subsystems and their components, a switch each.

mod choice;
mod component;
mod row;
mod subsystem;

pub use choice::member;
pub use component::switch;

use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn outline(state: State) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let subsystems =
        (0..state.catalog.subsystems.len()).map(|index| subsystem::subsystem(state, index, search)).collect_view();
    let nothing = move || {
        let wanted = search.get();
        let any = (0..state.catalog.components.len()).any(|component| is_found(state, component, &wanted));
        (!any).then(|| view! { <p class="empty">"No component is called that."</p> })
    };
    view! {
        <nav class="outline" aria-label="Outline">
            <div class="outline-search">
                <input type="search" id="outline-search" class="input" placeholder="Find a component  /" aria-label="Find a component" autocomplete="off" bind:value=search />
            </div>
            <div class="outline-list">
                <ul class="outline-top">
                    <li>{row::row(state, Selected::Shared, title("Shared settings"))}</li>
                </ul>
                {subsystems}
                {nothing}
            </div>
        </nav>
    }
}

/// A plain title of a row.
fn title(title: &str) -> AnyView {
    view! { <span class="row-title">{title.to_owned()}</span> }.into_any()
}

/// Whether a search means a component.
fn is_found(state: State, component: usize, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    let component = &state.catalog.components[component];
    let texts =
        [&component.title, &component.id, &component.summary, &state.catalog.subsystems[component.subsystem].title];
    wanted.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&wanted))
}
