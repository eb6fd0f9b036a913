//! The status line: the sums, each a door.

use crate::icons::{self, icon};
use crate::state::{State, View};
use generator::totals::count;
use generator::{Finding, Severity};
use leptos::prelude::*;

pub fn status(state: State) -> impl IntoView {
    let totals = state.follows.totals;
    let files = move |_| {
        state.inspecting.set(false);
        state.view.set(View::Files);
    };
    let digest = move || state.follows.bundle.with(|bundle| bundle.digest.chars().take(8).collect::<String>());
    view! {
        <footer class="status" aria-label="Sums">
            {findings(state, Severity::Error, "error")}
            {findings(state, Severity::Question, "open question")}
            {findings(state, Severity::Warning, "warning")}
            <span class="said" role="status">{move || state.said.get()}</span>
            <button type="button" class="door" on:click=files title="Resource blocks in the Terraform">{move || count(totals.get().resources, "resource")}</button>
            <button type="button" class="door" on:click=files title="Files in the bundle">{move || count(totals.get().files, "file")}</button>
            <button type="button" class="door" on:click=move |_| state.go_to_review("review-costs") title="At list price">
                {move || format!("about ${} a month", totals.get().monthly)}
            </button>
            <button type="button" class="door digest" on:click=move |_| state.go_to_review("review-digest") title="What the digest is of">
                "digest " <code>{digest}</code>
            </button>
        </footer>
    }
}

fn findings(state: State, severity: Severity, noun: &'static str) -> impl IntoView {
    let found = Memo::new(move |_| {
        let is_its = |finding: &&Finding| finding.severity == severity;
        state.follows.platform.with(|platform| platform.findings.iter().filter(is_its).count())
    });
    let (look, id) = match severity {
        Severity::Error => (icons::ERROR, "review-error"),
        Severity::Question => (icons::QUESTION, "review-question"),
        _ => (icons::WARNING, "review-warning"),
    };
    view! {
        <button type="button" class=format!("door {}", severity.as_str()) class:is-none=move || found.get() == 0 on:click=move |_| state.go_to_review(id)>
            {icon(look)}
            {move || count(found.get() as i64, noun)}
        </button>
    }
}
