//! The page as a whole: its landmarks, and the keys that work everywhere.

use crate::state::{State, View};
use crate::{bar, canvas, inspector, outline, status};
use leptos::{ev, prelude::*};

#[component]
pub fn App() -> impl IntoView {
    let state = State::open();
    provide_context(state);
    let keys = window_event_listener(ev::keydown, move |event| shortcut(state, &event));
    on_cleanup(move || keys.remove());
    let view = move || state.view.get().name();
    view! {
        <div
            class="app"
            data-view=view
            class:is-inspecting=move || state.inspecting.get()
            on:focusout=move |_| state.end_step()
        >
            {bar::bar(state)}
            {outline::outline(state)}
            {canvas::canvas(state)}
            {inspector::inspector(state)}
            {status::status(state)}
            {tabs(state)}
        </div>
    }
}

/// On a phone things take turns.
fn tabs(state: State) -> impl IntoView {
    let tab = move |view: View| {
        let is_current = move || if state.view.get() == view { "page" } else { "false" };
        let go = move |_| {
            state.inspecting.set(false);
            state.view.set(view);
        };
        view! { <button type="button" class="tab" aria-current=is_current on:click=go>{crate::icons::icon(view.icon())}{view.title()}</button> }
    };
    view! { <nav class="tabs" aria-label="Views">{View::ALL.map(tab).collect_view()}</nav> }
}

fn shortcut(state: State, event: &web_sys::KeyboardEvent) {
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (command, event.shift_key(), event.key().to_lowercase().as_str()) {
        (true, false, "z") => state.undo(),
        (true, true, "z") | (true, false, "y") => state.redo(),
        (false, false, "escape") if state.inspecting.get_untracked() => state.inspecting.set(false),
        (false, false, "/") if !is_typing() => crate::state::focus("outline-search"),
        _ => return,
    }
    event.prevent_default();
}

fn is_typing() -> bool {
    let element = document().active_element();
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
