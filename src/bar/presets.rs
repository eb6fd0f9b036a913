//! Drafts to start from.

use crate::icons::{self, icon};
use crate::parts::{all, click, memo, said, text};
use crate::state::State;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, prelude::*};
use web_sys::Node;

pub fn presets(state: State) -> AnyView {
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
    let current = memo(move || {
        state.draft.with(|draft| state.catalog.presets.iter().position(|preset| draft.is_like(state.catalog, preset)))
    });
    let name = text(move || {
        current.get().map_or("Own choice", |preset| state.catalog.presets[preset].title.as_str()).to_owned()
    });
    let preset = |index: usize| {
        let preset = &state.catalog.presets[index];
        let start = click(move || {
            state.start_from(index);
            close();
        });
        view! {
            <button type="button" class="menu-item" aria-current=said(move || current.get() == Some(index)) on:click=start>
                <strong>{preset.title.clone()}</strong>
                <span>{preset.summary.clone()}</span>
            </button>
        }
        .into_any()
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
                {all((0..state.catalog.presets.len()).map(preset))}
                <p class="menu-hint">"A preset switches components; names and lists that you typed stay. Undo takes it back."</p>
            </div>
        </details>
    }
    .into_any()
}
