//! What a switch would do, before it does it.

use crate::state::State;
use generator::catalog::{ComponentIndex, Inclusion};
use generator::platform::{needed_by, resolve, select, switched, titles};
use generator::{Severity, Totals, estimate};
use leptos::prelude::*;

/// "Switching it on: +2 components: ...", or why it cannot be switched off. It resolves another platform, so read it only where it
/// is shown.
pub fn preview(state: State, index: ComponentIndex) -> String {
    let component = &state.catalog.components[index];
    let before = state.follows.selection.get();
    let is_in = before.is_in(index);
    if component.choice.is_none() && component.inclusion == Inclusion::Always {
        return "It is part of every platform.".to_owned();
    }
    let needed: Vec<usize> = needed_by(state.catalog, &before, index).into_iter().map(|(other, _)| other).collect();
    if is_in && component.choice.is_none() && !needed.is_empty() {
        return ["It cannot be switched off as long as these need it: ", &titles(state.catalog, &needed), "."].concat();
    }
    let mut draft = state.draft.get_untracked();
    let verb = match component.choice.map(|choice| &state.catalog.choices[choice]) {
        Some(_) if is_in => return String::new(),
        Some(choice) => {
            draft.choose(state.catalog, choice, index);
            "Choosing it: "
        }
        None => {
            draft.switch(state.catalog, index, !is_in);
            if is_in { "Switching it off: " } else { "Switching it on: " }
        }
    };
    let platform = resolve(state.catalog, select(state.catalog, &draft), &draft);
    let (costs, after) = (estimate::estimate(state.catalog, &platform), &platform.selection);
    // Files are counted when they are cut; here they stay out of it.
    let now = state.follows.costs.with(|costs| Totals::new(state.catalog, &before, costs, 0));
    let (came, went) = switched(&before, after);
    let changes = Totals::new(state.catalog, after, &costs, 0).since(&now, state.catalog, [&came, &went]);
    let mut says = verb.to_owned();
    says.push_str(if changes.is_empty() { "nothing changes until something needs it" } else { &changes });
    says.push('.');
    let is_new = |says: &String| !before.findings.iter().any(|known| known.says == *says);
    for finding in after.findings.iter().filter(|it| it.severity == Severity::Error && is_new(&it.says)) {
        says.push(' ');
        says.push_str(&finding.says);
    }
    says
}
