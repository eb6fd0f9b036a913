//! The page as a whole: its landmarks, and the keys that work everywhere.

use crate::icons::icon;
use crate::parts::{all, click, said, text};
use crate::state::{State, View};
use crate::{bar, canvas, inspector, outline, paper, status};
use leptos::{ev, prelude::*};

#[component]
pub fn App() -> impl IntoView {
    let state = State::open();
    let keys = window_event_listener(ev::keydown, move |event| shortcut(state, &event));
    on_cleanup(move || keys.remove());
    let panes = [
        bar::bar(state),
        outline::outline(state),
        canvas::canvas(state),
        inspector::inspector(state),
        status::status(state),
        tabs(state),
        paper::paper(state),
    ];
    view! {
        <div
            class="app"
            class:is-inspecting=state.inspecting
            class:is-dropping=state.dropping
            data-view=text(move || state.view.get().name().to_owned())
            on:focusout=move |_| state.end_step()
        >
            {all(panes)}
        </div>
    }
}

/// On a phone things take turns.
fn tabs(state: State) -> AnyView {
    let tab = |view: View| {
        let go = click(move || {
            state.inspecting.set(false);
            state.view.set(view);
        });
        let is_current = said(move || state.view.get() == view);
        view! { <button type="button" class="tab" aria-current=is_current on:click=go>{icon(view.icon())} {view.title()}</button> }.into_any()
    };
    view! { <nav class="tabs" aria-label="Views">{all(View::ALL.map(tab))}</nav> }.into_any()
}

fn shortcut(state: State, event: &web_sys::KeyboardEvent) {
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (command, event.shift_key(), event.key().to_ascii_lowercase().as_str()) {
        (true, false, "z") => state.undo(),
        (true, true, "z") | (true, false, "y") => state.redo(),
        (false, false, "escape") if state.inspecting.get_untracked() && !has_panel() => state.inspecting.set(false),
        (false, false, "/") if !is_typing() => crate::state::focus("outline-search"),
        _ => return,
    }
    event.prevent_default();
}

fn is_typing() -> bool {
    let element = document().active_element();
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// The browser closes an open panel on Escape, and only that.
fn has_panel() -> bool {
    document().query_selector(":popover-open").is_ok_and(|panel| panel.is_some())
}
