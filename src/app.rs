//! The page as a whole: its landmarks.

use crate::icons::icon;
use crate::parts::{all, click, said, text};
use crate::state::{State, View};
use crate::{bar, canvas, inspector, keys, outline, paper, status};
use leptos::{ev, prelude::*};

#[component]
pub fn App() -> impl IntoView {
    let state = State::open();
    let listener = window_event_listener(ev::keydown, move |event| keys::shortcut(state, &event));
    on_cleanup(move || listener.remove());
    let panes = [
        bar::bar(state),
        outline::outline(state),
        canvas::canvas(state),
        inspector::inspector(state),
        status::status(state),
        tabs(state),
        paper::paper(state),
        keys::dialog(),
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
