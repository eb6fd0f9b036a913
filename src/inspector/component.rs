//! A component.

use super::{contents, reasons, settings};
use crate::icons::icon;
use crate::outline::{is_in, member, preview, switch};
use crate::parts::{all, button, none, paragraph, part, text};
use crate::review;
use crate::state::{Selected, State};
use generator::catalog::{ComponentIndex, Inclusion};
use generator::diagram::icons;
use leptos::prelude::*;

pub fn component(state: State, index: ComponentIndex) -> AnyView {
    let component = &state.catalog.components[index];
    let subsystem = &state.catalog.subsystems[component.subsystem];
    let control = if component.choice.is_some() { member(state, index, "inspector") } else { switch(state, index) };
    let crumb = all([
        view! { <span class="subsystem-icon">{icon(icons::path(&subsystem.icon))}</span> }.into_any(),
        subsystem.title.clone().into_any(),
    ]);
    let is_in = is_in(state, index);
    let off = move || {
        if is_in.get() {
            none()
        } else if component.choice.is_some() {
            paragraph("hint", "Not in. What is taken here comes in with the first component that needs it.")
        } else {
            paragraph("hint", "Not in. Switch it on to set its values and see its files.")
        }
    };
    let body = [
        general(state, index),
        part(off),
        settings::settings(state, Selected::Component(index)),
        reasons::reasons(state, index),
        contents::contents(state, index),
        life(state, index),
    ];
    view! {
        <header class=format!("inspector-head hue-{}", subsystem.hue)>
            {button("crumb", crumb, move || state.inspect(Selected::Subsystem(component.subsystem)))}
            <div class="inspector-title">{super::heading(component.title.clone().into_any())} {control}</div>
            {paragraph("summary", &component.summary)}
            {would_change(state, index)}
        </header>
        {all(body)}
    }
    .into_any()
}

/// What its switch would do; of what belongs to every platform there is nothing to say.
fn would_change(state: State, index: ComponentIndex) -> AnyView {
    let component = &state.catalog.components[index];
    if component.choice.is_none() && component.inclusion == Inclusion::Always {
        return none();
    }
    view! { <p class="would-change">{text(move || preview(state, index))}</p> }.into_any()
}

/// Findings about the component that are about none of its fields.
fn general(state: State, index: ComponentIndex) -> AnyView {
    let id = state.catalog.components[index].id.as_str();
    let found =
        review::found(state, move |finding| finding.component.as_deref() == Some(id) && finding.field.is_none());
    part(move || all(found.get().into_iter().map(|finding| review::finding(state, finding))))
}

/// Where it is in its life, by its makers' own statement.
fn life(state: State, index: ComponentIndex) -> AnyView {
    let life = &state.catalog.components[index].lifecycle;
    let Some(source) = life.source.clone() else { return none() };
    let address = source.clone();
    view! {
        <section class="facts">
            <h3>"Source"</h3>
            {paragraph("", life.says.clone().unwrap_or_default())}
            <a href=address rel="noreferrer" target="_blank">{source}</a>
        </section>
    }
    .into_any()
}
