//! If the program fails, the draft is not lost: public/boot.js then shows it, to be copied.

use generator::Draft;
use leptos::prelude::window;
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::JsValue;

/// Leaves the draft where it can be read when the program cannot be asked any more.
pub fn remember(draft: &Draft) {
    let draft = JsValue::from_str(&draft.to_json());
    // Only a frozen window would refuse it.
    let _ = Reflect::set(&window(), &JsValue::from_str("lastDraft"), &draft);
}
