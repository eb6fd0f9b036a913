//! The preview of one file: as code with line numbers or, for a document or the picture, as it is meant to be seen.

mod code;
mod document;
mod head;
mod picture;
mod sheet;

use super::Files;
use crate::parts::{effect, flag, memo, none, paragraph, part};
use generator::bundle::PICTURE;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, prelude::*};
use reading::{Mark, marks};
use sheet::Sheet;
use std::cell::RefCell;
use web_sys::Element;

/// What the parts of the preview share.
#[derive(Clone, Copy)]
struct Preview {
    files: Files,
    /// The text of the file, if it is there.
    text: Memo<Option<String>>,
    /// What happened to its lines with the last change; empty if nothing did.
    marks: Memo<Vec<Mark>>,
    /// Documents and the picture can be seen as what they are written in.
    is_source: RwSignal<bool>,
    is_wrapped: RwSignal<bool>,
    sheet: NodeRef<html::Div>,
}

pub fn preview(files: Files) -> AnyView {
    let state = files.state;
    let is_source = RwSignal::new(false);
    let text_of = move |path: &String| {
        if path == PICTURE {
            // Its source is long to make, and only made when one reads it.
            return Some(if is_source.get() { state.follows.svg.get() } else { String::new() });
        }
        files.shelves.with(|shelves| shelves.file(path).map(|file| file.text.clone()))
    };
    let text = memo(move || state.file.with(text_of));
    let marks = memo(move || {
        let before = |path: &String| {
            files.changes.track();
            files.shelves.with(|shelves| {
                let (before, now) = (shelves.before.as_ref()?.file(path)?, shelves.now.file(path)?);
                (before.text != now.text).then(|| marks(&before.text, &now.text))
            })
        };
        state.file.with(before).unwrap_or_default()
    });
    let preview = Preview { files, text, marks, is_source, is_wrapped: RwSignal::new(false), sheet: NodeRef::new() };
    // A line is one of the source.
    effect(move || {
        if state.line.get().is_some() {
            preview.is_source.set(true);
        }
    });
    let shown = RefCell::new(Sheet::default());
    effect(move || {
        let sheet = shown.take();
        shown.replace(preview.show(sheet));
    });
    picture::follow(preview);
    let is_gone = memo(move || text.with(Option::is_none));
    let gone = part(move || {
        if is_gone.get() {
            paragraph("empty", "This file is not in the bundle any more: what it was there for is switched off.")
        } else {
            none()
        }
    });
    view! {
        <section class="preview" aria-label="Preview">
            {head::head(preview)}
            {gone}
            <div
                class="sheet"
                class:is-hidden=is_gone
                class:is-wrapped=preview.is_wrapped
                class:is-document=flag(move || preview.is_rendered())
                tabindex="0"
                role="region"
                aria-label="Text of the file"
                on:click=move |event| preview.click(&event)
            >
                <div class="text" node_ref=preview.sheet></div>
            </div>
        </section>
    }
    .into_any()
}

impl Preview {
    /// The text to take along.
    fn whole(self) -> String {
        let state = self.files.state;
        if state.file.with_untracked(|path| path == PICTURE) {
            return state.follows.svg.get_untracked();
        }
        self.text.get_untracked().unwrap_or_default()
    }

    fn can_be_rendered(self) -> bool {
        self.files.state.file.with(|path| path.ends_with(".md") || path == PICTURE)
    }

    fn is_rendered(self) -> bool {
        self.can_be_rendered() && !self.is_source.get()
    }

    /// To the next line that the last change touched, after the last one to the first.
    fn go_to_change(self) {
        let line = self.files.state.line;
        let now = line.get_untracked().unwrap_or(0);
        self.marks.with_untracked(|marks| {
            let is_touched = |at: &usize| marks[*at] != Mark::Same && (*at == 0 || marks[*at - 1] == Mark::Same);
            let touched = |from: usize| (from..marks.len()).find(is_touched);
            line.set(touched(now).or(touched(0)).map(|at| at + 1));
        });
    }

    /// Brings what is shown up to what it should be.
    fn show(self, mut sheet: Sheet) -> Sheet {
        let Some(element) = self.sheet.get() else { return sheet };
        let path = self.files.state.file.get();
        let (is_rendered, line) = (self.is_rendered(), self.files.state.line.get());
        let is_other = sheet.path != path || sheet.is_rendered != is_rendered;
        if is_other {
            element.set_text_content(None);
            sheet = Sheet { path, is_rendered, ..Sheet::default() };
        }
        let pieces = match is_rendered {
            true if sheet.path == PICTURE => vec![picture::piece()],
            true => self.text.with(|text| document::pieces(text.as_deref().unwrap_or_default())),
            false => self
                .text
                .with(|text| self.marks.with(|marks| code::pieces(&sheet, text.as_deref().unwrap_or_default(), marks))),
        };
        let language = self.text.with_untracked(|text| sheet.language(text.as_deref().unwrap_or_default()));
        match is_rendered {
            true => sheet.patch(&element, pieces, &mut |piece| document::section(self.files, &piece.text)),
            false => {
                let mut rest = vec![];
                sheet.patch(&element, pieces, &mut |piece| code::line(piece, language, &mut rest));
                code::colour_later(rest, language);
            }
        }
        if is_other && line.is_none() {
            element.parent_element().inspect(|sheet| sheet.set_scroll_top(0));
        }
        sheet.mark(&element, line);
        sheet
    }

    /// A click on a link opens its file; one on the number of a line marks it, and selects what it is about.
    fn click(self, event: &ev::MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let closest = |selector: &str| target.as_ref()?.closest(selector).ok()?;
        if let Some(path) = closest("[data-file]").and_then(|link| link.get_attribute("data-file")) {
            return self.files.open(&path, None);
        }
        let Some(line) = closest(".line") else { return };
        let Some(sheet) = self.sheet.get_untracked().and_then(|sheet| sheet.parent_element()) else { return };
        if f64::from(event.client_x()) > sheet.get_bounding_client_rect().left() + code::GUTTER {
            return;
        }
        let lines = self.sheet.get_untracked().map(|sheet| sheet.child_nodes());
        let at = lines.and_then(|lines| (0..lines.length()).find(|&at| lines.item(at).as_ref() == Some(line.as_ref())));
        let at = at.map(|at| at as usize + 1);
        let state = self.files.state;
        state.line.set(if state.line.get_untracked() == at { None } else { at });
    }
}
