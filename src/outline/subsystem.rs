//! A subsystem with its components; those of a choice stand together.

use super::{Outline, choice, component, is_found, row};
use crate::icons::icon;
use crate::parts::{all, flag, items, memo, span, text};
use crate::state::{Selected, State};
use generator::diagram::icons;
use leptos::prelude::*;

pub fn subsystem(outline: Outline, index: usize) -> AnyView {
    let Outline { state, search, .. } = outline;
    let subsystem = &state.catalog.subsystems[index];
    let components: Vec<usize> = state.catalog.components_of(index).collect();
    let any = components.clone();
    let is_hidden =
        flag(move || search.with(|wanted| !any.iter().any(|&component| is_found(state, component, wanted))));
    let mut seen = vec![];
    let mut rows = vec![];
    for component in components {
        match state.catalog.components[component].choice {
            Some(of) if seen.contains(&of) => {}
            Some(of) => {
                seen.push(of);
                rows.push(choice::choice(outline, of));
            }
            None => rows.push(component::component(outline, component)),
        }
    }
    let title = [
        view! { <span class="subsystem-icon">{icon(icons::path(&subsystem.icon))}</span> }.into_any(),
        span("row-title", &subsystem.title),
        presence(state, index),
    ];
    view! {
        <section class=format!("subsystem hue-{}", subsystem.hue) class:is-hidden=is_hidden>
            <h2 class="subsystem-head">{row::row(state, Selected::Subsystem(index), all(title))}</h2>
            {items("", all(rows))}
        </section>
    }
    .into_any()
}

/// In all, in part, or not at all: a disc, a half disc, a ring. A choice is in as one of its members.
fn presence(state: State, index: usize) -> AnyView {
    let presence = memo(move || {
        state.follows.selection.with(|selection| {
            let all = state.catalog.components_of(index);
            let is_due = |component: &usize| {
                selection.is_in(*component) || state.catalog.components[*component].choice.is_none()
            };
            let due: Vec<usize> = all.filter(is_due).collect();
            (due.iter().filter(|&&component| selection.is_in(component)).count(), due.len())
        })
    });
    let state = text(move || match presence.get() {
        (0, _) => "out".to_owned(),
        (count, all) if count == all => "in".to_owned(),
        _ => "part".to_owned(),
    });
    let says = text(move || format!("{} of {} in", presence.get().0, presence.get().1));
    view! { <span class="presence" role="img" data-state=state title=says aria-label=says></span> }.into_any()
}
