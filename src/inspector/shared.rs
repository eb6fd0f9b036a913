//! What belongs to no component.

use super::settings;
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn shared(state: State) -> impl IntoView {
    view! {
        <header class="inspector-head">
            <h2>"Shared settings"</h2>
            <p class="summary">"What all components share: names, place, tags."</p>
        </header>
        {settings::settings(state, Selected::Shared)}
    }
}
