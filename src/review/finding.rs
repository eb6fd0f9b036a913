//! One finding: in the review, and beside the field that it is about.

use super::{found, go_to, look};
use crate::icons::icon;
use crate::parts::{all, button, none, part, words};
use crate::state::State;
use generator::{Finding, Severity};
use leptos::prelude::*;

pub fn finding(state: State, finding: Finding) -> AnyView {
    let component = finding.component.as_deref().and_then(|id| state.catalog.component(id));
    let place = match (&finding.field, component) {
        (Some(field), _) => Some(field.clone()),
        (None, Some(component)) => Some(state.catalog.components[component].title.clone()),
        (None, None) => None,
    };
    let shown = body(state, "finding", &finding);
    let go = place.map(|place| button("finding-place", place.into_any(), move || go_to(state, &finding)));
    view! { <article class="finding-row">{shown} {go.unwrap_or_else(none)}</article> }.into_any()
}

/// Warnings, notes and the catalog's own questions about a field, at the field.
pub fn beside(state: State, field: &'static str) -> AnyView {
    let found = found(state, move |finding| {
        let is_new = finding.severity != Severity::Error && !finding.is_asked_by_terraform();
        is_new && finding.field.as_deref() == Some(field)
    });
    part(move || all(found.get().iter().map(|finding| body(state, "aside", finding))))
}

/// What it says and what to do about it.
fn body(state: State, class: &str, finding: &Finding) -> AnyView {
    view! {
        <div class=format!("{class} {}", finding.severity.as_str())>
            {icon(look(finding.severity))}
            <div class="finding-body"><p>{words(&finding.says)}</p> {remedy(state, finding)}</div>
        </div>
    }
    .into_any()
}

/// In one click, where the catalog says which values.
fn remedy(state: State, finding: &Finding) -> AnyView {
    let mut parts = vec![];
    if let Some(remedy) = &finding.remedy {
        parts.push(view! { <p class="remedy">{words(remedy)}</p> }.into_any());
    }
    if !finding.set.is_empty() {
        let set = finding.set.clone();
        let mut names = vec![];
        for (name, value) in &set {
            names.push(format!("{name} = {}", generator::json::line(value)));
        }
        parts.push(button("quiet mend", words(&format!("Set `{}`", names.join(", "))), move || state.mend(&set)));
    }
    if finding.name == "ended-component-not-acknowledged" {
        let id = finding.component.clone().unwrap_or_default();
        let title = state.catalog.component(&id).map_or("it", |index| &state.catalog.components[index].title);
        let says = format!("I know that {title} has ended, and want it all the same");
        parts.push(button("quiet mend", says.into_any(), move || state.acknowledge(&id)));
    }
    all(parts)
}
