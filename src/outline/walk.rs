//! The keys of the outline: up and down through what is shown, right to a row's switch, Enter into the inspector.

use super::Outline;
use crate::state::focus;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

pub fn keys(outline: Outline, event: &KeyboardEvent) {
    let Some(at) = document().active_element() else { return };
    let is_search = at.id() == "outline-search";
    let is_row = at.class_list().contains("outline-row");
    match event.key().as_str() {
        "ArrowDown" if is_search || is_row => step(&at, 1),
        "ArrowUp" if is_row => step(&at, -1),
        "ArrowRight" if is_row => go(at.parent_element().and_then(|row| row.query_selector("input").ok().flatten())),
        "ArrowLeft" if !is_search => {
            let row = at.closest("li").ok().flatten();
            go(row.and_then(|row| row.query_selector(".outline-row").ok().flatten()));
        }
        // The first thing found; without a search there is nothing to take.
        "Enter" if is_search => {
            let is_found = |row: &web_sys::Element| row.matches(".outline-item > *, .found-field") == Ok(true);
            enter(
                outline,
                rows().into_iter().find(is_found).filter(|_| !outline.search.with_untracked(String::is_empty)),
            );
        }
        "Enter" if is_row => enter(outline, Some(at)),
        "Escape" if is_search => outline.search.set(String::new()),
        "Escape" if !outline.search.with_untracked(String::is_empty) => focus("outline-search"),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The rows that are shown, from top to bottom.
fn rows() -> Vec<web_sys::Element> {
    let mut rows = vec![];
    if let Ok(all) = document().query_selector_all(".outline-row") {
        for index in 0..all.length() {
            let row = all.item(index).and_then(|row| row.dyn_into::<HtmlElement>().ok());
            rows.extend(row.filter(|row| row.offset_parent().is_some()).map(web_sys::Element::from));
        }
    }
    rows
}

fn step(at: &web_sys::Element, by: isize) {
    let rows = rows();
    let next = match rows.iter().position(|row| row == at) {
        Some(position) => position.checked_add_signed(by),
        None => Some(0),
    };
    match next {
        Some(next) => go(rows.into_iter().nth(next)),
        None => focus("outline-search"),
    }
}

/// Selects what the row says, and goes there.
fn enter(outline: Outline, row: Option<web_sys::Element>) {
    let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) else { return };
    // A field brings the focus to itself.
    let is_field = row.class_list().contains("found-field") && !row.class_list().contains("is-out");
    row.click();
    if is_field {
        // Found: the way back leads through the whole outline.
        outline.search.set(String::new());
    } else {
        focus("inspector-heading");
    }
}

fn go(to: Option<web_sys::Element>) {
    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
        let _ = to.focus();
    }
}
