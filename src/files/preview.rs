//! The text of one file, with line numbers.

use super::colours::coloured;
use crate::icons::{self, icon};
use crate::parts::{all, button, live, memo, none, paragraph, part, text};
use crate::state::{Selected, State};
use generator::totals::count;
use leptos::prelude::*;

pub fn preview(state: State, is_reading: RwSignal<bool>) -> AnyView {
    let shown = memo(move || {
        let text =
            |path: &String| state.follows.bundle.with(|bundle| bundle.files.get(path).map(|file| file.text.clone()));
        state.file.with(text)
    });
    let body = part(move || match shown.get() {
        None => paragraph("empty", "This file is not in the bundle any more: what it was there for is switched off."),
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
    });
    let back = button("tool preview-back", all([icon(icons::BACK), "Files".into_any()]), move || is_reading.set(false));
    let lines = move || shown.get().map(|text| count(text.lines().count() as i64, "line")).unwrap_or_default();
    view! {
        <section class="preview" aria-label="Preview">
            <header class="preview-head">
                {back}
                <h2 class="preview-path">{text(move || state.file.get())}</h2>
                {part(move || component(state))}
                {live("preview-size", lines)}
            </header>
            {body}
        </section>
    }
    .into_any()
}

/// The component that the file is there for.
fn component(state: State) -> AnyView {
    let of = |path: &String| {
        state.follows.bundle.with_untracked(|bundle| bundle.files.get(path).map(|file| file.component.clone()))
    };
    let Some(index) = state.file.with(of).and_then(|id| state.catalog.component(&id)) else { return none() };
    let component = &state.catalog.components[index];
    let class = format!("chip hue-{}", state.catalog.subsystems[component.subsystem].hue);
    button(&class, component.title.clone().into_any(), move || state.inspect(Selected::Component(index)))
}
