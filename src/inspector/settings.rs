//! The fields of what is selected: those that the platform reaches.

use crate::forms;
use crate::state::{Selected, State};
use leptos::prelude::*;

pub fn settings(state: State, selected: Selected) -> impl IntoView {
    let reached = Memo::new(move |_| {
        state.follows.platform.with(|platform| {
            let mut reached = vec![];
            for (index, variable) in state.catalog.variables.iter().enumerate() {
                if Selected::owner_of(variable) == selected && platform.settings.contains_key(&variable.name) {
                    reached.push(index);
                }
            }
            reached
        })
    });
    view! {
        <div class="settings">
            <For each=move || reached.get() key=|index| *index children=move |index| forms::field(state, &state.catalog.variables[index]) />
        </div>
    }
}
