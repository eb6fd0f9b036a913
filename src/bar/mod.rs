//! The bar at the top: what this is, where to start from, undo, theme, download.

mod download;
mod presets;

use crate::icons::{self, icon};
use crate::state::State;
use crate::state::theme::Theme;
use leptos::prelude::*;

pub fn bar(state: State) -> impl IntoView {
    view! {
        <header class="bar">
            <h1>{state.catalog.title.clone()} <span class="bar-what">" configurator"</span></h1>
            {presets::presets(state)}
            <div class="bar-group" role="group" aria-label="History">
                <button type="button" class="tool" title="Undo (Ctrl+Z)" aria-label="Undo" disabled=move || !state.can_undo() on:click=move |_| state.undo()>
                    {icon(icons::UNDO)}
                </button>
                <button type="button" class="tool" title="Redo (Ctrl+Shift+Z)" aria-label="Redo" disabled=move || !state.can_redo() on:click=move |_| state.redo()>
                    {icon(icons::REDO)}
                </button>
            </div>
            <span class="bar-space"></span>
            {theme()}
            {download::download(state)}
        </header>
    }
}

fn theme() -> impl IntoView {
    let theme = RwSignal::new(Theme::stored());
    Effect::new(move |_| theme.get().apply());
    let title = move || format!("Theme: {}", theme.get().name());
    view! {
        <button type="button" class="tool theme" aria-label=title title=title on:click=move |_| theme.update(|theme| *theme = theme.next())>
            {icon(icons::THEME)}
            <span class="theme-name" aria-hidden="true">{move || theme.get().name()}</span>
        </button>
    }
}
