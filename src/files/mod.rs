//! The files that the platform comes to: a tree with a search, and a preview of one. What is computed here, is computed only
//! while it is shown.

mod preview;
mod search;
mod shelf;
mod take;
mod tree;
mod why;

pub use take::copy;
pub use why::chip;

use crate::parts::{all, effect, memo};
use crate::state::{Selected, State};
use leptos::prelude::*;
use shelf::{Change, Shelves};

/// What tree, search and preview share.
#[derive(Clone, Copy)]
struct Files {
    state: State,
    shelves: Memo<Shelves>,
    /// What the last change did to files, by path.
    changes: Memo<Vec<(String, Change)>>,
    /// On a phone tree and preview take turns.
    is_reading: RwSignal<bool>,
}

pub fn files(state: State) -> AnyView {
    let shelves = Memo::new(move |before| shelf::shelves(state, before));
    let changes = memo(move || shelves.with(Shelves::changes));
    let files = Files { state, shelves, changes, is_reading: RwSignal::new(state.line.get_untracked().is_some()) };
    // Who comes from elsewhere comes to read.
    let shown = StoredValue::new(state.file.get_untracked());
    effect(move || {
        let file = state.file.get();
        if shown.with_value(|shown| *shown != file) {
            shown.set_value(file);
            files.is_reading.set(true);
        }
    });
    let panes = [search::search(files, tree::tree(files)), preview::preview(files)];
    view! { <div class="files" class:is-reading=files.is_reading>{all(panes)}</div> }.into_any()
}

impl Files {
    /// Opens a file, and selects what it is there for.
    fn open(self, path: &str, line: Option<usize>) {
        self.state.file.set(path.to_owned());
        self.state.line.set(line);
        self.is_reading.set(true);
        if let Some(component) = why::component(self, path) {
            self.state.selected.set(Selected::Component(component));
        }
    }

    fn change_of(self, path: &str) -> Option<Change> {
        let is_its = |other: &str| other == path || path.ends_with('/') && other.starts_with(path);
        let change = |(other, change): &(String, Change)| {
            is_its(other).then_some(if path.ends_with('/') { Change::Changed } else { *change })
        };
        self.changes.with(|changes| changes.iter().find_map(change))
    }
}
