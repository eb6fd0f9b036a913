//! What belongs to no component.

use super::settings;
use crate::parts::paragraph;
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn shared(state: State) -> AnyView {
    view! {
        <header class="inspector-head">
            <h2>"Shared settings"</h2>
            {paragraph("summary", "What all components share: names, place, tags.")}
        </header>
        {settings::settings(state, Selected::Shared)}
    }
    .into_any()
}
