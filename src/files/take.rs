//! To take along: a text by the clipboard.

use crate::icons::{self, icon};
use crate::parts::{all, flag, live, part};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Clipboard;
use web_sys::js_sys::Reflect;

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
        let Some(clipboard) = clipboard() else { return tell(false) };
        let (done, failed) = (Closure::once(move |_| tell(true)), Closure::once(move |_| tell(false)));
        let _ = clipboard.write_text(&text()).then2(&done, &failed);
        // The browser calls one of them, later.
        done.forget();
        failed.forget();
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

/// Browsers have none for pages that come without encryption.
fn clipboard() -> Option<Clipboard> {
    let found = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok()?;
    (!found.is_undefined()).then(|| found.unchecked_into())
}
