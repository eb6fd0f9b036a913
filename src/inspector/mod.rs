//! The inspector: the one thing selected. Settings first, then why it is in, what it brings, and what it comes to.

mod component;
mod contents;
mod reasons;
mod settings;
mod shared;
mod subsystem;

use crate::icons;
use crate::parts::{effect, icon_button, part};
use crate::state::{Selected, State};
use leptos::prelude::*;

/// What the keyboard comes to first.
pub fn heading(says: AnyView) -> AnyView {
    view! { <h2 id="inspector-heading" tabindex="-1">{says}</h2> }.into_any()
}

pub fn inspector(state: State) -> AnyView {
    let content = part(move || match state.selected.get() {
        Selected::Shared => shared::shared(state),
        Selected::Subsystem(index) => subsystem::subsystem(state, index),
        Selected::Component(index) => component::component(state, index),
    });
    let close =
        icon_button("tool inspector-close", icons::CLOSE, "Close the inspector", move || state.inspecting.set(false));
    // Who goes to a field is taken there afterwards.
    effect(move || {
        state.selected.track();
        if let Ok(Some(pane)) = document().query_selector(".inspector") {
            pane.set_scroll_top(0);
        }
    });
    view! { <aside class="inspector" aria-label="Inspector">{close} {content}</aside> }.into_any()
}
