//! Drafts to start from.

use crate::icons::{self, icon};
use crate::state::State;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, prelude::*};
use web_sys::Node;

pub fn presets(state: State) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let leave = move |event: ev::FocusEvent| {
        let target = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let is_inside = menu.get_untracked().is_some_and(|menu| menu.contains(target.as_ref()));
        if target.is_some() && !is_inside {
            close();
        }
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let current = Memo::new(move |_| {
        state.draft.with(|draft| state.catalog.presets.iter().position(|preset| draft.is_like(state.catalog, preset)))
    });
    let name = move || match current.get() {
        Some(preset) => state.catalog.presets[preset].title.as_str(),
        None => "Own choice",
    };
    let preset = |index: usize| {
        let preset = &state.catalog.presets[index];
        let start = move |_| {
            state.start_from(index);
            close();
        };
        view! {
            <button type="button" class="menu-item" aria-current=move || (current.get() == Some(index)).to_string() on:click=start>
                <strong>{preset.title.as_str()}</strong>
                <span>{preset.summary.as_str()}</span>
            </button>
        }
    };
    view! {
        <details class="menu" node_ref=menu on:focusout=leave on:keydown=escape>
            <summary class="tool">
                {icon(icons::PRESET)}
                <span class="menu-label">"Preset"</span>
                <span>{name}</span>
                {icon(icons::CHEVRON)}
            </summary>
            <div class="menu-items">
                {(0..state.catalog.presets.len()).map(preset).collect_view()}
                <p class="menu-hint">"A preset switches components; names and lists that you typed stay. Undo takes it back."</p>
            </div>
        </details>
    }
}
