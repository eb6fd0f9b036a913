//! The platform on paper: made when the browser is about to print.

use crate::parts::{all, item, items, none, paragraph, part, words};
use crate::state::State;
use generator::diagram;
use generator::platform::Origin;
use gloo::events::EventListener;
use leptos::prelude::*;

pub fn paper(state: State) -> AnyView {
    let is_printing = RwSignal::new(false);
    for (name, is_its) in [("beforeprint", true), ("afterprint", false)] {
        EventListener::new(&window(), name, move |_| is_printing.set(is_its)).forget();
    }
    let body = part(move || if is_printing.get() { body(state) } else { none() });
    view! { <article class="on-paper">{body}</article> }.into_any()
}

fn body(state: State) -> AnyView {
    let platform = state.follows.platform.get();
    let picture = state.follows.whole.with(|drawing| diagram::inline(drawing));
    let findings = platform.findings.iter().map(|finding| {
        let remedy = finding.remedy.as_deref().map_or_else(none, words);
        item("", all([words(&format!("{}: {} ", finding.severity.as_str(), finding.says)), remedy]))
    });
    let given = platform.settings.iter().filter(|(_, setting)| matches!(setting.origin, Origin::Given | Origin::Open));
    let settings = given.map(|(name, setting)| {
        let value = if setting.origin == Origin::Open { "(open)".to_owned() } else { setting.value.to_hcl(0) };
        view! { <pre>{format!("{name} = {value}")}</pre> }.into_any()
    });
    view! {
        <h1>{platform.name.clone()}</h1>
        {paragraph("", format!("Digest {}", state.follows.digest.get()))}
        <div inner_html=picture></div>
        <h2>"Findings"</h2>
        {items("", all(findings))}
        <h2>"Settings that differ from their defaults"</h2>
        {all(settings)}
    }
    .into_any()
}
