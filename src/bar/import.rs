//! Import: a bundle's zip, a configuration, values of Terraform or a link, from a drop anywhere, a paste outside of fields, a file or
//! a text. What became of it stands in the panel.

use super::panel::{open, panel};
use crate::icons::{self, icon};
use crate::parts::{all, button, effect, item, items, none, paragraph, part, unseen, words};
use crate::state::{Report, State};
use generator::bundle::MAX_ZIP;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::{ev, prelude::*};
use web_sys::js_sys::Uint8Array;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, FileReader, HtmlTextAreaElement};

const PANEL: &str = "import";
const TEXT: &str = "import-text";
/// A platform has a few files of values.
const MOST_FILES: u32 = 12;

pub fn import(state: State) -> AnyView {
    listen(state);
    // What is not understood is shown at once.
    effect(move || {
        let is_troubled = |report: &Report| report.is_refused || !report.findings.is_empty();
        if state.reports.with(|reports| reports.iter().any(is_troubled)) {
            open(PANEL);
        }
    });
    panel(PANEL, "Import", "tool", all([icon(icons::IMPORT), unseen("Import")]), move || body(state))
}

fn body(state: State) -> AnyView {
    let read = move || {
        if let Some(text) = document().get_element_by_id(TEXT) {
            begin(state);
            state.bring("The text", text.unchecked_into::<HtmlTextAreaElement>().value().as_bytes());
        }
    };
    let chosen = move |event: ev::Event| {
        begin(state);
        files(state, event_target::<web_sys::HtmlInputElement>(&event).files());
    };
    let reports = part(move || state.reports.with(|reports| all(reports.iter().map(report))));
    view! {
        {paragraph("panel-says", "A bundle's zip, its configuration.json, a .tfvars, or a link. Drop it anywhere on the page, paste it, or:")}
        <label class="panel-label" for="import-file">"Files"</label>
        <input id="import-file" type="file" multiple accept=".zip,.json,.tfvars,.txt" on:change=chosen />
        <label class="panel-label" for=TEXT>"Text"</label>
        <textarea id=TEXT class="input mono" rows="4" spellcheck="false"></textarea>
        <div class="panel-buttons">{button("quiet", "Read the text".into_any(), read)}</div>
        <div class="reports" aria-live="polite">{reports}</div>
    }
    .into_any()
}

fn report(report: &Report) -> AnyView {
    let findings = report.findings.iter().map(|finding| {
        let remedy = finding.remedy.as_deref().map_or_else(none, paragraph_of);
        item(
            "report-finding",
            all([icon(icons::WARNING), view! { <div>{paragraph_of(&finding.says)} {remedy}</div> }.into_any()]),
        )
    });
    let class = if report.is_refused { "report is-refused" } else { "report" };
    let undo = if report.is_step { paragraph("panel-says", "Undo takes it back.") } else { none() };
    view! {
        <section class=class>
            <h2>{report.from.clone()}</h2>
            {paragraph_of(&report.says)}
            {items("", all(findings))}
            {undo}
        </section>
    }
    .into_any()
}

fn paragraph_of(text: &str) -> AnyView {
    view! { <p>{words(text)}</p> }.into_any()
}

/// Drops and pastes, wherever on the page.
fn listen(state: State) {
    let active = EventListenerOptions::enable_prevent_default();
    let on = |name: &'static str, heard: fn(State, &Event)| {
        EventListener::new_with_options(&window(), name, active, move |event| heard(state, event)).forget();
    };
    on("dragover", |state, event| {
        if is_ours(event, event.unchecked_ref::<DragEvent>().data_transfer().as_ref()) {
            event.prevent_default();
            state.dropping.set(true);
        }
    });
    on("dragleave", |state, event| {
        if event.unchecked_ref::<DragEvent>().related_target().is_none() {
            state.dropping.set(false);
        }
    });
    on("drop", |state, event| {
        state.dropping.set(false);
        let data = event.unchecked_ref::<DragEvent>().data_transfer();
        if is_ours(event, data.as_ref()) {
            take(state, event, data);
        }
    });
    on("paste", |state, event| {
        if !is_field(event) {
            take(state, event, event.unchecked_ref::<ClipboardEvent>().clipboard_data());
        }
    });
}

/// Texts can be dragged into fields; a file there would be opened by the browser in place of the page.
fn is_ours(event: &Event, data: Option<&DataTransfer>) -> bool {
    !is_field(event) || data.is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

fn is_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| crate::keys::is_text_field(&target))
}

fn take(state: State, event: &Event, data: Option<DataTransfer>) {
    let Some(data) = data else { return };
    event.prevent_default();
    begin(state);
    let dropped = data.files().filter(|files| files.length() > 0);
    let text = data.get_data("text").unwrap_or_default();
    if dropped.is_some() {
        files(state, dropped);
    } else if !text.is_empty() {
        state.bring("The text", text.as_bytes());
    }
}

fn begin(state: State) {
    state.reports.set(vec![]);
}

fn files(state: State, files: Option<FileList>) {
    let Some(files) = files else { return };
    for index in 0..files.length().min(MOST_FILES) {
        if let Some(file) = files.get(index) {
            read(state, &file);
        }
    }
}

/// Reads a file, unless its size alone says that it cannot be one of ours.
fn read(state: State, file: &File) {
    let name = file.name();
    if file.size() > MAX_ZIP as f64 {
        return state.refuse(&name, "It is larger than anything that is read here: at most 1 MB.".to_owned());
    }
    let Ok(reader) = FileReader::new() else { return };
    let _ = reader.read_as_array_buffer(file);
    EventListener::once(&reader.clone(), "loadend", move |_| match reader.result() {
        Ok(bytes) if !bytes.is_null() => state.bring(&name, &Uint8Array::new(&bytes).to_vec()),
        _ => state.refuse(&name, "The browser cannot read this file.".to_owned()),
    })
    .forget();
}
