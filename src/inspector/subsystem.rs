//! A subsystem: what it is for, and its components in words.

use crate::icons::icon;
use crate::outline::switch;
use crate::parts::{all, button, item, items, none, paragraph, span};
use crate::state::{Selected, State};
use generator::diagram::icons;
use leptos::prelude::*;

pub fn subsystem(state: State, index: usize) -> AnyView {
    let subsystem = &state.catalog.subsystems[index];
    let component = |index: usize| {
        let component = &state.catalog.components[index];
        let says = all([view! { <strong>{component.title.clone()}</strong> }.into_any(), span("", &component.summary)]);
        let open = button("part", says, move || state.inspect(Selected::Component(index)));
        let switch = if component.choice.is_none() { switch(state, index) } else { none() };
        item("", all([open, switch]))
    };
    let symbol = view! { <span class="subsystem-icon">{icon(icons::path(&subsystem.icon))}</span> };
    let title = all([symbol.into_any(), subsystem.title.clone().into_any()]);
    view! {
        <header class=format!("inspector-head hue-{}", subsystem.hue)>
            {super::heading(title)}
            {paragraph("summary", &subsystem.summary)}
        </header>
        {items("parts", all(state.catalog.components_of(index).map(component)))}
    }
    .into_any()
}
