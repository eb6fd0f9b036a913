//! The browser's own storage: the draft, so that it is there again, and the theme.

use generator::{Catalog, Draft, Finding, draft};
use leptos::prelude::window;

const KEY: &str = "eks-configurator/draft";
/// A stored draft that was not understood, whole: the next change must not lose it.
const KEPT: &str = "eks-configurator/draft-not-understood";

/// What was stored, and what of it is not understood; that is kept aside as it was.
pub fn load() -> (Draft, Vec<Finding>) {
    let Some(text) = get(KEY) else { return Default::default() };
    let (draft, findings) = draft::read(&text);
    if !findings.is_empty() {
        put(KEPT, &text);
    }
    (draft, findings)
}

/// Without secrets: nobody types one, but a draft may come from elsewhere.
pub fn save(catalog: &Catalog, draft: &Draft) {
    put(KEY, &draft.without_secrets(catalog).to_json());
}

pub fn get(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// A browser that stores nothing (a private window, no room) is no reason to stop.
pub fn put(key: &str, text: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, text);
    }
}
