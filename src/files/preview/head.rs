//! Above the preview: the file's path, why it is there, and what one can do with it.

use super::Preview;
use crate::bar::save;
use crate::files::{copy, why};
use crate::icons::{self, icon};
use crate::parts::{all, button, flag, live, memo, none, part, said, span, text};
use crate::state::Selected;
use generator::totals::count;
use leptos::prelude::*;
use reading::Mark;

pub fn head(preview: Preview) -> AnyView {
    let files = preview.files;
    let state = files.state;
    let back =
        button("tool preview-back", all([icon(icons::BACK), "Files".into_any()]), move || files.is_reading.set(false));
    let folder =
        move || state.file.with(|path| path.rfind('/').map_or(String::new(), |slash| path[..=slash].to_owned()));
    let name = move || state.file.with(|path| path.rsplit('/').next().unwrap_or_default().to_owned());
    let change = part(move || super::super::tree::badge(state.file.with(|path| files.change_of(path))));
    let touched = memo(move || preview.marks.with(|marks| marks.iter().filter(|mark| **mark != Mark::Same).count()));
    let changed = part(move || match touched.get() {
        0 => none(),
        lines => {
            let says = format!("{} changed", count(lines as i64, "line"));
            button("link preview-changed", says.into_any(), move || preview.go_to_change())
        }
    });
    let source =
        part(move || if preview.can_be_rendered() { toggle("Source", None, preview.is_source) } else { none() });
    let wrap = part(
        move || {
            if preview.is_rendered() { none() } else { toggle("Wrap", Some(icons::WRAP), preview.is_wrapped) }
        },
    );
    let tools = [
        source,
        wrap,
        copy("quiet", "Copy", move || preview.whole()),
        button("quiet", all([icon(icons::DOWNLOAD), "Save".into_any()]), move || {
            // A browser that refuses the download says so itself.
            let _ = save(&name(), "text/plain", preview.whole().as_bytes());
        }),
    ];
    view! {
        <header class="preview-head">
            <div class="preview-title">
                {back}
                <h2 class="preview-path"><span class="preview-folder">{text(folder)}</span>{text(name)}</h2>
                {change}
                {changed}
            </div>
            <div class="preview-tools" role="group" aria-label="This file">{all(tools)}</div>
            <div class="preview-why">{why::why(files)} {marked(preview)}</div>
            {lines(preview)}
        </header>
    }
    .into_any()
}

fn toggle(says: &'static str, path: Option<&'static str>, is_on: RwSignal<bool>) -> AnyView {
    let click = crate::parts::click(move || is_on.update(|is_on| *is_on = !*is_on));
    view! {
        <button type="button" class="quiet toggle" aria-pressed=said(move || is_on.get()) on:click=click>
            {path.map_or_else(none, icon)}
            {says}
        </button>
    }
    .into_any()
}

/// What the marked line is about, and its address.
fn marked(preview: Preview) -> AnyView {
    let state = preview.files.state;
    part(move || {
        let Some(line) = state.line.get() else { return none() };
        let path = state.file.get();
        let name = preview.text.with_untracked(|text| why::variable(state, &path, text.as_deref()?, line));
        let about = name.map_or_else(none, |name| {
            if let Some(variable) = state.catalog.variable(&name) {
                state.selected.set(Selected::owner_of(variable));
            }
            button("link mono", name.clone().into_any(), move || state.go_to_field(&name))
        });
        let address = copy("quiet", "Copy address", move || format!("{path}:{line}"));
        view! { <span class="preview-marked">{about} {address}</span> }.into_any()
    })
}

/// Which line is marked, of how many.
fn lines(preview: Preview) -> AnyView {
    let state = preview.files.state;
    let count = memo(move || preview.text.with(|text| text.as_deref().map_or(0, |text| text.lines().count())));
    let shown = text(move || state.line.get().map_or(String::new(), |line| line.to_string()));
    let go = move |event| {
        let line = event_target_value(&event).trim().parse::<usize>().ok();
        state.line.set(line.map(|line| line.clamp(1, count.get_untracked().max(1))));
    };
    view! {
        <div class="preview-line" class:is-hidden=flag(move || preview.is_rendered())>
            <label>{span("", "Line")} <input class="input line-input" inputmode="numeric" autocomplete="off" prop:value=shown on:change=go /></label>
            {live("", move || format!("of {}", count.get()))}
        </div>
    }
    .into_any()
}
