//! The text of one file, with line numbers.

use super::colours::coloured;
use crate::icons::{self, icon};
use crate::state::{Selected, State};
use generator::totals::count;
use leptos::prelude::*;

pub fn preview(state: State, is_reading: RwSignal<bool>) -> impl IntoView {
    let file =
        Memo::new(move |_| state.follows.bundle.with(|bundle| state.file.with(|path| bundle.files.get(path).cloned())));
    let text = move || file.with(|file| file.as_ref().map(|file| file.text.clone()));
    let shown = move || {
        match text() {
        None => view! { <p class="empty">"This file is not in the bundle any more: what it was there for is switched off."</p> }.into_any(),
        Some(text) => {
            let numbers: String = (1..=text.lines().count()).map(|line| format!("{line}\n")).collect();
            let coloured = state.file.with(|path| coloured(path, &text));
            view! {
                <div class="code" tabindex="0" role="region" aria-label="Text of the file">
                    <pre class="numbers" aria-hidden="true">{numbers}</pre>
                    <pre class="text" inner_html=coloured></pre>
                </div>
            }
            .into_any()
        }
    }
    };
    let component = move || {
        let id = file.with(|file| file.as_ref().map(|file| file.component.clone()));
        let index = id.and_then(|id| state.catalog.component(&id))?;
        let component = &state.catalog.components[index];
        let hue = state.catalog.subsystems[component.subsystem].hue;
        Some(view! {
            <button type="button" class=format!("chip hue-{hue}") on:click=move |_| state.inspect(Selected::Component(index))>{component.title.clone()}</button>
        })
    };
    let size = move || text().map(|text| count(text.lines().count() as i64, "line"));
    view! {
        <section class="preview" aria-label="Preview">
            <header class="preview-head">
                <button type="button" class="tool preview-back" on:click=move |_| is_reading.set(false)>{icon(icons::BACK)} "Files"</button>
                <h2 class="preview-path">{move || state.file.get()}</h2>
                {component}
                <span class="preview-size">{size}</span>
            </header>
            {shown}
        </section>
    }
}
