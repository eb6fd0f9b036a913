//! The clipboard, where there is one.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Clipboard;
use web_sys::js_sys::Reflect;

/// Copies a text, and tells later whether it is there.
pub fn copy(text: &str, tell: impl Fn(bool) + Copy + 'static) {
    let Some(clipboard) = clipboard() else { return tell(false) };
    let heard = |is_done: bool| Closure::once(move |_: JsValue| tell(is_done));
    let (done, refused) = (heard(true), heard(false));
    let _ = clipboard.write_text(text).then2(&done, &refused);
    // The browser calls one of them, later.
    done.forget();
    refused.forget();
}

/// Browsers have none for pages that come without encryption.
fn clipboard() -> Option<Clipboard> {
    let found = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok()?;
    (!found.is_undefined()).then(|| found.unchecked_into())
}
