//! The bar at the top: what this is, which draft, where to start from, undo, import, share, theme, download.

mod contents;
mod download;
mod drafts;
mod import;
mod panel;
mod presets;
mod share;

pub use download::{hand_over, save};

use crate::icons::{self, icon};
use crate::parts::{all, click, flag, text};
use crate::state::State;
use crate::state::theme::Theme;
use leptos::prelude::*;

pub fn bar(state: State) -> AnyView {
    let undo = step("Undo", "Undo (Ctrl+Z)", icons::UNDO, flag(move || !state.can_undo()), move || state.undo());
    let redo = step("Redo", "Redo (Ctrl+Shift+Z)", icons::REDO, flag(move || !state.can_redo()), move || state.redo());
    view! {
        <header class="bar">
            <h1>{state.catalog.title.clone()} <span class="bar-what">" configurator"</span></h1>
            {drafts::drafts(state)}
            {presets::presets(state)}
            <div class="bar-group" role="group" aria-label="History">{all([undo, redo])}</div>
            <span class="bar-space"></span>
            <div class="bar-group">{all([import::import(state), share::share(state)])}</div>
            {theme()}
            <div class="downloads">{all([download::download(state), contents::contents(state)])}</div>
        </header>
    }
    .into_any()
}

fn step(
    name: &'static str,
    title: &'static str,
    path: &'static str,
    is_off: Signal<bool>,
    go: impl FnMut() + 'static,
) -> AnyView {
    view! { <button type="button" class="tool" title=title aria-label=name disabled=is_off on:click=click(go)>{icon(path)}</button> }.into_any()
}

fn theme() -> AnyView {
    let theme = RwSignal::new(Theme::stored());
    let title = text(move || format!("Theme: {}", theme.get().name()));
    let name = text(move || theme.get().name().to_owned());
    let next = click(move || {
        let next = theme.get_untracked().next();
        next.apply();
        theme.set(next);
    });
    view! {
        <button type="button" class="tool theme" aria-label=title title=title on:click=next>
            {icon(icons::THEME)}
            <span class="theme-name" aria-hidden="true">{name}</span>
        </button>
    }
    .into_any()
}
