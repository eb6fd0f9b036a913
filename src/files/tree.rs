//! The tree of files, with what the last change did to them. One row is in the order of tabs; arrows lead to the others.

use super::Files;
use super::shelf::Change;
use crate::icons::{self, icon};
use crate::parts::{all, click, effect, flag, live, memo, none, part, rows, said, span, text, unseen};
use crate::state::Selected;
use generator::sorted;
use generator::totals::count;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, prelude::*};
use reading::Row;
use web_sys::HtmlElement;

/// Letters at the end of a name that are always shown.
const END: usize = 18;

/// What the rows share.
#[derive(Clone, Copy)]
struct Tree {
    files: Files,
    shown: Memo<Vec<Row>>,
    /// The folders that are not as they are by themselves: open or closed.
    toggled: RwSignal<sorted::Set<String>>,
    /// The row that keys were in last.
    at: RwSignal<String>,
    /// The row in the order of tabs: that one, or the first if it is not there any more.
    stop: Memo<String>,
    element: NodeRef<html::Div>,
}

pub fn tree(files: Files) -> AnyView {
    let state = files.state;
    // Also those that the last change took away.
    let paths = memo(move || {
        files.changes.with(|changes| {
            files.shelves.with(|shelves| {
                let mut paths = shelves.now.paths();
                for (path, change) in changes {
                    if *change == Change::Removed {
                        paths.insert(path);
                    }
                }
                paths.into_iter().map(str::to_owned).collect::<Vec<_>>()
            })
        })
    });
    let toggled = RwSignal::new(sorted::Set::<String>::new());
    let shown = memo(move || {
        let roots = &state.catalog.roots;
        paths.with(|paths| {
            toggled.with(|toggled| reading::rows(paths, roots, &|path, is_open| is_open != toggled.contains(path)))
        })
    });
    let at = RwSignal::new(state.file.get_untracked());
    let stop = memo(move || {
        at.with(|at| {
            shown.with(|rows| {
                let row = rows.iter().find(|row| row.path == *at).or(rows.first());
                row.map(|row| row.path.clone()).unwrap_or_default()
            })
        })
    });
    let tree = Tree { files, shown, toggled, at, stop, element: NodeRef::new() };
    effect(move || tree.reveal(&state.file.get()));
    let keys = memo(move || shown.with(|rows| rows.iter().map(|row| row.path.clone()).collect::<Vec<_>>()));
    let sums = move || {
        let changed = files.changes.with(Vec::len);
        let sum = count(state.follows.totals.get().files, "file");
        if changed > 0 { format!("{sum}, {changed} changed") } else { sum }
    };
    let name = text(move || state.follows.platform.with(|platform| format!("{}/", platform.name)));
    let press = move |event: ev::KeyboardEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.alt_key() && tree.press(&event.key()) {
            event.prevent_default();
        }
    };
    view! {
        <p class="tree-root"><span class="tree-name">{name}</span> {live("tree-sums", sums)}</p>
        <div role="tree" aria-label="Files" node_ref=tree.element on:keydown=press>
            {rows(keys, move |path| row(tree, path))}
        </div>
    }
    .into_any()
}

impl Tree {
    fn toggle(self, folder: &str) {
        self.toggled.update(|toggled| {
            if !toggled.remove(folder) {
                toggled.insert(folder.to_owned());
            }
        });
    }

    fn row(self, path: &str) -> Option<Row> {
        self.shown.with(|rows| rows.iter().find(|row| row.path == path).cloned())
    }

    /// Opens the folders that a file is in, and brings its row into view.
    fn reveal(self, path: &str) {
        let closed = |row: &&Row| row.is_folder() && !row.is_open && path.starts_with(&row.path);
        while let Some(folder) = self.shown.with_untracked(|rows| Some(rows.iter().find(closed)?.path.clone())) {
            self.toggle(&folder);
        }
        self.at.set(path.to_owned());
        let path = path.to_owned();
        request_animation_frame(move || {
            if let Some(row) = self.element_of(&path) {
                crate::state::bring_into_view(&row);
            }
        });
    }

    fn element_of(self, path: &str) -> Option<HtmlElement> {
        let tree = self.element.get_untracked()?;
        tree.query_selector(&format!("[data-path=\"{path}\"]")).ok()??.dyn_into().ok()
    }

