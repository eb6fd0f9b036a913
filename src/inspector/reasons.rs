//! Why a component is in, what it needs, and who needs it.

use crate::parts::{all, button, item, items, live, none, part, span};
use crate::state::{Selected, State};
use generator::catalog::{ComponentIndex, Needed, Requirement};
use generator::platform::{mention, needed_by, why};
use leptos::prelude::*;

pub fn reasons(state: State, index: ComponentIndex) -> AnyView {
    let why = live("", move || state.follows.selection.with(|selection| why(state.catalog, selection, index)));
    let needs = &state.catalog.requirements[index];
    let needs = if needs.is_empty() { none() } else { fact("Needs", all(needs.iter().map(|one| needed(state, one)))) };
    let needed = part(move || {
        let others = state.follows.selection.with(|selection| needed_by(state.catalog, selection, index));
        if others.is_empty() {
            return none();
        }
        let one = |(other, requirement): (ComponentIndex, &Requirement)| reason(link(state, other), requirement);
        fact("Needed by", all(others.into_iter().map(one)))
    });
    view! {
        <section class="facts">
            <h3>"Why"</h3>
            <dl><dt>"In or out"</dt> <dd>{why}</dd> {needs} {needed}</dl>
        </section>
    }
    .into_any()
}

/// A term, and a list of what there is to say.
pub fn fact(term: impl Into<String>, list: AnyView) -> AnyView {
    let term: String = term.into();
    view! { <dt>{term}</dt> <dd>{items("", list)}</dd> }.into_any()
}

fn needed(state: State, requirement: &Requirement) -> AnyView {
    let what = match requirement.needs {
        Needed::Component(component) => link(state, component),
        Needed::Choice(choice) => span("", &state.catalog.choices[choice].title),
    };
    reason(what, requirement)
}

fn reason(what: AnyView, requirement: &Requirement) -> AnyView {
    item("", all([what, span("mention", mention(requirement))]))
}

fn link(state: State, index: ComponentIndex) -> AnyView {
    let title = state.catalog.components[index].title.clone().into_any();
    button("link", title, move || state.inspect(Selected::Component(index)))
}
