//! The tree of files, flat: folders first within a folder, each row indented by its depth. A folder's path ends with `/`.

use crate::icons::{self, icon};
use crate::parts::{click, flag, item, items, memo, rows, said, span, text};
use crate::state::{Selected, State};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

pub fn tree(state: State, is_reading: RwSignal<bool>) -> AnyView {
    let paths = memo(move || state.follows.bundle.with(|bundle| bundle.files.keys().cloned().collect::<Vec<_>>()));
    let closed = RwSignal::new(paths.with_untracked(|paths| long_folders(paths)));
    let shown = memo(move || {
        let mut shown = vec![];
        paths.with(|paths| closed.with(|closed| below(paths, "", closed, &mut shown)));
        shown
    });
    let row = move |path: String| {
        item("", if path.ends_with('/') { folder(path, closed) } else { file(state, path, is_reading) })
    };
    view! {
        <nav class="tree" aria-label="Files">
            <p class="tree-root">{text(move || state.follows.platform.with(|platform| format!("{}/", platform.name)))}</p>
            {items("", rows(shown, row))}
        </nav>
    }
    .into_any()
}

/// Folders inside others that have more files than one reads at a glance start closed.
fn long_folders(paths: &[String]) -> BTreeSet<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for path in paths {
        for (at, _) in path.match_indices('/').skip(1) {
            *counts.entry(&path[..=at]).or_default() += 1;
        }
    }
    let mut long = BTreeSet::new();
    for (folder, _) in counts.into_iter().filter(|&(_, count)| count > 6) {
        long.insert(folder.to_owned());
    }
    long
}

/// The rows below a folder; `paths` are sorted.
fn below(paths: &[String], folder: &str, closed: &BTreeSet<String>, shown: &mut Vec<String>) {
    let (mut folders, mut files) = (BTreeSet::new(), vec![]);
    for path in paths {
        let Some(rest) = path.strip_prefix(folder) else { continue };
        match rest.split_once('/') {
            Some((name, _)) => _ = folders.insert(format!("{folder}{name}/")),
            None => files.push(path.clone()),
        }
    }
    for path in folders {
        let is_open = !closed.contains(&path);
        shown.push(path.clone());
        if is_open {
            below(paths, &path, closed, shown);
        }
    }
    shown.extend(files);
}

fn name(path: &str) -> String {
    let path = path.trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

/// The class of a row: how far it is indented.
fn class(path: &str) -> String {
    format!("tree-row depth-{}", path.trim_end_matches('/').matches('/').count().min(6))
}

fn folder(path: String, closed: RwSignal<BTreeSet<String>>) -> AnyView {
    let (this, toggled) = (path.clone(), path.clone());
    let is_open = said(move || closed.with(|closed| !closed.contains(&this)));
    let toggle = click(move || {
        closed.update(|closed| {
            if !closed.remove(&toggled) {
                closed.insert(toggled.clone());
            }
        });
    });
    view! {
        <button type="button" class=class(&path) data-path=path.clone() aria-expanded=is_open on:click=toggle>
            {icon(icons::CHEVRON)}
            {span("", name(&path))}
        </button>
    }
    .into_any()
}

fn file(state: State, path: String, is_reading: RwSignal<bool>) -> AnyView {
    // What a file is there for does not change while it is there.
    let id = state.follows.bundle.with_untracked(|bundle| bundle.files.get(&path).map(|file| file.component.clone()));
    let component = id.and_then(|id| state.catalog.component(&id));
    let hue = component.map_or(0, |index| state.catalog.subsystems[state.catalog.components[index].subsystem].hue);
    let is_its =
        flag(move || component.is_some_and(|component| state.selected.get() == Selected::Component(component)));
    let (this, opened) = (path.clone(), path.clone());
    let open = click(move || {
        state.file.set(opened.clone());
        is_reading.set(true);
        if let Some(component) = component {
            state.selected.set(Selected::Component(component));
        }
    });
    view! {
        <button
            type="button"
            class=format!("{} hue-{hue}", class(&path))
            class:is-its=is_its
            data-path=path.clone()
            aria-current=said(move || state.file.get() == this)
            on:click=open
        >
            {icon(icons::FILE)}
            {span("", name(&path))}
        </button>
    }
    .into_any()
}
