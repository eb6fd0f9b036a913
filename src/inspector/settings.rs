//! The fields of what is selected: those that the platform reaches.

use crate::forms;
use crate::parts::{memo, none, rows};
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn settings(state: State, selected: Selected) -> AnyView {
    let reached = memo(move || {
        state.follows.platform.with(|platform| {
            let mut reached = vec![];
            for variable in &state.catalog.variables {
                if Selected::owner_of(variable) == selected && platform.settings.contains_key(&variable.name) {
                    reached.push(variable.name.clone());
                }
            }
            reached
        })
    });
    let field =
        move |name: String| state.catalog.variable(&name).map_or_else(none, |variable| forms::field(state, variable));
    view! { <div class="settings">{rows(reached, field)}</div> }.into_any()
}
