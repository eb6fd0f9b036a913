//! The keys that work everywhere, and the list of all keys.

use crate::icons;
use crate::parts::{all, click, icon_button, item, items};
use crate::state::{State, View, focus};
use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*};
use web_sys::{HtmlElement, KeyboardEvent};

/// Where they work, which, and what they do.
const KEYS: [(&str, &[(&str, &str)]); 5] = [
    (
        "Everywhere",
        &[
            ("/", "Find a component or field"),
            ("Ctrl+Z", "Undo"),
            ("Ctrl+Shift+Z", "Redo"),
            ("?", "This list"),
            ("Esc", "Close what lies over the rest; from the inspector back to the outline"),
        ],
    ),
    (
        "Outline",
        &[
            ("↑ ↓", "To the next or previous row"),
            ("→ ←", "To the row's switch, and back"),
            ("Space", "Switch, or select the row"),
            ("Enter", "Select the row and go to the inspector"),
        ],
    ),
    ("Tabs", &[("← →", "To the next or previous view")]),
    (
        "Picture",
        &[
            ("← → ↑ ↓", "From box to box; with Shift move the picture"),
            ("Enter", "Select the box, or open what is folded"),
            ("+ - 0", "Larger, smaller, all of it"),
            ("F", "Full screen, and back"),
        ],
    ),
    ("Form", &[("↑ ↓", "A number one up or down, within its range"), ("Enter", "In a new name: add the entry")]),
];

pub fn shortcut(state: State, event: &KeyboardEvent) {
    // A dialog has the keys to itself.
    if event.default_prevented() || find("dialog[open]").is_some() {
        return;
    }
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (command, event.shift_key(), event.key().to_ascii_lowercase().as_str()) {
        (true, false, "z") => state.undo(),
        (true, true, "z") | (true, false, "y") => state.redo(),
        // The browser closes an open panel on Escape, and only that.
        (false, false, "escape") if find(":popover-open").is_none() => leave(state),
        (false, _, "/") if !is_typing() => search(state),
        (false, _, "?") if !is_typing() => show(),
        _ => return,
    }
    event.prevent_default();
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Out of the full screen, or out of the inspector, to the row of what it shows.
fn leave(state: State) {
    if state.sight.is_full.get_untracked() {
        return crate::picture::fill(state, None);
    }
    let is_inside = find(".inspector:focus-within").is_some();
    state.inspecting.set(false);
    let row = find(".outline-row.is-selected").filter(|row| row.offset_parent().is_some());
    if let Some(to) = row.or_else(|| find("#outline-search")).filter(|_| is_inside) {
        let _ = to.focus();
    }
}

/// On a phone the outline may not be on screen.
fn search(state: State) {
    if find("#outline-search").is_some_and(|search| search.offset_parent().is_none()) {
        state.inspecting.set(false);
        state.view.set(View::Outline);
    }
    focus("outline-search");
}

fn is_typing() -> bool {
    document().active_element().is_some_and(|element| is_text_field(&element))
}

/// Whether one types into it.
pub fn is_text_field(element: &web_sys::Element) -> bool {
    let is_switch = element.matches("[type=checkbox], [type=radio]") == Ok(true);
    !is_switch && matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// Opens the list of keys.
pub fn show() {
    if let Some(dialog) = find("#keys").and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

pub fn dialog() -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let key = |(key, says): &(&'static str, &'static str)| {
        item("", all([view! { <kbd>{*key}</kbd> }.into_any(), (*says).into_any()]))
    };
    let group = |(place, keys): (&'static str, &'static [(&'static str, &'static str)])| {
        view! { <section><h3>{place}</h3> {items("", all(keys.iter().map(key)))}</section> }.into_any()
    };
    // A click beside the list closes it: the list fills the dialog.
    let beside = click(close);
    view! {
        <dialog id="keys" class="keys" node_ref=dialog aria-labelledby="keys-title" on:click=beside>
            <div class="keys-body" on:click=|event| event.stop_propagation()>
                <header><h2 id="keys-title">"Keys"</h2> {icon_button("tool", icons::CLOSE, "Close", close)}</header>
                {all(KEYS.map(group))}
            </div>
        </dialog>
    }
    .into_any()
}
