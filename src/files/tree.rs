//! The tree of files, flat: folders first within a folder, each row indented by its depth.

use crate::icons::{self, icon};
use crate::state::{Selected, State};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    /// Of a folder it ends with `/`.
    path: String,
    depth: usize,
}

impl Row {
    fn is_folder(&self) -> bool {
        self.path.ends_with('/')
    }

    fn name(&self) -> String {
        let path = self.path.trim_end_matches('/');
        path.rsplit('/').next().unwrap_or(path).to_owned()
    }
}

pub fn tree(state: State, is_reading: RwSignal<bool>) -> impl IntoView {
    let paths =
        Memo::new(move |_| state.follows.bundle.with(|bundle| bundle.files.keys().cloned().collect::<Vec<_>>()));
    let closed = RwSignal::new(paths.with_untracked(|paths| long_folders(paths)));
    let rows = Memo::new(move |_| paths.with(|paths| closed.with(|closed| rows(paths, "", 0, closed))));
    let row = move |row: Row| {
        if row.is_folder() { folder(row, closed).into_any() } else { file(state, row, is_reading).into_any() }
    };
    view! {
        <nav class="tree" aria-label="Files">
            <p class="tree-root">{move || state.follows.bundle.with(|bundle| format!("{}/", bundle.name))}</p>
            <ul>
                <For each=move || rows.get() key=|row| row.path.clone() children=move |each| view! { <li>{row(each)}</li> } />
            </ul>
        </nav>
    }
}

/// Folders inside others that have more files than one reads at a glance start closed.
fn long_folders(paths: &[String]) -> BTreeSet<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for path in paths {
        for (at, _) in path.match_indices('/').skip(1) {
            *counts.entry(&path[..=at]).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count > 6);
    counts.into_keys().map(str::to_owned).collect()
}

/// The rows below a folder; `paths` are sorted.
fn rows(paths: &[String], folder: &str, depth: usize, closed: &BTreeSet<String>) -> Vec<Row> {
    let (mut folders, mut files) = (BTreeSet::new(), vec![]);
    for path in paths {
        let Some(rest) = path.strip_prefix(folder) else { continue };
        match rest.split_once('/') {
            Some((name, _)) => _ = folders.insert(format!("{folder}{name}/")),
            None => files.push(Row { path: path.clone(), depth }),
        }
    }
    let mut all = vec![];
    for path in folders {
        let is_open = !closed.contains(&path);
        all.push(Row { path: path.clone(), depth });
        if is_open {
            all.extend(rows(paths, &path, depth + 1, closed));
        }
    }
    all.extend(files);
    all
}

fn folder(row: Row, closed: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let path = row.path.clone();
    let toggled = row.path.clone();
    let toggle = move |_| {
        closed.update(|closed| {
            if !closed.remove(&toggled) {
                closed.insert(toggled.clone());
            }
        });
    };
    let is_open = move || closed.with(|closed| !closed.contains(&path));
    view! {
        <button type="button" class=format!("tree-row folder depth-{}", row.depth.min(6)) data-path=row.path.clone() aria-expanded=move || is_open().to_string() on:click=toggle>
            {icon(icons::CHEVRON)}
            <span>{row.name()}</span>
        </button>
    }
}

fn file(state: State, row: Row, is_reading: RwSignal<bool>) -> impl IntoView {
    let path = row.path.clone();
    let component = Memo::new({
        let path = path.clone();
        move |_| {
            let id = state.follows.bundle.with(|bundle| bundle.files.get(&path).map(|file| file.component.clone()));
            id.and_then(|id| state.catalog.component(&id))
        }
    });
    let hue = move || {
        component.get().map_or(0, |index| state.catalog.subsystems[state.catalog.components[index].subsystem].hue)
    };
    let is_its =
        move || component.get().is_some_and(|component| state.selected.get() == Selected::Component(component));
    let current = {
        let path = path.clone();
        move || (state.file.get() == path).to_string()
    };
    let open = move |_| {
        state.file.set(path.clone());
        is_reading.set(true);
        if let Some(component) = component.get_untracked() {
            state.selected.set(Selected::Component(component));
        }
    };
    view! {
        <button
            type="button"
            class=move || format!("tree-row file depth-{} hue-{}", row.depth.min(6), hue())
            class:is-its=is_its
            data-path=row.path.clone()
            aria-current=current
            on:click=open
        >
            {icon(icons::FILE)}
            <span>{row.name()}</span>
        </button>
    }
}
