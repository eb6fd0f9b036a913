//! The browser's own storage: an entry for each named draft, so that two tabs never write the same list, and the theme.

use generator::Finding;
use generator::draft::{self, Stored};
use leptos::prelude::window;
use web_sys::Storage;

/// What all keys of drafts begin with; the rest is the draft's id.
pub const DRAFT: &str = "eks-configurator/draft/";
/// The id of the draft that was shown last.
const CURRENT: &str = "eks-configurator/current";
/// Where older pages kept their only draft.
const ONLY: &str = "eks-configurator/draft";
/// A stored draft that was not understood, whole: the next change must not lose it.
const KEPT: &str = "eks-configurator/draft-not-understood/";

/// All drafts, the one changed last first; the first thing that is not understood, whose text is kept aside as it was.
pub fn load() -> (Vec<Stored>, Option<Finding>) {
    let (mut all, mut first) = (vec![], None);
    let Some(storage) = storage() else { return (all, first) };
    let mut keep = |id: &str, text: &str, findings: Vec<Finding>| {
        if let Some(finding) = findings.into_iter().next() {
            put(&[KEPT, id].concat(), text);
            first.get_or_insert(finding);
        }
    };
    // What is kept aside may change the order of what is stored.
    let keys: Vec<String> =
        (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys {
        let Some(id) = key.strip_prefix(DRAFT) else { continue };
        let text = get(&key).unwrap_or_default();
        let (stored, findings) = Stored::read(id, &text);
        keep(id, &text, findings);
        insert(&mut all, stored);
    }
    if let Some(text) = get(ONLY) {
        let (draft, findings) = draft::read(&text);
        keep("", &text, findings);
        let stored =
            Stored { id: super::drafts::new_id(&all), changed: super::drafts::now(), draft, ..Stored::default() };
        if save(&stored) {
            remove(ONLY);
        }
        insert(&mut all, stored);
    }
    (all, first)
}

/// The one changed last comes first.
pub fn insert(all: &mut Vec<Stored>, stored: Stored) {
    let place = all.iter().position(|other| other.changed < stored.changed).unwrap_or(all.len());
    all.insert(place, stored);
}

/// Whether there was room.
pub fn save(stored: &Stored) -> bool {
    put(&[DRAFT, &stored.id].concat(), &stored.to_json())
}

/// That this is the one which is shown; whether there was room.
pub fn show(id: &str) -> bool {
    put(CURRENT, id)
}

pub fn forget(id: &str) {
    remove(&format!("{DRAFT}{id}"));
}

pub fn current() -> Option<String> {
    get(CURRENT)
}

pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Whether it could be stored. A browser that stores nothing (a private window, no room) is no reason to stop.
pub fn put(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
