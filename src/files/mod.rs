//! The files that the platform comes to: a tree, and a preview of one.

mod colours;
mod preview;
mod tree;

use crate::parts::all;
use crate::state::State;
use leptos::prelude::*;

pub fn files(state: State) -> AnyView {
    // On a phone tree and preview take turns.
    let is_reading = RwSignal::new(false);
    let panes = [tree::tree(state, is_reading), preview::preview(state, is_reading)];
    view! { <div class="files" class:is-reading=is_reading>{all(panes)}</div> }.into_any()
}
