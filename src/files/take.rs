//! To take along: a text by the clipboard.

use crate::icons::{self, icon};
use crate::parts::{all, flag, live, part};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Milliseconds that a button says what came of it.
const SAID: u32 = 2_000;

/// A button that copies a text, and says what came of it.
pub fn copy(class: &'static str, says: &'static str, text: impl Fn() -> String + 'static) -> AnyView {
    let is_done = RwSignal::new(None::<bool>);
    let tell = move |done: bool| {
        // The button may be gone by then.
        let _ = is_done.try_set(Some(done));
        Timeout::new(SAID, move || _ = is_done.try_set(None)).forget();
    };
    let click = crate::parts::click(move || {
        crate::clipboard::copy(&text(), tell);
    });
    let label = move || match is_done.get() {
        None => says.to_owned(),
        Some(true) => "Copied".to_owned(),
        Some(false) => "The browser refuses".to_owned(),
    };
    let look = part(move || icon(if is_done.get() == Some(true) { icons::REVIEW } else { icons::COPY }));
    view! { <button type="button" class=class class:is-done=flag(move || is_done.get().is_some()) on:click=click>{all([look, live("", label)])}</button> }
        .into_any()
}
