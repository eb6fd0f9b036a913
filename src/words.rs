//! Sentences of the engine, with what stands between backticks as code.

use leptos::prelude::*;

pub fn words(text: &str) -> impl IntoView + use<> {
    let part = |(position, part): (usize, &str)| {
        let part = part.to_owned();
        if position % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    };
    text.split('`').enumerate().map(part).collect_view()
}
