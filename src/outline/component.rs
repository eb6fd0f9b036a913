//! A component: its switch, and at a glance why it is as it is.

use super::{Outline, is_found, is_in, row};
use crate::icons::{self, icon};
use crate::parts::{all, flag, memo, none, said, span, text, unseen};
use crate::state::{Selected, State};
use generator::catalog::{Inclusion, Status};
use generator::platform::{needed_by, why};
use leptos::prelude::*;

pub fn component(outline: Outline, index: usize) -> AnyView {
    let Outline { state, search, .. } = outline;
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
            {near(outline, index, switch(state, index))}
        </li>
    }
    .into_any()
}

/// A switch in the outline: while one is at it, the outline says what it would do; afterwards its component is selected.
pub fn near(outline: Outline, index: usize, switch: AnyView) -> AnyView {
    let Outline { state, near, .. } = outline;
    let point = move |at| {
        near.set(at);
        state.point_at(at);
    };
    let (come, leave) = (move || point(Some(index)), move || point(None));
    let select = move || {
        if state.selected.get_untracked() != Selected::Component(index) {
            state.selected.set(Selected::Component(index));
        }
    };
    view! {
        <span
            class="switch-place"
            on:mouseenter=move |_| come()
            on:mouseleave=move |_| leave()
            on:focusin=move |_| come()
            on:focusout=move |_| leave()
            on:change=move |_| select()
        >
            {switch}
        </span>
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
    let is_held = memo(move || is_in.get() && needed.with(Option::is_some));
    // It stays within reach of the keyboard, so that it can say what holds it.
    let hold = move |event: leptos::ev::MouseEvent| {
        if is_held.get_untracked() {
            event.prevent_default();
        }
    };
    view! {
        <input
            type="checkbox"
            role="switch"
            class="switch"
            class:is-needed=flag(move || needed.with(Option::is_some))
            aria-label=component.title.clone()
            aria-describedby="outline-hint"
            aria-disabled=said(move || is_held.get())
            title=text(says)
            prop:checked=is_in
            on:click=hold
            on:change:target=move |event| state.switch(index, event.target().checked())
        />
    }
    .into_any()
}
