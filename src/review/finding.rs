//! One finding: in the review, and beside the field that it is about.

use super::{found, go_to, look};
use crate::files::chip;
use crate::icons::icon;
use crate::parts::{all, button, none, part, words};
use crate::state::{Selected, State};
use generator::evaluate::Value;
use generator::{Finding, Severity};
use leptos::prelude::*;

/// With links to the component and to the field that it is about.
pub fn finding(state: State, finding: Finding) -> AnyView {
    let component = finding.component.as_deref().and_then(|id| state.catalog.component(id));
    let component = component.map_or_else(none, |component| chip(state, Selected::Component(component)));
    let field = finding.field.clone();
    let field = field.map_or_else(none, |field| {
        let to = finding.clone();
        button("finding-place", field.into_any(), move || go_to(state, &to))
    });
    let shown = body(state, "finding", &finding, none());
    view! { <article class="finding-row">{shown} <div class="finding-places">{field} {component}</div></article> }
        .into_any()
}

/// Warnings, notes and the catalog's own questions about a field, at the field, and errors of another one that could be mended
/// here as well; from one open question it leads to the next.
pub fn beside(state: State, field: &'static str) -> AnyView {
    let found = found(state, move |finding| {
        if finding.field.as_deref() == Some(field) {
            finding.severity != Severity::Error && !finding.is_asked_by_terraform()
        } else {
            finding.also.iter().any(|also| also == field)
        }
    });
    let one = move |finding: &Finding| {
        let other = finding.field.clone().filter(|other| other != field);
        let before = other.map_or_else(none, |other| {
            let to = finding.clone();
            all([button("link mono", other.into_any(), move || go_to(state, &to)), ": ".into_any()])
        });
        body(state, "aside", finding, before)
    };
    let noted = part(move || found.with(|found| all(found.iter().map(one))));
    all([noted, super::questions::next(state, field)])
}

/// What it says, behind what stands before it, and what to do about it.
fn body(state: State, class: &str, finding: &Finding, before: AnyView) -> AnyView {
    view! {
        <div class=format!("{class} {}", finding.severity.as_str())>
            {icon(look(finding.severity))}
            <div class="finding-body"><p>{before} {words(&finding.says)}</p> {remedy(state, finding)}</div>
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
        parts.push(button("quiet mend", words(&will_set(state, finding)), move || state.mend(&set)));
    }
    for index in finding.switch.iter().filter_map(|id| state.catalog.component(id)) {
        let says = ["Switch on: ", &state.catalog.components[index].title].concat();
        parts.push(button("quiet mend", says.into_any(), move || state.switch(index, true)));
    }
    let id = finding.component.clone().unwrap_or_default();
    let title = state.catalog.component(&id).map(|index| state.catalog.components[index].title.as_str());
    match (finding.name.as_str(), title) {
        ("ended-component-not-acknowledged", Some(title)) => {
            let says = format!("I know that {title} has ended, and want it all the same");
            parts.push(button("quiet mend", says.into_any(), move || state.acknowledge(&id)));
        }
        ("ended-component", Some(_)) => {
            let says = "Take the acknowledgement back".into_any();
            parts.push(button("quiet mend", says, move || state.take_back_acknowledgement(&id)));
        }
        _ => {}
    }
    all(parts)
}

/// "Set `zone_count` to `3` (now `2`)".
fn will_set(state: State, finding: &Finding) -> String {
    let mut says = String::from("Set ");
    for (at, (name, value)) in finding.set.iter().enumerate() {
        let now = state.follows.platform.with_untracked(|platform| platform.value(name));
        let parts = [if at > 0 { ", `" } else { "`" }, name, "` to `", &Value::from_json(value).line(), "`"];
        parts.iter().for_each(|part| says.push_str(part));
        if !now.is_unknown() {
            [" (now `", &now.line(), "`)"].iter().for_each(|part| says.push_str(part));
        }
    }
    says
}
