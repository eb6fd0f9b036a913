//! What the preview shows, piece by piece: a piece is a line of code, or a block of a document. Those that stay are left alone, so
//! that a key press costs what it changed and not what is shown.

use leptos::prelude::*;
use reading::{Carry, Language, Mark};
use web_sys::Element;

/// A piece; of code, also what the lines before it left open, and what it leaves open itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece {
    pub text: String,
    pub mark: Mark,
    pub before: Carry,
    pub after: Carry,
}

/// What is shown.
#[derive(Debug, Default)]
pub struct Sheet {
    pub path: String,
    pub is_rendered: bool,
    pub pieces: Vec<Piece>,
    pub line: Option<usize>,
}

impl Sheet {
    pub fn language(&self, text: &str) -> Language {
        Language::of(&self.path, text)
    }

    /// Makes elements for what is new, and takes away what is gone.
    pub fn patch(&mut self, element: &Element, pieces: Vec<Piece>, make: &mut dyn FnMut(&Piece) -> Element) {
        let old = &self.pieces;
        let children = element.child_nodes();
        if old.len() == pieces.len() {
            for (at, (piece, old)) in pieces.iter().zip(old).enumerate() {
                if piece != old
                    && let Some(child) = children.item(at as u32)
                {
                    let _ = element.replace_child(&make(piece), &child);
                }
            }
        } else {
            let start = old.iter().zip(&pieces).take_while(|(old, new)| old == new).count();
            let (old, new) = (&old[start..], &pieces[start..]);
            let end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
            for _ in 0..old.len() - end {
                if let Some(child) = children.item(start as u32) {
                    let _ = element.remove_child(&child);
                }
            }
            let next = children.item(start as u32);
            for piece in &new[..new.len() - end] {
                let _ = element.insert_before(&make(piece), next.as_ref());
            }
        }
        self.pieces = pieces;
    }

    /// Marks a line, and brings it into view if it was another one before.
    pub fn mark(&mut self, element: &Element, line: Option<usize>) {
        let line = line.filter(|_| !self.is_rendered);
        let marked = line.and_then(|line| element.query_selector(&format!(":scope > :nth-child({line})")).ok()?);
        if let Ok(Some(old)) = element.query_selector(".is-marked")
            && Some(&old) != marked.as_ref()
        {
            let _ = old.class_list().remove_1("is-marked");
        }
        if let Some(marked) = marked {
            let _ = marked.class_list().add_1("is-marked");
            if self.line != line {
                bring_into_view(&marked);
            }
        }
        self.line = line;
    }
}

/// Scrolls the sheet, and nothing around it, until a line is in the middle; one that is seen anyway stays where it is.
fn bring_into_view(line: &Element) {
    let Ok(Some(sheet)) = line.closest(".sheet") else { return };
    let (seen, line) = (sheet.get_bounding_client_rect(), line.get_bounding_client_rect());
    if line.top() < seen.top() || line.bottom() > seen.bottom() {
        let middle = (line.top() - seen.top() - seen.height() / 2.0) as i32;
        sheet.set_scroll_top(sheet.scroll_top() + middle);
    }
}

/// An element of a class, not yet in the page.
pub fn element(tag: &str, class: &str) -> Element {
    let element = document().create_element(tag).expect("it is the name of an element");
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element
}
