//! The bundle's picture as a file: SVG, or PNG in twice its size.

use crate::bar::hand_over;
use crate::state::State;
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Function};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

const SCALE: i32 = 2;

pub fn svg(state: State) {
    let _ = picture(state).and_then(|picture| hand_over(&name(state, "svg"), &picture));
}

/// The browser draws the same file.
pub fn png(state: State) {
    let drawn = state.follows.whole.with_untracked(|whole| (whole.width * SCALE, whole.height * SCALE));
    let name = name(state, "png");
    let draw = move || -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(&picture(state)?)?;
        let image = HtmlImageElement::new()?;
        let source = image.clone();
        image.set_src(&url);
        let loaded = move || {
            let _ = paint(&source, drawn, name);
            let _ = Url::revoke_object_url(&url);
        };
        image.set_onload(Some(&once(Closure::once_into_js(loaded))));
        Ok(())
    };
    let _ = draw();
}

fn paint(image: &HtmlImageElement, (width, height): (i32, i32), name: String) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    if let Some(context) = canvas.get_context("2d")? {
        let context: CanvasRenderingContext2d = context.unchecked_into();
        context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())?;
        let save = move |blob: Option<Blob>| _ = blob.map(|blob| hand_over(&name, &blob));
        canvas.to_blob(&once(Closure::once_into_js(save)))?;
    }
    Ok(())
}

fn once(closure: JsValue) -> Function {
    closure.unchecked_into()
}

fn name(state: State, end: &str) -> String {
    let mut name = state.follows.platform.with_untracked(|platform| platform.name.clone());
    name.push_str("-architecture.");
    name.push_str(end);
    name
}

fn picture(state: State) -> Result<Blob, JsValue> {
    let text = state.follows.svg.get_untracked();
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(&text)), &kind)
}
