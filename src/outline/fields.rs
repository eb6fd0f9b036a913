//! The fields that a search finds, by name and description.

use super::is_in_one_of;
use crate::parts::{all, click, items, memo, none, part, span};
use crate::state::{Selected, State};
use leptos::prelude::*;

/// More than anybody reads; who wants another types on.
const MOST: usize = 12;

/// Their names: what a name has comes before what only a description has.
pub fn found(state: State, wanted: &str) -> Vec<String> {
    let mut found = vec![];
    if wanted.trim().is_empty() {
        return found;
    }
    let variables = || state.catalog.variables.iter();
    let named = variables().filter(|it| is_in_one_of([&it.name], wanted));
    let described =
        variables().filter(|it| !is_in_one_of([&it.name], wanted) && is_in_one_of([&it.description], wanted));
    found.extend(named.chain(described).take(MOST).map(|variable| variable.name.clone()));
    found
}

pub fn fields(state: State, found: Memo<Vec<String>>) -> AnyView {
    let is_any = memo(move || found.with(|found| !found.is_empty()));
    part(move || {
        if !is_any.get() {
            return none();
        }
        let list = part(move || all(found.get().into_iter().map(|name| field(state, name))));
        view! { <section class="subsystem"><h2 class="found-head">"Fields"</h2> {items("", list)}</section> }.into_any()
    })
}

fn field(state: State, name: String) -> AnyView {
    let Some(variable) = state.catalog.variable(&name) else { return none() };
    let owner = Selected::owner_of(variable);
    let is_reached = state.follows.platform.with_untracked(|platform| platform.settings.contains_key(&name));
    let place = match owner {
        Selected::Component(index) => state.catalog.components[index].title.as_str(),
        _ => "Shared settings",
    };
    let place = if is_reached { place.to_owned() } else { [place, ", not in"].concat() };
    // A field of what is not in has no place yet: its component is where it comes from.
    let go = click(move || if is_reached { state.go_to_field(&variable.name) } else { state.inspect(owner) });
    view! {
        <li>
            <button type="button" class="outline-row found-field" class:is-out=!is_reached on:click=go>
                {span("found-name", name)} {span("found-place", place)}
            </button>
        </li>
    }
    .into_any()
}
