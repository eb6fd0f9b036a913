//! Why a component is in, what it needs, who needs it, and what it cannot be together with.

use crate::parts::{all, button, item, items, live, none, part, span};
use crate::state::{Selected, State};
use generator::catalog::{ComponentIndex, Needed, Requirement};
use generator::platform::{Why, needed_by, why};
use leptos::prelude::*;

pub fn reasons(state: State, index: ComponentIndex) -> AnyView {
    let catalog = state.catalog;
    let why = part(move || {
        state.follows.selection.with(|selection| match selection.presences.get(index).map(|presence| &presence.why) {
            Some(Why::Required { by, requirement }) => {
                all([link(state, *by), " needs it: ".into_any(), mention(state, *by, requirement)])
            }
            _ => why(catalog, selection, index).into_any(),
        })
    });
    let needs = &catalog.requirements[index];
    let needs = match needs.is_empty() {
        true => none(),
        false => fact("Needs", all(needs.iter().map(|one| reason(needed(state, one), mention(state, index, one))))),
    };
    let needed = part(move || {
        let others = state.follows.selection.with(|selection| needed_by(catalog, selection, index));
        if others.is_empty() {
            return none();
        }
        let one = |(other, requirement): (ComponentIndex, &Requirement)| {
            reason(link(state, other), mention(state, other, requirement))
        };
        fact("Needed by", all(others.into_iter().map(one)))
    });
    let mut against = vec![];
    for conflict in catalog.conflicts.iter().filter(|conflict| conflict.between.contains(&index)) {
        let others = conflict.between.iter().filter(|&&other| other != index).map(|&other| link(state, other));
        against.push(reason(all(others), span("mention", &conflict.says)));
    }
    let against = if against.is_empty() { none() } else { fact("Not with", all(against)) };
    view! {
        <section class="facts">
            <h3>"Why"</h3>
            <dl><dt>"In or out"</dt> <dd>{why}</dd> {needs} {needed} {against}</dl>
        </section>
    }
    .into_any()
}

/// A term, and a list of what there is to say.
pub fn fact(term: impl Into<String>, list: AnyView) -> AnyView {
    let term: String = term.into();
    view! { <dt>{term}</dt> <dd>{items("", list)}</dd> }.into_any()
}

/// The component, or the choice and the member that was taken.
fn needed(state: State, requirement: &Requirement) -> AnyView {
    match requirement.needs {
        Needed::Component(component) => link(state, component),
        Needed::Choice(choice) => {
            let title = &state.catalog.choices[choice].title;
            let taken = move || state.follows.selection.with(|selection| selection.taken[choice]);
            let says = live("", move || format!("{title}: {}", state.catalog.components[taken()].title));
            button("link", says, move || state.inspect(Selected::Component(taken())))
        }
    }
}

fn reason(what: AnyView, why: AnyView) -> AnyView {
    item("", all([what, why]))
}

/// The file that says so, and what it says.
fn mention(state: State, component: ComponentIndex, requirement: &Requirement) -> AnyView {
    let file = state.catalog.ships_as(component, &requirement.file).unwrap_or(&requirement.file).to_owned();
    let path = file.clone();
    let is_there = state.follows.terraform.with_untracked(|files| files.contains_key(&file));
    let file = match is_there {
        true => button("link", path.into_any(), move || state.go_to_file(&file)),
        false => span("", path),
    };
    let verb = if requirement.looked_up { " reads " } else { " mentions " };
    let says = all([file, verb.into_any(), view! { <code>{requirement.address.clone()}</code> }.into_any()]);
    view! { <span class="mention">{says}</span> }.into_any()
}

fn link(state: State, index: ComponentIndex) -> AnyView {
    let title = state.catalog.components[index].title.clone().into_any();
    button("link", title, move || state.inspect(Selected::Component(index)))
}
