//! The named drafts: which there are, and which is shown. The list in memory is what counts; the storage follows it, and other tabs
//! tell of what they change.

use super::State;
use super::history::Shown;
use super::storage::{self, DRAFT};
use crate::parts::effect;
use generator::Draft;
use generator::draft::Stored;
use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use web_sys::js_sys::Date;

/// What one types there is one step here; no field is called that.
const ANOTHER_TAB: &str = "another tab";

/// Handles to them.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// The one changed last first. While one types only the text of the shown draft changes, of which nobody is told.
    pub all: RwSignal<Vec<Stored>>,
    /// The id of the one that is shown.
    pub current: RwSignal<String>,
    /// They can be restored until the page closes.
    pub deleted: RwSignal<Vec<Stored>>,
    /// That nothing can be stored is said once.
    pub(super) is_told: RwSignal<bool>,
}

pub fn now() -> u64 {
    Date::now() as u64
}

/// The time, or a little later if that is taken.
pub fn new_id(all: &[Stored]) -> String {
    let mut id = now();
    while all.iter().any(|stored| stored.id == id.to_string()) {
        id += 1;
    }
    id.to_string()
}

impl Drafts {
    /// Shows the one of that id, or the one changed last, or a new one.
    pub fn new(mut all: Vec<Stored>, id: Option<String>) -> (Drafts, Draft) {
        if all.is_empty() {
            all.push(Stored { id: new_id(&[]), ..Stored::default() });
        }
        let shown = all.iter().find(|stored| Some(&stored.id) == id.as_ref()).unwrap_or(&all[0]);
        let (current, draft) = (RwSignal::new(shown.id.clone()), shown.draft.clone());
        let drafts =
            Drafts { all: RwSignal::new(all), current, deleted: RwSignal::default(), is_told: RwSignal::new(false) };
        (drafts, draft)
    }

    pub fn has(self, id: &str) -> bool {
        self.all.with_untracked(|all| all.iter().any(|stored| stored.id == id))
    }

    /// The one that is shown; nobody is told of what it becomes.
    fn with_current(self, change: impl FnOnce(&mut Stored)) {
        let id = self.current.get_untracked();
        self.all.update_untracked(|all| {
            if let Some(stored) = all.iter_mut().find(|stored| stored.id == id) {
                change(stored);
            }
        });
    }

    /// Puts one into the list, in the place of another with its id.
    fn put(self, stored: Stored) {
        self.all.update(|all| {
            all.retain(|other| other.id != stored.id);
            storage::insert(all, stored);
        });
    }
}

impl State {
    /// Stores what is shown whenever it changes, and hears of what other tabs store.
    pub(super) fn keep_drafts(self) {
        effect(move || {
            self.drafts.current.track();
            let bundle = self.follows.platform.with(|platform| platform.name.clone());
            let draft = self.draft.with(|draft| draft.without_secrets(self.catalog));
            let (mut is_new, mut is_stored) = (false, false);
            self.drafts.with_current(|stored| {
                is_stored = storage::show(&stored.id);
                is_new = stored.bundle != bundle;
                // What another tab has just stored is not told back to it: it may have gone on since.
                if is_new || stored.changed == 0 || stored.draft != draft {
                    stored.changed = now();
                    (stored.bundle, stored.draft) = (bundle, draft);
                    is_stored &= storage::save(stored);
                }
            });
            if is_new {
                self.drafts.all.notify();
            }
            if !is_stored && !self.drafts.is_told.get_untracked() {
                self.drafts.is_told.set(true);
                self.said.set("This browser stores nothing, or has no room: the address keeps the draft.".to_owned());
            }
        });
        EventListener::new(&window(), "storage", move |event| {
            let event = event.unchecked_ref::<StorageEvent>();
            if let Some(id) = event.key().as_deref().and_then(|key| key.strip_prefix(DRAFT)) {
                self.hear(id, event.new_value());
            }
        })
        .forget();
    }

    /// Another tab stored or deleted a draft. If it is the one that is shown, that is a step which can be undone.
    fn hear(self, id: &str, text: Option<String>) {
        let is_shown = self.drafts.current.with_untracked(|current| current == id);
        match text {
            Some(text) => {
                let (stored, _) = Stored::read(id, &text);
                let draft = stored.draft.clone();
                self.drafts.put(stored);
                if is_shown && self.draft.with_untracked(|shown| *shown != draft) {
                    self.go_to(Shown { id: id.to_owned(), draft }, Some(ANOTHER_TAB));
                    self.said.set("Another tab changed this draft; undo takes it back here.".to_owned());
                }
            }
            None if !is_shown => self.drafts.all.update(|all| all.retain(|stored| stored.id != id)),
            None => {}
        }
    }

