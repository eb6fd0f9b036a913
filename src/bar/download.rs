//! The download: made at the click, from what is shown. With errors it leads to the first one instead.

use crate::icons::{self, icon};
use crate::parts::{click, flag, live, memo, text};
use crate::state::State;
use generator::{Severity, bundle};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Milliseconds that the browser has to fetch the bytes before they are let go.
const KEPT: u32 = 10_000;

pub fn download(state: State) -> AnyView {
    let errors = memo(move || {
        let is_error = |finding: &&generator::Finding| finding.severity == Severity::Error;
        state.follows.platform.with(|platform| platform.findings.iter().filter(is_error).count())
    });
    let go = move || {
        if errors.get_untracked() > 0 {
            crate::review::go_to_first_error(state);
        } else {
            let bundle = state.follows.bundle.get_untracked();
            // A browser that refuses the download says so itself.
            let _ = save(&format!("{}.zip", bundle.name), "application/zip", &bundle::zip(&bundle));
        }
    };
    let says = move || match errors.get() {
        0 => state.follows.platform.with(|platform| format!("{}.zip", platform.name)),
        1 => "1 error first".to_owned(),
        count => format!("{count} errors first"),
    };
    let title = text(move || if errors.get() > 0 { "Go to the first error" } else { "All files as a zip" }.to_owned());
    view! {
        <button type="button" class="download" class:is-blocked=flag(move || errors.get() > 0) title=title on:click=click(go)>
            {icon(icons::DOWNLOAD)}
            <span class="download-verb">"Download"</span>
            {live("download-name", says)}
        </button>
    }
    .into_any()
}

/// Hands bytes to the browser as a file.
pub fn save(name: &str, of_kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = web_sys::js_sys::Array::of1(&web_sys::js_sys::Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(of_kind);
    hand_over(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?)
}

/// The same with what the browser holds already.
pub fn hand_over(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || _ = Url::revoke_object_url(&url)).forget();
    Ok(())
}
