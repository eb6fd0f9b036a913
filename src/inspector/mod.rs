//! The inspector: the one thing selected. Settings first, then why it is in, what it brings, and what it comes to.

mod component;
mod settings;
mod shared;
mod subsystem;

use crate::icons::{self, icon};
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn inspector(state: State) -> impl IntoView {
    let content = move || match state.selected.get() {
        Selected::Shared => shared::shared(state).into_any(),
        Selected::Subsystem(index) => subsystem::subsystem(state, index).into_any(),
        Selected::Component(index) => component::component(state, index).into_any(),
    };
    view! {
        <aside class="inspector" aria-label="Inspector">
            <button type="button" class="tool inspector-close" aria-label="Close the inspector" title="Close (Esc)" on:click=move |_| state.inspecting.set(false)>
                {icon(icons::CLOSE)}
            </button>
            {content}
        </aside>
    }
}
