//! A choice: exactly one of several components.

use super::component::near;
use super::{Outline, is_found, is_in, row};
use crate::parts::{all, flag, span};
use crate::state::{Selected, State};
use generator::catalog::ComponentIndex;
use leptos::prelude::*;

pub fn choice(outline: Outline, index: usize) -> AnyView {
    let Outline { state, search, .. } = outline;
    let choice = &state.catalog.choices[index];
    let is_hidden =
        flag(move || search.with(|wanted| !choice.members.iter().any(|&member| is_found(state, member, wanted))));
    let item = |index: usize| {
        let is_in = is_in(state, index);
        let title = span("row-title", &state.catalog.components[index].title);
        view! {
            <li class="outline-item" class:is-out=flag(move || !is_in.get())>
                {row::row(state, Selected::Component(index), title)}
                {near(outline, index, member(state, index, "outline"))}
            </li>
        }
        .into_any()
    };
    let id = format!("choice-{}", choice.id);
    view! {
        <li class="choice" class:is-hidden=is_hidden>
            <span class="choice-title" id=id.clone() title=choice.summary.clone()>{format!("{} · one of", choice.title)}</span>
            <ul aria-labelledby=id>{all(choice.members.iter().copied().map(item))}</ul>
        </li>
    }
    .into_any()
}

/// The radio button that takes a member of its choice.
pub fn member(state: State, index: ComponentIndex, place: &str) -> AnyView {
    let component = &state.catalog.components[index];
    let is_taken = flag(move || {
        let taken =
            |choice: usize| state.follows.selection.with(|selection| selection.taken.get(choice) == Some(&index));
        component.choice.is_some_and(taken)
    });
    // Each place has its own group: the browser unchecks the others of one name.
    let name = format!("{place}-{}", component.choice.unwrap_or_default());
    let label = component.title.clone();
    view! { <input type="radio" class="radio" name=name aria-label=label aria-describedby="outline-hint" prop:checked=is_taken on:change=move |_| state.choose(index) /> }.into_any()
}