    pub fn shown(self) -> Shown {
        Shown { id: self.drafts.current.get_untracked(), draft: self.draft.get_untracked() }
    }

    /// Shows a draft, as a step that can be undone; what follows in the same field is the same step.
    fn go_to(self, other: Shown, field: Option<&str>) {
        let before = self.shown();
        self.history.update(|history| history.record(before, field));
        self.tell(|| self.show(other));
    }

    pub fn open_draft(self, id: &str) {
        let found = self.drafts.all.with_untracked(|all| all.iter().find(|stored| stored.id == id).cloned());
        let Some(stored) = found else { return };
        if self.drafts.current.with_untracked(|current| current != id) {
            self.go_to(Shown { id: stored.id.clone(), draft: stored.draft.clone() }, None);
            self.say_title(&stored);
        }
    }

    fn say_title(self, stored: &Stored) {
        let mut says = stored.title().to_owned();
        says.push_str(" is open.");
        self.said.set(says);
    }

    /// Adds a draft to the list and shows it. One that is there already is shown instead, and an empty one makes room for it.
    /// If another one is called the same, its name says where it is `from`.
    pub fn add_draft(self, draft: Draft, from: &str) {
        let same = |stored: &Stored| stored.draft == draft;
        let found = self
            .drafts
            .all
            .with_untracked(|all| all.iter().find(|stored| same(stored)).map(|stored| stored.id.clone()));
        let is_blank = self.draft.with_untracked(|shown| *shown == Draft::default());
        match found {
            _ if self.draft.with_untracked(|shown| *shown == draft) => {}
            Some(id) => self.open_draft(&id),
            None if is_blank => self.tell(|| self.change(None, |shown| *shown = draft)),
            None => {
                self.new_draft(draft, String::new());
                let mut name = self.follows.platform.with_untracked(|platform| platform.name.clone());
                if self.drafts.all.with_untracked(|all| all.iter().any(|other| other.title() == name)) {
                    name.push_str(" (from ");
                    match from.strip_prefix("The ") {
                        Some(what) => ["a ", what].iter().for_each(|part| name.push_str(part)),
                        None => name.push_str(from),
                    }
                    name.push(')');
                    self.rename_draft(&name);
                }
            }
        }
    }

    pub fn new_draft(self, draft: Draft, name: String) {
        let id = self.drafts.all.with_untracked(|all| new_id(all));
        self.drafts.put(Stored { id: id.clone(), name, changed: now(), draft: draft.clone(), ..Stored::default() });
        self.go_to(Shown { id, draft }, None);
    }

    /// The name of the draft that is shown; an empty one takes it back.
    pub fn rename_draft(self, name: &str) {
        self.drafts.with_current(|stored| {
            stored.name = name.trim().to_owned();
            storage::save(stored);
        });
        self.drafts.all.notify();
    }

    /// Deletes a draft; if it is the one that is shown, the one changed last takes its place.
    pub fn delete_draft(self, id: &str) {
        let mut gone = None;
        self.drafts.all.update(|all| {
            gone = all.iter().position(|stored| stored.id == id).map(|place| all.remove(place));
        });
        let Some(gone) = gone else { return };
        storage::forget(id);
        let mut says = gone.title().to_owned();
        says.push_str(" is deleted; it can be restored until this page closes.");
        self.drafts.deleted.update(|deleted| deleted.insert(0, gone));
        if self.drafts.current.with_untracked(|current| current == id) {
            match self.drafts.all.with_untracked(|all| all.first().map(|stored| stored.id.clone())) {
                Some(next) => self.open_draft(&next),
                None => self.new_draft(Draft::default(), String::new()),
            }
        }
        self.said.set(says);
    }

    /// Takes a deleted draft back into the list. One of which only undo knows begins there anew.
    pub fn restore_draft(self, id: &str) {
        let mut back = None;
        self.drafts.deleted.update(|deleted| {
            back = deleted.iter().position(|stored| stored.id == id).map(|place| deleted.remove(place));
        });
        let stored = back.unwrap_or_else(|| Stored { id: id.to_owned(), ..Stored::default() });
        storage::save(&stored);
        self.drafts.put(stored);
    }
}
