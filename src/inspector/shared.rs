//! What belongs to no component.

use super::settings;
use crate::parts::paragraph;
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn shared(state: State) -> AnyView {
    view! {
        <header class="inspector-head">
            {super::heading("Shared settings".into_any())}
            {paragraph("summary", "What all components share: names, place, tags.")}
        </header>
        {settings::settings(state, Selected::Shared)}
    }
    .into_any()
}
