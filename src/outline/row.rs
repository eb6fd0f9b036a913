//! The selectable part of a row: its words, with badges for what is wrong or open there.

use crate::icons::{self, icon};
use crate::parts::{all, click, flag, memo, none, part, said, unseen};
use crate::state::{Selected, State};
use generator::{Finding, Severity};
use leptos::prelude::*;

pub fn row(state: State, selected: Selected, says: AnyView) -> AnyView {
    let is_selected = move || state.selected.get() == selected;
    let badges = [
        badge(state, selected, Severity::Error, icons::ERROR, "error"),
        badge(state, selected, Severity::Question, icons::QUESTION, "open question"),
    ];
    view! {
        <button
            type="button"
            class="outline-row"
            class:is-selected=flag(is_selected)
            aria-current=said(is_selected)
            on:click=click(move || state.inspect(selected))
        >
            {says}
            {all(badges)}
        </button>
    }
    .into_any()
}

/// How many errors or open questions there are.
fn badge(state: State, selected: Selected, severity: Severity, path: &'static str, noun: &'static str) -> AnyView {
    let count = memo(move || {
        let is_its = |finding: &&Finding| finding.severity == severity && is_about(state, finding, selected);
        state.follows.platform.with(|platform| platform.findings.iter().filter(is_its).count())
    });
    part(move || {
        if count.get() == 0 {
            return none();
        }
        let class = format!("badge {}", severity.as_str());
        view! { <span class=class>{icon(path)} {count.get().to_string()} {unseen(if count.get() == 1 { noun.to_owned() } else { [noun, "s"].concat() })}</span> }.into_any()
    })
}

/// Whether a finding belongs to what is selected.
fn is_about(state: State, finding: &Finding, selected: Selected) -> bool {
    let component = finding.component.as_deref().and_then(|id| state.catalog.component(id));
    match selected {
        Selected::Component(index) => component == Some(index),
        Selected::Subsystem(index) => {
            component.is_some_and(|component| state.catalog.components[component].subsystem == index)
        }
        Selected::Shared => component.is_none() && finding.field.is_some(),
    }
}
