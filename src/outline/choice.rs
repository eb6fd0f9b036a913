//! A choice: exactly one of several components.

use super::{is_found, row, title};
use crate::state::{Selected, State};
use generator::catalog::ComponentIndex;
use leptos::prelude::*;

pub fn choice(state: State, index: usize, search: RwSignal<String>) -> impl IntoView {
    let choice = &state.catalog.choices[index];
    let is_hidden = move || search.with(|wanted| !choice.members.iter().any(|&member| is_found(state, member, wanted)));
    let item = |index: usize| {
        let component = &state.catalog.components[index];
        let is_in = Memo::new(move |_| state.follows.selection.with(|selection| selection.is_in(index)));
        view! {
            <li class="outline-item" class:is-out=move || !is_in.get()>
                {row::row(state, Selected::Component(index), title(&component.title))}
                {member(state, index, "outline")}
            </li>
        }
    };
    let id = format!("choice-{}", choice.id);
    view! {
        <li class="choice" class:is-hidden=is_hidden>
            <span class="choice-title" id=id.clone() title=choice.summary.clone()>{choice.title.clone()} " · one of"</span>
            <ul aria-labelledby=id>{choice.members.iter().copied().map(item).collect_view()}</ul>
        </li>
    }
}

/// The radio button that takes a member of its choice.
pub fn member(state: State, index: ComponentIndex, place: &str) -> impl IntoView + use<> {
    let component = &state.catalog.components[index];
    let is_taken = Memo::new(move |_| {
        let Some(choice) = component.choice.map(|choice| &state.catalog.choices[choice]) else { return false };
        state.draft.with(|draft| match draft.choices.get(&choice.id).and_then(|id| state.catalog.component(id)) {
            Some(chosen) if choice.members.contains(&chosen) => chosen == index,
            _ => choice.default == index,
        })
    });
    // Each place has its own group: the browser unchecks the others of one name.
    let name = format!("{place}-{}", component.choice.unwrap_or_default());
    view! {
        <input type="radio" class="radio" name=name aria-label=component.title.clone() prop:checked=is_taken on:change=move |_| state.choose(index) />
    }
}
