//! The selectable part of a row: its words, with badges for what is wrong or open there.

use crate::icons::{self, icon};
use crate::state::{Selected, State};
use generator::{Finding, Severity};
use leptos::prelude::*;

pub fn row(state: State, selected: Selected, says: AnyView) -> impl IntoView {
    let is_selected = move || state.selected.get() == selected;
    view! {
        <button
            type="button"
            class="outline-row"
            class:is-selected=is_selected
            aria-current=move || is_selected().to_string()
            on:click=move |_| state.inspect(selected)
        >
            {says}
            {badges(state, selected)}
        </button>
    }
}

/// How many errors and open questions there are.
fn badges(state: State, selected: Selected) -> impl IntoView {
    let counts = Memo::new(move |_| {
        state.follows.platform.with(|platform| {
            let mut counts = (0, 0);
            for finding in platform.findings.iter().filter(|finding| is_about(state, finding, selected)) {
                match finding.severity {
                    Severity::Error => counts.0 += 1,
                    Severity::Question => counts.1 += 1,
                    _ => {}
                }
            }
            counts
        })
    });
    let errors = move || {
        let count = counts.get().0;
        (count > 0).then(|| view! { <span class="badge error">{icon(icons::ERROR)}{count}<span class="unseen">" errors"</span></span> })
    };
    let questions = move || {
        let count = counts.get().1;
        (count > 0).then(|| {
            view! { <span class="badge question">{icon(icons::QUESTION)}{count}<span class="unseen">" open questions"</span></span> }
        })
    };
    view! { {errors} {questions} }
}

/// Whether a finding belongs to what is selected.
pub fn is_about(state: State, finding: &Finding, selected: Selected) -> bool {
    let component = finding.component.as_deref().and_then(|id| state.catalog.component(id));
    match selected {
        Selected::Component(index) => component == Some(index),
        Selected::Subsystem(index) => {
            component.is_some_and(|component| state.catalog.components[component].subsystem == index)
        }
        Selected::Shared => component.is_none() && finding.field.is_some(),
    }
}
