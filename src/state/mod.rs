//! The state: one signal of the draft, what follows from it, and what is being looked at.

pub mod address;
mod bring;
pub mod drafts;
mod follows;
mod history;
mod places;
pub mod rescue;
mod sight;
mod storage;
pub mod theme;

pub use bring::Report;
pub use follows::Follows;
pub use places::{Selected, View, focus};
pub use sight::Sight;

use drafts::Drafts;
use generator::catalog::ComponentIndex;
use generator::draft::Stored;
use generator::{Catalog, Draft};
use history::{History, Shown};
use leptos::prelude::*;
use serde_json::Value as Json;

/// Everything that can change. Copies are handles to the same signals.
#[derive(Clone, Copy)]
pub struct State {
    pub catalog: &'static Catalog,
    /// Read it anywhere; change it through the functions below, so that each change can be undone.
    pub draft: RwSignal<Draft>,
    pub follows: Follows,
    pub drafts: Drafts,
    history: RwSignal<History>,
    pub selected: RwSignal<Selected>,
    pub view: RwSignal<View>,
    pub sight: Sight,
    /// The path of the file in the preview.
    pub file: RwSignal<String>,
    /// Where the inspector lies over the canvas: it is open.
    pub inspecting: RwSignal<bool>,
    /// What the last change did, in words.
    pub said: RwSignal<String>,
    /// What became of what was brought along last.
    pub reports: RwSignal<Vec<Report>>,
    /// Something is held over the page, to be dropped.
    pub dropping: RwSignal<bool>,
}

impl State {
    /// Shows the draft of the address or the stored one, or starts with the default platform.
    pub fn open() -> State {
        let (all, finding) = storage::load();
        let (drafts, draft) = Drafts::new(all, address::own().or_else(storage::current));
        // One catalog lives as long as the page.
        let state = State::of(Box::leak(Box::new(shipped::catalog())), drafts, draft);
        if let Some(finding) = finding {
            state.said.set(format!("{} What was stored is kept aside.", finding.says));
        }
        state.keep_address();
        state.keep_drafts();
        state
    }

    /// Without an address and a storage.
    pub fn with(catalog: &'static Catalog, draft: Draft) -> State {
        let stored = Stored { draft: draft.clone(), ..Stored::default() };
        State::of(catalog, Drafts::new(vec![stored], None).0, draft)
    }

    fn of(catalog: &'static Catalog, drafts: Drafts, draft: Draft) -> State {
        rescue::remember(&draft);
        let (draft, sight) = (RwSignal::new(draft), Sight::default());
        State {
            catalog,
            draft,
            follows: Follows::new(catalog, draft, sight),
            drafts,
            history: RwSignal::default(),
            selected: RwSignal::new(Selected::Shared),
            view: RwSignal::new(View::Picture),
            sight,
            file: RwSignal::new("README.md".to_owned()),
            inspecting: RwSignal::new(false),
            said: RwSignal::default(),
            reports: RwSignal::default(),
            dropping: RwSignal::new(false),
        }
    }

    /// Gives a variable a value or takes it back. Typing on in the same field is one step to undo.
    pub fn set(self, variable: &str, value: Option<Json>) {
        let Some(declared) = self.catalog.variable(variable) else { return };
        self.change(Some(variable), |draft| match value {
            Some(value) => draft.set(declared, value),
            None => draft.unset(declared),
        });
    }

    pub fn switch(self, component: ComponentIndex, is_in: bool) {
        self.tell(|| self.change(None, |draft| draft.switch(self.catalog, component, is_in)));
    }

    pub fn choose(self, member: ComponentIndex) {
        let Some(choice) = self.catalog.components[member].choice.map(|choice| &self.catalog.choices[choice]) else {
            return;
        };
        self.tell(|| self.change(None, |draft| draft.choose(self.catalog, choice, member)));
    }

    pub fn start_from(self, preset: usize) {
        self.tell(|| self.change(None, |draft| draft.start_from(self.catalog, &self.catalog.presets[preset])));
    }

    /// Sets all values of a remedy at once.
    pub fn mend(self, values: &generator::sorted::Map<String, Json>) {
        let edit = |draft: &mut Draft| {
            for (name, value) in values {
                if let Some(variable) = self.catalog.variable(name) {
                    draft.set(variable, value.clone());
                }
            }
        };
        self.tell(|| self.change(None, edit));
    }

    pub fn acknowledge(self, component: &str) {
        self.change(None, |draft| _ = draft.acknowledged.insert(component.to_owned()));
    }

    /// What is typed from now on is a step of its own.
    pub fn end_step(self) {
        self.history.update_untracked(History::end_step);
    }

    pub fn undo(self) {
        self.travel(History::undo);
    }

    pub fn redo(self) {
        self.travel(History::redo);
    }

    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    fn change(self, field: Option<&str>, edit: impl FnOnce(&mut Draft)) {
        let before = self.shown();
        let mut after = before.clone();
        edit(&mut after.draft);
        if after.draft != before.draft {
            self.history.update(|history| history.record(before, field));
            self.show(after);
        }
    }

    fn travel(self, step: fn(&mut History, Shown) -> Option<Shown>) {
        let mut other = None;
        self.history.update(|history| other = step(history, self.shown()));
        if let Some(other) = other {
            self.tell(|| self.show(other));
        }
    }

    fn show(self, other: Shown) {
        rescue::remember(&other.draft);
        self.said.set(String::new());
        self.point_at(None);
        if !self.drafts.has(&other.id) {
            self.restore_draft(&other.id);
        }
        if self.drafts.current.with_untracked(|current| *current != other.id) {
            self.drafts.current.set(other.id);
        }
        self.draft.set(other.draft);
    }

    /// Says what a change did to the sums.
    fn tell(self, change: impl FnOnce()) {
        let before = self.follows.totals.get_untracked();
        change();
        self.said.set(self.follows.totals.get_untracked().since(&before));
    }
}
