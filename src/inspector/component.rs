//! A component.

use super::settings;
use crate::icons::icon;
use crate::outline::{member, switch};
use crate::review;
use crate::state::{Selected, State};
use generator::catalog::{ComponentIndex, Needed, Owner, Requirement};
use generator::diagram::icons;
use generator::estimate::CostLine;
use generator::platform::{mention, needed_by, why};
use generator::slice::Kind;
use leptos::prelude::*;

pub fn component(state: State, index: ComponentIndex) -> impl IntoView {
    let component = &state.catalog.components[index];
    let subsystem = &state.catalog.subsystems[component.subsystem];
    let control = if component.choice.is_some() {
        member(state, index, "inspector").into_any()
    } else {
        switch(state, index).into_any()
    };
    let is_in = Memo::new(move |_| state.follows.selection.with(|selection| selection.is_in(index)));
    let off = move || {
        (!is_in.get())
            .then(|| view! { <p class="hint">"Not in. Switch it on to set its values and see its files."</p> })
    };
    view! {
        <header class=format!("inspector-head hue-{}", subsystem.hue)>
            <button type="button" class="crumb" on:click=move |_| state.inspect(Selected::Subsystem(component.subsystem))>
                <span class="subsystem-icon">{icon(icons::path(&subsystem.icon))}</span>
                {subsystem.title.clone()}
            </button>
            <div class="inspector-title"><h2>{component.title.clone()}</h2> {control}</div>
            <p class="summary">{component.summary.clone()}</p>
        </header>
        {general(state, index)}
        {off}
        {settings::settings(state, Selected::Component(index))}
        {reasons(state, index)}
        {contents(state, index)}
        {life(state, index)}
    }
}

/// Findings about the component that are about none of its fields.
fn general(state: State, index: ComponentIndex) -> impl IntoView {
    let id = state.catalog.components[index].id.as_str();
    let found = Memo::new(move |_| {
        let is_its =
            |finding: &&generator::Finding| finding.component.as_deref() == Some(id) && finding.field.is_none();
        state.follows.platform.with(|platform| platform.findings.iter().filter(is_its).cloned().collect::<Vec<_>>())
    });
    move || found.get().into_iter().map(|finding| review::finding(state, finding)).collect_view()
}

/// Why it is in, what it brings, who needs it.
fn reasons(state: State, index: ComponentIndex) -> impl IntoView {
    let why = move || state.follows.selection.with(|selection| why(state.catalog, selection, index));
    let brings = state.catalog.requirements[index].iter().map(|requirement| brought(state, requirement)).collect_view();
    let is_alone = state.catalog.requirements[index].is_empty();
    let needed = move || {
        let others = state.follows.selection.with(|selection| needed_by(state.catalog, selection, index));
        let one = |(other, requirement): (ComponentIndex, &Requirement)| {
            view! { <li>{link(state, other)} <span class="mention">{mention(requirement)}</span></li> }
        };
        (!others.is_empty())
            .then(|| view! { <dt>"Needed by"</dt> <dd><ul>{others.into_iter().map(one).collect_view()}</ul></dd> })
    };
    view! {
        <section class="facts">
            <h3>"Why"</h3>
            <dl>
                <dt>"In or out"</dt>
                <dd>{why}</dd>
                {(!is_alone).then(|| view! { <dt>"Needs"</dt> <dd><ul>{brings}</ul></dd> })}
                {needed}
            </dl>
        </section>
    }
}

fn brought(state: State, requirement: &'static Requirement) -> impl IntoView {
    let what = match requirement.needs {
        Needed::Component(component) => link(state, component).into_any(),
        Needed::Choice(choice) => view! { <span>{state.catalog.choices[choice].title.clone()}</span> }.into_any(),
    };
    view! { <li>{what} <span class="mention">{mention(requirement)}</span></li> }
}

fn link(state: State, index: ComponentIndex) -> impl IntoView {
    let title = state.catalog.components[index].title.clone();
    view! { <button type="button" class="link" on:click=move |_| state.inspect(Selected::Component(index))>{title}</button> }
}

/// Its files, resources and costs.
fn contents(state: State, index: ComponentIndex) -> impl IntoView {
    let id = state.catalog.components[index].id.as_str();
    let files = Memo::new(move |_| {
        let files = |bundle: &std::sync::Arc<generator::Bundle>| {
            let its = bundle.files.iter().filter(|(_, file)| file.component == id);
            its.map(|(path, _)| path.clone()).collect::<Vec<_>>()
        };
        state.follows.bundle.with(files)
    });
    let resources = Memo::new(move |_| {
        state.follows.selection.with(|selection| {
            let items = state.catalog.graph.items.iter().zip(&selection.kept);
            let its = items
                .filter(|(item, kept)| **kept && item.kind == Kind::Resource && item.owner == Owner::Component(index));
            its.map(|(item, _)| item.address.clone()).collect::<Vec<_>>()
        })
    });
    let costs = Memo::new(move |_| {
        let is_its = |line: &&CostLine| line.component == id;
        state.follows.costs.with(|costs| costs.lines.iter().filter(is_its).cloned().collect::<Vec<_>>())
    });
    let file = move |path: String| {
        let shown = path.clone();
        view! { <li><button type="button" class="link mono" on:click=move |_| state.go_to_file(&path)>{shown}</button></li> }
    };
    let cost = |line: CostLine| {
        let monthly = line.monthly.map(|monthly| format!("${monthly} a month. ")).unwrap_or_default();
        view! { <li><strong>{monthly}</strong>{line.says}</li> }
    };
    let is_out = move || !state.follows.selection.with(|selection| selection.is_in(index));
    view! {
        <section class="facts" class:is-hidden=is_out>
            <h3>"What it comes to"</h3>
            <dl>
                <dt>"Files"</dt>
                <dd><ul>{move || files.get().into_iter().map(file).collect_view()}</ul></dd>
                <dt>{move || format!("Resources ({})", resources.with(Vec::len))}</dt>
                <dd>
                    <ul class="mono">{move || resources.get().into_iter().map(|address| view! { <li>{address}</li> }).collect_view()}</ul>
                </dd>
                <dt>"Cost"</dt>
                <dd>
                    <ul>{move || costs.get().into_iter().map(cost).collect_view()}</ul>
                    {move || costs.with(Vec::is_empty).then_some("Nothing by itself.")}
                </dd>
            </dl>
        </section>
    }
}

/// Where it is in its life, by its makers' own statement.
fn life(state: State, index: ComponentIndex) -> impl IntoView {
    let life = &state.catalog.components[index].lifecycle;
    let source = life.source.clone()?;
    Some(view! {
        <section class="facts">
            <h3>"Source"</h3>
            <p>{life.says.clone()} " " <a href=source.clone() rel="noreferrer" target="_blank">{source.clone()}</a></p>
        </section>
    })
}
