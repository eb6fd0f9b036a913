//! The search in all files. What is found takes the place of the tree; the focus stays in the field, and arrows lead from line to
//! line.

use super::Files;
use crate::icons;
use crate::parts::{all, effect, flag, icon_button, later, live, memo, none, part, said, span, text};
use generator::totals::count;
use leptos::{ev, prelude::*};
use reading::{Found, find, position, rows};

/// Milliseconds without a key before the search begins.
const PAUSE: u32 = 120;
/// More lines than this are not shown.
const MOST: usize = 200;

/// What was found, a file before its lines.
#[derive(Debug, Clone, Default, PartialEq)]
struct Results {
    hits: Vec<Hit>,
    files: usize,
    lines: usize,
}

#[derive(Debug, Clone, PartialEq)]
struct Hit {
    path: String,
    /// None for the file itself.
    found: Option<Found>,
}

/// The search, with the tree in place as long as nothing is searched.
pub fn search(files: Files, tree: AnyView) -> AnyView {
    let typed = RwSignal::new(String::new());
    let wanted = after_a_pause(typed);
    let results = memo(move || wanted.with(|wanted| look_for(files, wanted)));
    let active = RwSignal::new(0_usize);
    effect(move || {
        results.track();
        active.set(0);
    });
    let go = move |at: usize| {
        active.set(at);
        let hit = results.with_untracked(|results| results.hits.get(at).cloned());
        if let Some(hit) = hit {
            files.open(&hit.path, hit.found.map(|found| found.line));
        }
    };
    let press = move |event: ev::KeyboardEvent| {
        let last = results.with_untracked(|results| results.hits.len().saturating_sub(1));
        let to = |at: usize| {
            active.set(at);
            show(at);
        };
        match event.key().as_str() {
            "ArrowDown" => to((active.get_untracked() + 1).min(last)),
            "ArrowUp" => to(active.get_untracked().saturating_sub(1)),
            "Enter" => go(active.get_untracked()),
            "Escape" if !typed.with_untracked(String::is_empty) => typed.set(String::new()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let is_searching = memo(move || wanted.with(|wanted| !wanted.is_empty()));
    let clear = part(move || {
        if typed.with(String::is_empty) {
            return none();
        }
        icon_button("tool search-clear", icons::CLOSE, "Clear the search", move || typed.set(String::new()))
    });
    let list = part(move || {
        let hits = results.with(|results| {
            results.hits.iter().enumerate().map(|(at, hit)| row(at, hit, active, go)).collect::<Vec<_>>()
        });
        all(hits)
    });
    let current = text(move || if is_searching.get() { format!("found-{}", active.get()) } else { String::new() });
    view! {
        <section class="tree" aria-label="Files of the bundle">
            <div class="files-search">
                <input
                    type="text"
                    id="files-search"
                    class="input"
                    role="combobox"
                    placeholder="Search in all files"
                    aria-label="Search in all files"
                    aria-controls="found"
                    aria-expanded=said(move || is_searching.get())
                    aria-activedescendant=current
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    bind:value=typed
                    on:keydown=press
                />
                {clear}
            </div>
            <p class="found-sums" class:is-hidden=flag(move || !is_searching.get()) role="status">
                {live("", move || results.with(sums))}
            </p>
            <div class="found" id="found" role="listbox" aria-label="What was found" class:is-hidden=flag(move || !is_searching.get())>
                {list}
            </div>
            <div class="tree-rows" class:is-hidden=is_searching>{tree}</div>
        </section>
    }
    .into_any()
}

/// The text as it stands when nobody types; at once when it is emptied.
fn after_a_pause(typed: RwSignal<String>) -> RwSignal<String> {
    let wanted = RwSignal::new(String::new());
    later(PAUSE, move || {
        let text = typed.get();
        if text.trim().is_empty() {
            wanted.set(String::new());
            return None;
        }
        Some(Box::new(move || wanted.set(text)))
    });
    wanted
}

/// In the order of the tree.
fn look_for(files: Files, wanted: &str) -> Results {
    let mut results = Results::default();
    if wanted.is_empty() {
        return results;
    }
    files.shelves.with(|shelves| {
        let paths: Vec<String> = shelves.now.paths().into_iter().map(str::to_owned).collect();
        for row in rows(&paths, &files.state.catalog.roots, &|_, _| true) {
            let mut found = vec![];
            let lines = shelves
                .now
                .file(&row.path)
                .map_or(0, |file| find(&file.text, wanted, MOST.saturating_sub(results.lines), &mut found));
            if row.is_folder() || lines == 0 && position(&row.path, wanted).is_none() {
                continue;
            }
            results.files += 1;
            if results.lines < MOST {
                results.hits.push(Hit { path: row.path.clone(), found: None });
            }
            results.lines += lines;
            for found in found {
                results.hits.push(Hit { path: row.path.clone(), found: Some(found) });
            }
        }
    });
    results
}

fn sums(results: &Results) -> String {
    let mut says = format!("{} in {}", count(results.lines as i64, "line"), count(results.files as i64, "file"));
    if results.files == 0 {
        says = "In no file. Small and capital letters do not matter, blanks do.".to_owned();
    } else if results.lines > MOST {
        says.push_str(", the first ");
        says.push_str(&MOST.to_string());
        says.push_str(" shown: write more of it to find less");
    }
    says
}

fn row(at: usize, hit: &Hit, active: RwSignal<usize>, go: impl Fn(usize) + Copy + 'static) -> AnyView {
    let (class, says) = match &hit.found {
        None => ("found-row found-file", span("", &hit.path)),
        Some(Found { line, parts: [before, it, after] }) => {
            let it = view! { <mark>{it.clone()}</mark> }.into_any();
            ("found-row", all([span("found-line", line.to_string()), excerpt(before, it, after)]))
        }
    };
    view! {
        <div
            role="option"
            id=format!("found-{at}")
            class=class
            aria-selected=said(move || active.get() == at)
            on:click=crate::parts::click(move || go(at))
        >
            {says}
        </div>
    }
    .into_any()
}

fn excerpt(before: &str, it: AnyView, after: &str) -> AnyView {
    let says = all([before.to_owned().into_any(), it, after.to_owned().into_any()]);
    view! { <span class="found-text">{says}</span> }.into_any()
}

/// Brings a row into view.
fn show(at: usize) {
    if let Some(row) = document().get_element_by_id(&format!("found-{at}")) {
        crate::state::bring_into_view(&row);
    }
}
