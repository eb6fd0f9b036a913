//! The review: what is wrong, open, or worth knowing; what was decided; what it costs; what the digest is of.

mod costs;
mod differences;
mod digest;
mod finding;
mod questions;

pub use finding::{beside, finding};

use crate::icons;
use crate::parts::{all, flag, item, items, live, memo, none, paragraph, part};
use crate::state::{Selected, State};
use generator::{Finding, Severity};
use leptos::prelude::*;

/// The headings, in order, with what they mean.
const GROUPS: [(Severity, &str, &str); 4] = [
    (Severity::Error, "Errors", "They keep the bundle from being downloaded."),
    (
        Severity::Question,
        "Open questions",
        "The bundle downloads all the same; most of these terraform plan asks again.",
    ),
    (Severity::Warning, "Warnings", "They work, and have a price or a risk that one should know."),
    (Severity::Note, "Notes", "Good to know."),
];

pub fn review(state: State) -> AnyView {
    let is_calm = memo(move || state.follows.platform.with(|platform| platform.findings.is_empty()));
    let calm = part(
        move || if is_calm.get() { paragraph("empty", "Nothing is wrong, open or worth a note.") } else { none() },
    );
    let groups = all(GROUPS.map(|(severity, title, says)| group(state, severity, title, says)));
    let parts = [calm, groups, differences::differences(state), costs::costs(state), digest::digest(state)];
    view! { <div class="review">{all(parts)}</div> }.into_any()
}

fn group(state: State, severity: Severity, title: &'static str, says: &'static str) -> AnyView {
    let found = found(state, move |finding| finding.severity == severity);
    let rows = part(move || all(found.get().into_iter().map(|found| item("", finding(state, found)))));
    let list = if severity == Severity::Question {
        all([questions::start(state, found), view! { <ol class="in-order">{rows}</ol> }.into_any()])
    } else {
        items("", rows)
    };
    let id = format!("review-{}", severity.as_str());
    view! {
        <section class="review-group" class:is-hidden=flag(move || found.with(Vec::is_empty)) id=id tabindex="-1">
            <h2>{title} {live("count", move || found.with(Vec::len).to_string())}</h2>
            {paragraph("review-says", says)}
            {list}
        </section>
    }
    .into_any()
}

/// The findings of a kind.
pub fn found(state: State, is_its: impl Fn(&Finding) -> bool + Send + Sync + 'static) -> Memo<Vec<Finding>> {
    memo(move || {
        state.follows.platform.with(|platform| {
            let mut found = vec![];
            for finding in platform.findings.iter().filter(|finding| is_its(finding)) {
                found.push(finding.clone());
            }
            found
        })
    })
}

/// An icon by severity: colour never says it alone.
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
