//! The bundle's picture where a document shows it. Drawing it takes longer than a key press may, so it follows after a pause.

use super::Preview;
use super::sheet::{Piece, element};
use crate::parts::later;
use generator::bundle::PICTURE;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::js_sys::encode_uri_component;
use web_sys::{Element, HtmlElement};

/// Milliseconds without a change before it is drawn again.
const PAUSE: u32 = 400;
const CLASS: &str = "bundle-picture";

/// A document of nothing but the picture.
pub fn piece() -> Piece {
    let name = PICTURE.rsplit('/').next().unwrap_or(PICTURE);
    Piece { text: format!("![Picture of the platform]({name})"), ..Piece::default() }
}

pub fn image(says: &str) -> Element {
    let image = element("img", CLASS);
    let _ = image.set_attribute("alt", says);
    image
}

/// Draws it wherever it is shown, and again when it has changed.
pub fn follow(preview: Preview) {
    later(PAUSE, move || {
        preview.files.state.follows.diagram.track();
        preview.text.track();
        let is_rendered = preview.is_rendered();
        let sheet = preview.sheet.get().filter(|_| is_rendered)?;
        Some(Box::new(move || draw(preview, &sheet)))
    });
}

fn draw(preview: Preview, sheet: &HtmlElement) {
    let Ok(Some(image)) = sheet.query_selector(&format!(".{CLASS}")) else { return };
    let svg = preview.files.state.follows.svg.get_untracked();
    let address = format!("data:image/svg+xml,{}", String::from(encode_uri_component(&svg)));
    if image.get_attribute("src").as_deref() != Some(&address) {
        let _ = image.unchecked_into::<Element>().set_attribute("src", &address);
    }
}
