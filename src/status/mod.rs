//! The status line: the sums, each a door.

use crate::icons::{self, icon};
use crate::keys;
use crate::parts::{all, click, flag, icon_button, memo, text};
use crate::review::look;
use crate::state::{State, View};
use generator::totals::count;
use generator::{Finding, Severity};
use leptos::prelude::*;

pub fn status(state: State) -> AnyView {
    let totals = state.follows.totals;
    let files = move || {
        state.inspecting.set(false);
        state.view.set(View::Files);
    };
    let digest = text(move || state.follows.digest.with(|digest| digest[..8].to_owned()));
    let costs = move || state.go_to_review("review-costs");
    let doors = [
        door("Resource blocks in the Terraform", text(move || count(totals.get().resources, "resource block")), files),
        door("Files in the bundle", text(move || count(totals.get().files, "file")), files),
        door("At list price", text(move || format!("about ${} a month", totals.get().monthly)), costs),
    ];
    let found = [(Severity::Error, "error"), (Severity::Question, "open question"), (Severity::Warning, "warning")];
    view! {
        <footer class="status" aria-label="Sums">
            {all(found.map(|(severity, noun)| findings(state, severity, noun)))}
            <span class="said" role="status" title=state.said>{state.said}</span>
            {all(doors)}
            <button type="button" class="door digest" title="What the digest is of" on:click=click(move || state.go_to_review("review-digest"))>
                "digest " <code>{digest}</code>
            </button>
            {icon_button("door keys-door", icons::KEYS, "Keys (?)", keys::show)}
        </footer>
    }
    .into_any()
}

fn door(title: &'static str, says: Signal<String>, go: impl FnMut() + 'static) -> AnyView {
    view! { <button type="button" class="door" title=title on:click=click(go)>{says}</button> }.into_any()
}

fn findings(state: State, severity: Severity, noun: &'static str) -> AnyView {
    let found = memo(move || {
        let is_its = |finding: &&Finding| finding.severity == severity;
        state.follows.platform.with(|platform| platform.findings.iter().filter(is_its).count())
    });
    let id = match severity {
        Severity::Error => "review-error",
        Severity::Question => "review-question",
        _ => "review-warning",
    };
    let class = format!("door {}", severity.as_str());
    let go = click(move || state.go_to_review(id));
    view! {
        <button type="button" class=class class:is-none=flag(move || found.get() == 0) on:click=go>
            {icon(look(severity))}
            {text(move || count(found.get() as i64, noun))}
        </button>
    }
    .into_any()
}
