//! A subsystem: what it is for, and its components in words.

use crate::icons::icon;
use crate::outline::switch;
use crate::state::{Selected, State};
use generator::diagram::icons;
use leptos::prelude::*;

pub fn subsystem(state: State, index: usize) -> impl IntoView {
    let subsystem = &state.catalog.subsystems[index];
    let component = |index: usize| {
        let component = &state.catalog.components[index];
        view! {
            <li>
                <button type="button" class="part" on:click=move |_| state.inspect(Selected::Component(index))>
                    <strong>{component.title.clone()}</strong>
                    <span>{component.summary.clone()}</span>
                </button>
                {component.choice.is_none().then(|| switch(state, index))}
            </li>
        }
    };
    view! {
        <header class=format!("inspector-head hue-{}", subsystem.hue)>
            <h2><span class="subsystem-icon">{icon(icons::path(&subsystem.icon))}</span> {subsystem.title.clone()}</h2>
            <p class="summary">{subsystem.summary.clone()}</p>
        </header>
        <ul class="parts">{state.catalog.components_of(index).map(component).collect_view()}</ul>
    }
}