    /// A key in the tree, as trees everywhere have them; whether it is one.
    fn press(self, key: &str) -> bool {
        let rows = self.shown.get_untracked();
        let Some(now) = rows.iter().position(|row| self.stop.with_untracked(|stop| *stop == row.path)) else {
            return false;
        };
        let row = &rows[now];
        let next = match key {
            "ArrowDown" => now + 1,
            "ArrowUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => rows.len(),
            "ArrowRight" if row.is_folder() && row.is_open => now + 1,
            "ArrowLeft" if !row.is_open => {
                let parent = |other: &Row| other.is_folder() && row.path.starts_with(&other.path);
                rows[..now].iter().rposition(parent).unwrap_or(now)
            }
            "ArrowRight" | "ArrowLeft" => {
                if row.is_folder() {
                    self.toggle(&row.path);
                }
                now
            }
            letter if letter.chars().count() == 1 && letter != " " => {
                let is_called = |row: &&Row| reading::position(name(&row.path), letter) == Some(0);
                let found = rows[now + 1..].iter().chain(&rows[..now]).find(is_called);
                found.map_or(now, |found| rows.iter().position(|row| row == found).unwrap_or(now))
            }
            _ => return false,
        };
        let next = &rows[next.min(rows.len() - 1)].path;
        self.at.set(next.clone());
        if let Some(row) = self.element_of(next) {
            let _ = row.focus();
        }
        true
    }
}

fn name(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

fn row(tree: Tree, path: String) -> AnyView {
    let files = tree.files;
    let state = files.state;
    let is_folder = path.ends_with('/');
    let component = super::why::component(files, &path);
    let hue = component.map_or(0, |index| state.catalog.subsystems[state.catalog.components[index].subsystem].hue);
    let depth = path.trim_end_matches('/').matches('/').count();
    let icon = icon(if is_folder { icons::CHEVRON } else { icons::FILE });
    let label = label(name(&path));
    // A handle that all that follows it can have.
    let row = StoredValue::new(path.clone());
    let change = move || row.with_value(|path| files.change_of(path));
    let is_its =
        flag(move || component.is_some_and(|component| state.selected.get() == Selected::Component(component)));
    let folder = move || if is_folder { row.with_value(|path| tree.row(path)) } else { None };
    let is_open = Signal::derive(move || folder().map(|folder| folder.is_open.to_string()));
    let open = click(move || {
        let path = row.get_value();
        tree.at.set(path.clone());
        if is_folder { tree.toggle(&path) } else { files.open(&path, None) }
    });
    let is_here = move |other: &String| row.with_value(|path| path == other);
    view! {
        <button
            type="button"
            role="treeitem"
            class=format!("tree-row depth-{} hue-{hue}", depth.min(6))
            class:is-its=is_its
            class:is-gone=flag(move || !is_folder && change() == Some(Change::Removed))
            data-path=path
            attr:aria-level=(depth + 1).to_string()
            aria-expanded=is_open
            aria-selected=said(move || state.file.with(is_here))
            tabindex=text(move || if tree.stop.with(is_here) { "0" } else { "-1" }.to_owned())
            on:click=open
        >
            {icon}
            {label}
            {part(move || badge(change()))}
            {live("tree-count", move || folder().map_or_else(String::new, |folder| folder.files.to_string()))}
        </button>
    }
    .into_any()
}

/// A name whose end stays readable where there is little room: names begin alike and end differently.
fn label(name: &str) -> AnyView {
    let end = name.char_indices().rev().nth(END - 1).map_or(0, |(at, _)| at);
    let (start, end) = name.split_at(end);
    let shown = view! { <span class="tree-label" aria-hidden="true">{span("tree-start", start)} {span("tree-end", end)}</span> };
    all([unseen(name), shown.into_any()])
}

/// What the last change did, as a sign and in words.
pub fn badge(change: Option<Change>) -> AnyView {
    let Some(change) = change else { return none() };
    let says = format!("{} by the last change", change.word());
    let sign = view! { <span class=format!("change {}", change.word()) role="img" aria-label=says.clone() title=says>{change.sign()}</span> };
    all([sign.into_any()])
}
