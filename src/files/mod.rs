//! The files that the platform comes to: a tree, and a preview of one.

mod colours;
mod preview;
mod tree;

use crate::state::State;
use leptos::prelude::*;

pub fn files(state: State) -> impl IntoView {
    let is_reading = RwSignal::new(false);
    view! {
        <div class="files" class:is-reading=move || is_reading.get()>
            {tree::tree(state, is_reading)}
            {preview::preview(state, is_reading)}
        </div>
    }
}
