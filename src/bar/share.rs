//! Share: the link into the clipboard.

use crate::icons;
use crate::parts::icon_button;
use crate::state::{State, address};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Reflect;

const COPIED: &str = "The link is copied: it holds the draft, and no secret.";
const REFUSED: &str = "The browser lets nothing be copied; the address of this page is the link.";

pub fn share(state: State) -> AnyView {
    icon_button("tool", icons::SHARE, "Copy the link", move || {
        let link = address::write(state);
        let navigator = window().navigator();
        // Browsers have a clipboard only where the connection is secure.
        if !Reflect::has(&navigator, &JsValue::from_str("clipboard")).unwrap_or(false) {
            return state.said.set(REFUSED.to_owned());
        }
        let say = |says: &'static str| Closure::once(move |_: JsValue| state.said.set(says.to_owned()));
        let (copied, refused) = (say(COPIED), say(REFUSED));
        let _ = navigator.clipboard().write_text(&link).then2(&copied, &refused);
        copied.forget();
        refused.forget();
    })
}
