//! A document as it is meant to be read. Every word of it becomes a text of the page, so nothing in it can be more than that.

use super::code;
use super::picture;
use super::sheet::{Piece, element};
use crate::files::Files;
use generator::bundle::PICTURE;
use leptos::prelude::*;
use reading::{Align, Block, Carry, Inline, Language, Target, colour, parse, sections, target};
use web_sys::Element;

/// A piece for each block.
pub fn pieces(text: &str) -> Vec<Piece> {
    sections(text).into_iter().map(|section| Piece { text: section.to_owned(), ..Piece::default() }).collect()
}

/// One block.
pub fn section(files: Files, text: &str) -> Element {
    let section = element("div", "block");
    blocks(files, &section, &parse(text));
    section
}

fn blocks(files: Files, parent: &Element, all: &[Block]) {
    for block in all {
        let element = match block {
            // The file's name is the heading above.
            Block::Heading(level, says) => with(files, &format!("h{}", (level + 2).min(6)), says),
            Block::Paragraph(says) => with(files, "p", says),
            Block::Code(language, text) => code(language, text),
            Block::List(number, entries) => {
                let list = element(if number.is_some() { "ol" } else { "ul" }, "");
                if let Some(number) = number {
                    let _ = list.set_attribute("start", &number.to_string());
                }
                for entry in entries {
                    let item = element("li", "");
                    blocks(files, &item, entry);
                    add(&list, &item);
                }
                list
            }
            Block::Table(aligns, rows) => table(files, aligns, rows),
        };
        add(parent, &element);
    }
}

fn add(parent: &Element, child: &Element) {
    let _ = parent.append_with_node_1(child);
}

fn with(files: Files, tag: &str, says: &[Inline]) -> Element {
    let element = element(tag, "");
    inlines(files, &element, says);
    element
}

/// Code in a document, in the colours of its language.
fn code(language: &str, text: &str) -> Element {
    let block = element("pre", "");
    let _ = block.set_attribute("tabindex", "0");
    let (language, mut open) = (Language::named(language), Carry::Nothing);
    for line in text.split_inclusive('\n') {
        let piece = Piece { text: line.to_owned(), before: open.clone(), ..Piece::default() };
        open = colour(language, &open, line, &mut |_, _| {});
        let line = element("span", "");
        code::coloured(&line, &piece, language);
        add(&block, &line);
    }
    block
}

fn table(files: Files, aligns: &[Align], rows: &[Vec<Vec<Inline>>]) -> Element {
    let frame = element("div", "table-frame");
    let table = element("table", "");
    for (at, row) in rows.iter().enumerate() {
        let line = element("tr", "");
        for (column, says) in row.iter().enumerate() {
            let cell = with(files, if at == 0 { "th" } else { "td" }, says);
            if aligns.get(column) == Some(&Align::End) {
                cell.set_class_name("amount");
            }
            add(&line, &cell);
        }
        add(&table, &line);
    }
    add(&frame, &table);
    frame
}

fn inlines(files: Files, parent: &Element, all: &[Inline]) {
    for inline in all {
        let element = match inline {
            Inline::Text(text) => {
                let _ = parent.append_with_str_1(text);
                continue;
            }
            Inline::Code(text) => {
                let code = element("code", "");
                code.set_text_content(Some(text));
                code
            }
            Inline::Strong(says) => with(files, "strong", says),
            Inline::Link(says, address) => link(files, says, address),
            Inline::Picture(says, address) => match leads_to(files, address) {
                Some(Target::File(path)) if path == PICTURE => picture::image(says),
                _ => link(files, &[Inline::Text(says.clone())], address),
            },
        };
        add(parent, &element);
    }
}

/// Where an address leads from the file that is shown, if that is anywhere.
fn leads_to(files: Files, address: &str) -> Option<Target> {
    files.state.file.with_untracked(|from| target(from, address))
}

/// A link to another file selects it; what leads nowhere is only text.
fn link(files: Files, says: &[Inline], address: &str) -> Element {
    match leads_to(files, address) {
        Some(Target::Web(address)) => {
            let link = with(files, "a", says);
            for (name, value) in [("href", address.as_str()), ("rel", "noreferrer"), ("target", "_blank")] {
                let _ = link.set_attribute(name, value);
            }
            link
        }
        Some(Target::File(path)) if files.shelves.with_untracked(|shelves| shelves.now.paths().contains(&*path)) => {
            let link = with(files, "button", says);
            let _ = link.set_attribute("type", "button");
            link.set_class_name("link");
            let _ = link.set_attribute("data-file", &path);
            link
        }
        _ => with(files, "span", says),
    }
}
