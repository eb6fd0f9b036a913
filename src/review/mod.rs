//! The review: what is wrong, open, or worth knowing; what it costs; what the digest is of.

mod costs;
mod digest;
mod finding;

pub use finding::{beside, finding};

use crate::icons;
use crate::state::{Selected, State};
use generator::{Finding, Severity};
use leptos::prelude::*;

/// The headings, in order, with what an empty group means.
const GROUPS: [(Severity, &str, &str); 4] = [
    (Severity::Error, "Errors", "They keep the bundle from being downloaded."),
    (Severity::Question, "Open questions", "The bundle downloads; terraform plan asks for these."),
    (Severity::Warning, "Warnings", "They work, and have a price or a risk that one should know."),
    (Severity::Note, "Notes", "Good to know."),
];

pub fn review(state: State) -> impl IntoView {
    let group = |(severity, title, says): (Severity, &'static str, &'static str)| {
        let found = Memo::new(move |_| {
            let is_its = |finding: &&Finding| finding.severity == severity;
            state.follows.platform.with(|platform| platform.findings.iter().filter(is_its).cloned().collect::<Vec<_>>())
        });
        let items =
            move || found.get().into_iter().map(|found| view! { <li>{finding(state, found)}</li> }).collect_view();
        view! {
            <section class="review-group" class:is-hidden=move || found.with(Vec::is_empty) id=format!("review-{}", severity.as_str()) tabindex="-1">
                <h2>{title} <span class="count">{move || found.with(Vec::len)}</span></h2>
                <p class="review-says">{says}</p>
                <ul>{items}</ul>
            </section>
        }
    };
    let is_calm = Memo::new(move |_| state.follows.platform.with(|platform| platform.findings.is_empty()));
    view! {
        <div class="review">
            {move || is_calm.get().then(|| view! { <p class="empty">"Nothing is wrong, open or worth a note."</p> })}
            {GROUPS.map(group).collect_view()}
            {costs::costs(state)}
            {digest::digest(state)}
        </div>
    }
}

/// An icon and a class by severity: colour never says it alone.
pub fn look(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => icons::ERROR,
        Severity::Question => icons::QUESTION,
        Severity::Warning => icons::WARNING,
        Severity::Note => icons::NOTE,
    }
}

/// To the field of the first error, or to the list if it has none.
pub fn go_to_first_error(state: State) {
    let platform = state.follows.platform.get_untracked();
    let first = platform.findings.iter().find(|finding| finding.severity == Severity::Error);
    match first {
        Some(finding) => go_to(state, finding),
        None => state.go_to_review("review-error"),
    }
}

/// To what a finding is about.
pub fn go_to(state: State, finding: &Finding) {
    let component = finding.component.as_deref().and_then(|id| state.catalog.component(id));
    match (&finding.field, component) {
        (Some(field), _) => state.go_to_field(field),
        (None, Some(component)) => state.inspect(Selected::Component(component)),
        (None, None) => state.go_to_review("review-error"),
    }
}
