//! The address always holds the draft, so that it can be copied, sent and kept. It is written after a pause, in place of the one
//! before, so that the way back leads not through each key press, but to what one looked at before.

use super::State;
use super::places::OPEN;
use crate::parts::effect;
use generator::draft::{is_link, link};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use std::cell::RefCell;
use web_sys::History;

/// Milliseconds without a change.
const PAUSE: u32 = 400;

/// What stands after `#`.
fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The draft's id and the place that this page wrote beside the address: they are still there after loading again, and on the
/// way back.
fn kept() -> Option<(String, String)> {
    let kept = window().history().ok()?.state().ok()?.as_string()?;
    let (id, place) = kept.split_once(' ').unwrap_or((&kept, ""));
    Some((id.to_owned(), place.to_owned()))
}

pub fn own() -> Option<String> {
    kept().map(|(id, _)| id)
}

/// The whole address, with the draft as it is now.
pub fn write(state: State) -> String {
    keep(state, History::replace_state_with_url)
}

type Keep = fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

fn keep(state: State, keep: Keep) -> String {
    let link = state.draft.with_untracked(|draft| link(&draft.without_secrets(state.catalog)));
    let fragment = format!("#{link}");
    if let Ok(history) = window().history() {
        // Where nothing can be stored, what the address holds is newer than what is there.
        let is_stored = !state.drafts.is_told.get_untracked();
        let mut kept = if is_stored { state.drafts.current.get_untracked() } else { String::new() };
        kept.push(' ');
        kept.push_str(&untrack(|| state.place()));
        // A browser that has had enough of it keeps the address before.
        let _ = keep(&history, &JsValue::from_str(&kept), "", Some(&fragment));
    }
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned() + &fragment
}

impl State {
    /// Opens what the address holds, now and whenever it changes, and keeps the draft in it.
    pub(super) fn keep_address(self) {
        self.arrive();
        if let Some((_, place)) = kept() {
            self.go_back_to(&place);
        }
        // What this page did not write there is a link that somebody else did.
        EventListener::new(&window(), "hashchange", move |_| {
            if kept().is_none() {
                self.arrive();
            }
        })
        .forget();
        EventListener::new(&window(), "popstate", move |_| {
            if let Some((id, place)) = kept() {
                self.go_back_to(&place);
                self.open_draft(&id);
                write(self);
            }
        })
        .forget();
        effect(move || {
            let place = self.place();
            let before = kept().map(|(_, place)| place).unwrap_or_default();
            // Closing the inspector leads nowhere else.
            if before.is_empty() || before.strip_suffix(OPEN) == Some(&place) {
                write(self);
            } else if before != place {
                keep(self, History::push_state_with_url);
            }
        });
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
