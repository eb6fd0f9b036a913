//! Lines of code. What one sees first is coloured at once; the rest of a long file follows, so that it never blocks.

use super::sheet::{Piece, Sheet, element};
use leptos::prelude::*;
use reading::{Kind, Language, Mark, colour};
use web_sys::Element;

/// The width of the numbers, as in style/files.css.
pub const GUTTER: f64 = 56.0;
/// How many lines are coloured at a time.
const AT_ONCE: usize = 120;

/// The lines of a text. What stood there before says for most of them what they leave open.
pub fn pieces(shown: &Sheet, text: &str, marks: &[Mark]) -> Vec<Piece> {
    let language = shown.language(text);
    let old = &shown.pieces;
    let count = text.split_inclusive('\n').count();
    let mut pieces: Vec<Piece> = Vec::with_capacity(count);
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let before = pieces.last().map(|piece| piece.after.clone()).unwrap_or_default();
        let same = [Some(at), (at + old.len()).checked_sub(count)].into_iter().flatten();
        let same = same.filter_map(|at| old.get(at)).find(|old| old.text == line && old.before == before);
        let after = match same {
            Some(old) => old.after.clone(),
            None => colour(language, &before, line, &mut |_, _| {}),
        };
        let mark = marks.get(at).copied().unwrap_or_default();
        pieces.push(Piece { text: line.to_owned(), mark, before, after });
    }
    pieces
}

/// A line; beyond those that are coloured at once it joins the rest.
pub fn line(piece: &Piece, language: Language, rest: &mut Vec<(Element, Piece)>) -> Element {
    let class = match piece.mark {
        Mark::Same => "line",
        Mark::Added => "line added",
        Mark::Changed => "line changed",
        Mark::Removed => "line removed",
    };
    let line = element("div", class);
    line.set_text_content(Some(&piece.text));
    if language != Language::Plain {
        rest.push((line.clone(), piece.clone()));
        if rest.len() <= AT_ONCE {
            coloured(&line, piece, language);
        }
    }
    line
}

/// Colours what was left, some lines in each frame.
pub fn colour_later(mut rest: Vec<(Element, Piece)>, language: Language) {
    if rest.len() <= AT_ONCE {
        return;
    }
    rest.drain(..AT_ONCE);
    request_animation_frame(move || {
        for (line, piece) in rest.iter().take(AT_ONCE) {
            coloured(line, piece, language);
        }
        colour_later(rest, language);
    });
}

/// Puts the pieces of a line in place of its text.
pub fn coloured(line: &Element, piece: &Piece, language: Language) {
    line.set_text_content(None);
    let mut plain = String::new();
    colour(language, &piece.before, &piece.text, &mut |kind, text| {
        let class = match kind {
            Kind::Plain => return plain.push_str(text),
            Kind::Comment => "comment",
            Kind::Keyword => "keyword",
            Kind::Name => "name",
            Kind::String => "string",
            Kind::Number => "number",
        };
        if !plain.is_empty() {
            let _ = line.append_with_str_1(&plain);
            plain.clear();
        }
        if !text.is_empty() {
            let span = element("span", class);
            span.set_text_content(Some(text));
            let _ = line.append_with_node_1(&span);
        }
    });
    let _ = line.append_with_str_1(&plain);
}
