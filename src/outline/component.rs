//! A component: its switch, and at a glance why it is as it is.

use super::{is_found, is_in, row};
use crate::icons::{self, icon};
use crate::parts::{all, flag, memo, none, span, text, unseen};
use crate::state::{Selected, State};
use generator::catalog::{Inclusion, Status};
use generator::platform::{needed_by, why};
use leptos::prelude::*;

pub fn component(state: State, index: usize, search: RwSignal<String>) -> AnyView {
    let component = &state.catalog.components[index];
    let is_hidden = flag(move || search.with(|wanted| !is_found(state, index, wanted)));
    let is_in = is_in(state, index);
    let life = match component.lifecycle.status {
        Status::Supported => none(),
        Status::Deprecated => span("life", "deprecated"),
        Status::Ended => span("life", "ended"),
    };
    let says = all([span("row-title", &component.title), life]);
    view! {
        <li class="outline-item" class:is-hidden=is_hidden class:is-out=flag(move || !is_in.get())>
            {row::row(state, Selected::Component(index), says)}
            {switch(state, index)}
        </li>
    }
    .into_any()
}

/// The switch of a component; a mark instead where it cannot be switched off.
pub fn switch(state: State, index: usize) -> AnyView {
    let component = &state.catalog.components[index];
    if component.inclusion == Inclusion::Always {
        return view! { <span class="always" title="Part of every platform">{icon(icons::LOCK)} {unseen("always in")}</span> }.into_any();
    }
    let is_in = is_in(state, index);
    let needed = memo(move || {
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
            on:mouseenter=move |_| state.point_at(Some(index))
            on:mouseleave=move |_| state.point_at(None)
            on:focus=move |_| state.point_at(Some(index))
            on:blur=move |_| state.point_at(None)
            class:is-needed=flag(move || needed.with(Option::is_some))
            aria-label=component.title.clone()
            title=text(says)
            disabled=flag(move || is_in.get() && needed.with(Option::is_some))
            prop:checked=is_in
            on:change:target=move |event| state.switch(index, event.target().checked())
        />
    }
    .into_any()
}
