//! What the download is: name, digest, what is in it, the command that makes the same, and what to run next.

use super::panel::panel;
use crate::icons::{self, icon};
use crate::parts::{all, item, items, none, paragraph, span, text, unseen, words};
use crate::state::State;
use generator::Bundle;
use generator::totals::count;
use leptos::prelude::*;

pub fn contents(state: State) -> AnyView {
    const NAME: &str = "What is in the download";
    let says = all([icon(icons::CHEVRON), unseen(NAME)]);
    panel("contents", NAME, "tool download-more", says, move || body(state))
}

fn body(state: State) -> AnyView {
    let bundle = state.follows.bundle.get();
    let total = count(bundle.files.len() as i64, "file");
    let top = bundle.contents().into_iter().map(|(name, files)| {
        let says = if name.ends_with('/') { span("count", count(files as i64, "file")) } else { none() };
        item("", all([view! { <code>{name}</code> }.into_any(), says]))
    });
    let steps = bundle.next_steps().into_iter().map(|step| item("", words(&step)));
    let command = text(move || state.follows.platform.with(|platform| Bundle::command(&platform.name)));
    let blocked = if state.follows.platform.with(|platform| platform.is_valid()) {
        none()
    } else {
        paragraph("report is-refused", "There are errors: it can be downloaded when they are mended.")
    };
    view! {
        <h2 class="panel-title">{bundle.name.clone()} ".zip " {span("count", total)}</h2>
        {blocked}
        {items("contents", all(top))}
        <h3>"Digest"</h3>
        <code class="command">{bundle.digest.clone()}</code>
        <h3>"The same on the command line"</h3>
        {paragraph("panel-says", "With the configuration.json that is in it, or with the address of this page in its place:")}
        <code class="command">{command}</code>
        <h3>"What to run next"</h3>
        <ol class="steps">{all(steps)}</ol>
        {paragraph("panel-says", "Its README.md says the rest.")}
    }
    .into_any()
}
