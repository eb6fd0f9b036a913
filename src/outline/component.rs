//! A component: its switch, and at a glance why it is as it is.

use super::{is_found, row, title};
use crate::icons::{self, icon};
use crate::state::{Selected, State};
use generator::catalog::{Inclusion, Status};
use generator::platform::{needed_by, why};
use leptos::prelude::*;

pub fn component(state: State, index: usize, search: RwSignal<String>) -> impl IntoView {
    let component = &state.catalog.components[index];
    let is_hidden = move || search.with(|wanted| !is_found(state, index, wanted));
    let is_in = is_in(state, index);
    let life = match component.lifecycle.status {
        Status::Supported => None,
        Status::Deprecated => Some("deprecated"),
        Status::Ended => Some("ended"),
    };
    let says = view! {
        {title(&component.title)}
        {life.map(|life| view! { <span class="life">{life}</span> })}
    };
    view! {
        <li class="outline-item" class:is-hidden=is_hidden class:is-out=move || !is_in.get()>
            {row::row(state, Selected::Component(index), says.into_any())}
            {switch(state, index)}
        </li>
    }
}

/// The switch of a component; a mark instead where it cannot be switched off.
pub fn switch(state: State, index: usize) -> impl IntoView {
    let component = &state.catalog.components[index];
    if component.inclusion == Inclusion::Always {
        return view! { <span class="always" title="Part of every platform">{icon(icons::LOCK)}<span class="unseen">"always in"</span></span> }
            .into_any();
    }
    let is_in = is_in(state, index);
    let needed = Memo::new(move |_| {
        state.follows.selection.with(|selection| {
            let others = needed_by(state.catalog, selection, index);
            others.first().map(|(other, _)| format!("{} needs it", state.catalog.components[*other].title))
        })
    });
    let says = move || {
        needed.get().unwrap_or_else(|| state.follows.selection.with(|selection| why(state.catalog, selection, index)))
    };
    view! {
        <input
            type="checkbox"
            role="switch"
            class="switch"
            class:is-needed=move || needed.with(Option::is_some)
            aria-label=component.title.clone()
            title=says
            disabled=move || is_in.get() && needed.with(Option::is_some)
            prop:checked=is_in
            on:change:target=move |event| state.switch(index, event.target().checked())
        />
    }
    .into_any()
}

fn is_in(state: State, index: usize) -> Memo<bool> {
    Memo::new(move |_| state.follows.selection.with(|selection| selection.is_in(index)))
}
