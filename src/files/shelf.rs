//! The files as they are, and as they were before the last change. Unlike a bundle they hold no picture: that is drawn when one
//! looks at it, and what was sliced for both is there once.

use crate::state::State;
use generator::bundle::{self, File, PICTURE};
use generator::diagram::Diagram;
use generator::platform::{self, Platform};
use generator::sorted::{Map, Set};
use generator::{Draft, picture};
use leptos::prelude::*;
use std::sync::Arc;

/// The files that follow from a draft.
pub struct Shelf {
    draft: Draft,
    platform: Arc<Platform>,
    terraform: Arc<Map<String, File>>,
    values: Map<String, File>,
    /// Equal diagrams are equal pictures.
    diagram: Arc<Diagram>,
}

/// Now, and before.
#[derive(Clone)]
pub struct Shelves {
    pub now: Arc<Shelf>,
    pub before: Option<Arc<Shelf>>,
}

/// They are made anew only when something has changed.
impl PartialEq for Shelves {
    fn eq(&self, other: &Shelves) -> bool {
        Arc::ptr_eq(&self.now, &other.now)
    }
}

/// What a change did to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Added,
    Changed,
    Removed,
}

impl Change {
    /// The sign that Terraform's plans have for it.
    pub fn sign(self) -> &'static str {
        match self {
            Change::Added => "+",
            Change::Changed => "~",
            Change::Removed => "\u{2212}",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Change::Added => "added",
            Change::Changed => "changed",
            Change::Removed => "removed",
        }
    }
}

/// Follows the draft. What was shown before the last change is mostly there already.
pub fn shelves(state: State, old: Option<&Shelves>) -> Shelves {
    let now = Arc::new(Shelf::now(state));
    let before = state.draft_before().map(|draft| {
        let mut known = old.into_iter().flat_map(|old| old.before.iter().chain([&old.now]));
        known.find(|shelf| shelf.draft == draft).cloned().unwrap_or_else(|| Arc::new(now.with(state, draft)))
    });
    Shelves { now, before }
}

impl Shelves {
    pub fn changes(&self) -> Vec<(String, Change)> {
        let mut changes = vec![];
        let now = &self.now;
        let Some(before) = &self.before else { return changes };
        if !Arc::ptr_eq(&before.terraform, &now.terraform) {
            differences(&before.terraform, &now.terraform, &mut changes);
        }
        differences(&before.platform.documents, &now.platform.documents, &mut changes);
        differences(&before.values, &now.values, &mut changes);
        if before.diagram != now.diagram {
            changes.push((PICTURE.to_owned(), Change::Changed));
        }
        changes
    }

    /// A file as it is or, if the last change took it away, as it was.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.now.file(path).or_else(|| self.before.as_ref()?.file(path))
    }
}

fn differences(before: &Map<String, File>, after: &Map<String, File>, changes: &mut Vec<(String, Change)>) {
    for (path, file) in after {
        match before.get(path) {
            None => changes.push((path.clone(), Change::Added)),
            Some(before) if before.text != file.text => changes.push((path.clone(), Change::Changed)),
            Some(_) => {}
        }
    }
    for path in before.keys().filter(|path| !after.contains_key(*path)) {
        changes.push((path.clone(), Change::Removed));
    }
}

impl Shelf {
    fn now(state: State) -> Shelf {
        let draft = state.draft.get();
        let platform = state.follows.platform.get();
        let values = bundle::values(state.catalog, &platform, &draft);
        let (terraform, diagram) = (state.follows.terraform.get(), state.follows.diagram.get());
        Shelf { draft, platform, terraform, values, diagram }
    }

    /// The same of another draft.
    fn with(&self, state: State, draft: Draft) -> Shelf {
        let catalog = state.catalog;
        let selection = platform::select(catalog, &draft);
        let terraform = if selection == self.platform.selection {
            self.terraform.clone()
        } else {
            Arc::new(bundle::terraform(catalog, &selection))
        };
        let platform = Arc::new(platform::resolve(catalog, selection, &draft));
        let values = bundle::values(catalog, &platform, &draft);
        let diagram = Arc::new(picture::draw(catalog, &platform));
        Shelf { draft, platform, terraform, values, diagram }
    }

    /// A file; the picture is none of them.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.terraform.get(path).or_else(|| self.platform.documents.get(path)).or_else(|| self.values.get(path))
    }

    /// All paths, the picture's among them.
    pub fn paths(&self) -> Set<&str> {
        let mut paths = Set::from_iter([PICTURE]);
        for files in [&*self.terraform, &self.platform.documents, &self.values] {
            paths.extend(files.keys().map(String::as_str));
        }
        paths
    }
}
