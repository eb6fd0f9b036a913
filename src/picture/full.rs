//! The picture alone, on the whole screen; where the browser keeps that to itself, on the whole page.

use crate::state::State;
use leptos::prelude::*;
use web_sys::Element;

/// Shows the pane alone, or with `None` beside the others again.
pub fn fill(state: State, pane: Option<&Element>) {
    let is_filling = document().fullscreen_element().is_some();
    match pane {
        Some(pane) if document().fullscreen_enabled() => _ = pane.request_fullscreen(),
        None if is_filling => document().exit_fullscreen(),
        _ => {}
    }
    set(state, pane.is_some());
}

/// The browser has gone back by itself.
pub fn follow(state: State) {
    if document().fullscreen_element().is_none() {
        set(state, false);
    }
}

fn set(state: State, is_full: bool) {
    if state.sight.is_full.get_untracked() != is_full {
        state.sight.is_full.set(is_full);
        // It is another pane: all of it is shown anew.
        state.sight.camera.set(None);
    }
}
