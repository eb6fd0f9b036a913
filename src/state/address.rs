//! The address always holds the draft, so that it can be copied, sent and kept. It is written after a pause, in place of the one
//! before, so that the way back leads out of the page and not through each key press.

use super::State;
use crate::parts::effect;
use generator::draft::{is_link, link};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use std::cell::RefCell;

/// Milliseconds without a change.
const PAUSE: u32 = 400;

/// What stands after `#`.
fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The id of the draft that this page wrote into the address: it is still there after loading again, and on the way back.
pub fn own() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}

/// The whole address, with the draft as it is now.
pub fn write(state: State) -> String {
    let link = state.draft.with_untracked(|draft| link(&draft.without_secrets(state.catalog)));
    let fragment = format!("#{link}");
    if let Ok(history) = window().history() {
        // Where nothing can be stored, what the address holds is newer than what is there.
        let is_stored = !state.drafts.is_told.get_untracked();
        let id = if is_stored { state.drafts.current.get_untracked() } else { String::new() };
        let id = JsValue::from_str(&id);
        // A browser that has had enough of it keeps the address before.
        let _ = history.replace_state_with_url(&id, "", Some(&fragment));
    }
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned() + &fragment
}

impl State {
    /// Opens what the address holds, now and whenever it changes, and keeps the draft in it.
    pub(super) fn keep_address(self) {
        self.arrive();
        EventListener::new(&window(), "hashchange", move |_| self.arrive()).forget();
        // Another draft is written at once: loading again finds it by what the address says.
        effect(move || {
            self.drafts.current.track();
            write(self);
        });
        let pause = RefCell::new(None::<Timeout>);
        effect(move || {
            self.draft.track();
            *pause.borrow_mut() = Some(Timeout::new(PAUSE, move || _ = write(self)));
        });
    }

    fn arrive(self) {
        let fragment = fragment();
        let is_place = document().get_element_by_id(&fragment).is_some();
        match own().filter(|id| self.drafts.has(id)) {
            Some(id) => self.open_draft(&id),
            None if fragment.is_empty() || is_place => {}
            None => {
                self.reports.set(vec![]);
                if is_link(&fragment) {
                    self.bring("The link", fragment.as_bytes());
                } else {
                    self.refuse("The link", "No value was understood: this is no link to a draft.".to_owned());
                }
            }
        }
    }
}
