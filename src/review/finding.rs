//! One finding: in the review, and beside the field that it is about.

use super::{go_to, look};
use crate::icons::icon;
use crate::state::State;
use crate::words::words;
use generator::{Finding, Severity};
use leptos::prelude::*;

pub fn finding(state: State, finding: Finding) -> impl IntoView {
    let component = finding.component.as_deref().and_then(|id| state.catalog.component(id));
    let place = match (&finding.field, component) {
        (Some(field), _) => Some(field.clone()),
        (None, Some(component)) => Some(state.catalog.components[component].title.clone()),
        (None, None) => None,
    };
    let about = finding.clone();
    let place = place.map(|place| {
        view! { <button type="button" class="finding-place" on:click=move |_| go_to(state, &about)>{place}</button> }
    });
    view! {
        <article class=format!("finding {}", finding.severity.as_str())>
            {icon(look(finding.severity))}
            <div class="finding-body">
                <p>{words(&finding.says)}</p>
                {remedy(state, &finding)}
            </div>
            {place}
        </article>
    }
}

/// Warnings and notes about a field, at the field.
pub fn beside(state: State, field: &'static str) -> impl IntoView {
    let found = Memo::new(move |_| {
        let is_its =
            |finding: &&Finding| finding.severity >= Severity::Warning && finding.field.as_deref() == Some(field);
        state.follows.platform.with(|platform| platform.findings.iter().filter(is_its).cloned().collect::<Vec<_>>())
    });
    move || {
        let one = |finding: Finding| {
            view! {
                <div class=format!("aside {}", finding.severity.as_str())>
                    {icon(look(finding.severity))}
                    <div class="finding-body"><p>{words(&finding.says)}</p> {remedy(state, &finding)}</div>
                </div>
            }
        };
        found.get().into_iter().map(one).collect_view()
    }
}

/// What to do; in one click, where the catalog says which values.
fn remedy(state: State, finding: &Finding) -> impl IntoView + use<> {
    let set = finding.set.clone();
    let mend = (!set.is_empty()).then(|| {
        let mut names = vec![];
        for (name, value) in &set {
            names.push(format!("{name} = {value}"));
        }
        view! { <button type="button" class="quiet mend" on:click=move |_| state.mend(&set)>"Set " <code>{names.join(", ")}</code></button> }
    });
    let acknowledge = (finding.name == "ended-component-not-acknowledged").then(|| {
        let id = finding.component.clone().unwrap_or_default();
        view! { <button type="button" class="quiet mend" on:click=move |_| state.acknowledge(&id)>"I know, and want it all the same"</button> }
    });
    view! {
        {finding.remedy.clone().map(|remedy| view! { <p class="remedy">{words(&remedy)}</p> })}
        {mend}
        {acknowledge}
    }
}
