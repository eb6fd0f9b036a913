//! Open questions, to be answered in order: from the field of each leads a button to the next.

use super::found;
use crate::icons::{self, icon};
use crate::parts::{all, button, none, part};
use crate::state::State;
use generator::{Finding, Severity};
use leptos::prelude::*;

/// A button to the first question.
pub fn start(state: State, questions: Memo<Vec<Finding>>) -> AnyView {
    part(move || {
        let first = questions.with(|questions| questions.first().and_then(|first| first.field.clone()));
        let Some(first) = first else { return none() };
        let says = all(["Answer them in order".into_any(), icon(icons::NEXT)]);
        button("quiet answer", says, move || state.go_to_field(&first))
    })
}

/// At a field that is an open question, or was one: a button to the next question that is still open.
pub fn next(state: State, field: &'static str) -> AnyView {
    let Some(variable) = state.catalog.variable(field).filter(|variable| !variable.is_secret()) else { return none() };
    let open = found(state, |finding| finding.severity == Severity::Question);
    let position = move |name: &str| state.catalog.variables.iter().position(|variable| variable.name == name);
    let next = move |open: &Vec<Finding>| {
        let names = || open.iter().filter_map(|finding| finding.field.as_deref());
        let others = || names().filter(|name| *name != field);
        let is_asked = variable.default.is_none() || names().any(|name| name == field);
        others()
            .find(|name| position(name) > position(field))
            .or(others().next())
            .filter(|_| is_asked)
            .map(str::to_owned)
    };
    part(move || {
        let Some(next) = open.with(next) else { return none() };
        let says = all(["Next open question: ".into_any(), next.clone().into_any(), icon(icons::NEXT)]);
        button("quiet answer", says, move || state.go_to_field(&next))
    })
}
