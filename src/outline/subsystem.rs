//! A subsystem with its components; those of a choice stand together.

use super::{choice, component, is_found, row, title};
use crate::icons::icon;
use crate::state::{Selected, State};
use generator::diagram::icons;
use leptos::prelude::*;

pub fn subsystem(state: State, index: usize, search: RwSignal<String>) -> impl IntoView {
    let subsystem = &state.catalog.subsystems[index];
    let components: Vec<usize> = state.catalog.components_of(index).collect();
    let any = components.clone();
    let is_hidden = move || search.with(|wanted| !any.iter().any(|&component| is_found(state, component, wanted)));
    // In all, in part, or not at all: a disc, a half disc, a ring.
    let presence = Memo::new(move |_| {
        state.follows.selection.with(|selection| {
            let all = state.catalog.components_of(index);
            // A choice is in as one of its members.
            let is_due = |component: &usize| {
                selection.is_in(*component) || state.catalog.components[*component].choice.is_none()
            };
            let due: Vec<usize> = all.filter(is_due).collect();
            (due.iter().filter(|&&component| selection.is_in(component)).count(), due.len())
        })
    });
    let state_of = move || match presence.get() {
        (0, _) => "out",
        (count, all) if count == all => "in",
        _ => "part",
    };
    let mut seen = vec![];
    let rows = components.into_iter().filter_map(|index| match state.catalog.components[index].choice {
        Some(of) if seen.contains(&of) => None,
        Some(of) => {
            seen.push(of);
            Some(choice::choice(state, of, search).into_any())
        }
        None => Some(component::component(state, index, search).into_any()),
    });
    let rows = rows.collect_view();
    let says = view! {
        <span class="subsystem-icon">{icon(icons::path(&subsystem.icon))}</span>
        {title(&subsystem.title)}
        <span class="presence" data-state=state_of aria-hidden="true"></span>
        <span class="unseen">{move || format!(", {} of {} in", presence.get().0, presence.get().1)}</span>
    };
    view! {
        <section class=format!("subsystem hue-{}", subsystem.hue) class:is-hidden=is_hidden>
            <h2 class="subsystem-head">{row::row(state, Selected::Subsystem(index), says.into_any())}</h2>
            <ul>{rows}</ul>
        </section>
    }
}
