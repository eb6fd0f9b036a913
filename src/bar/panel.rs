//! A button, and a panel that it opens over the page. The browser closes it: on Escape, and at a click beside it.

use crate::parts::{none, part};
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, prelude::*};
use web_sys::{Element, HtmlElement};

/// What is in it is made when it opens. The words of the button are in `says`, be it for screen readers only.
pub fn panel(
    id: &'static str,
    name: &'static str,
    class: &'static str,
    says: AnyView,
    body: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let is_open = RwSignal::new(false);
    let toggled = move |event: ev::Event| {
        let is_shown = event
            .target()
            .is_some_and(|target| target.unchecked_into::<Element>().matches(":popover-open").unwrap_or(false));
        is_open.set(is_shown);
    };
    view! {
        <button type="button" class=class popovertarget=id title=name>{says}</button>
        <div class="panel" id=id popover="auto" role="dialog" aria-label=name on:toggle=toggled>
            {part(move || if is_open.get() { body() } else { none() })}
        </div>
    }
    .into_any()
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Opens it; one that is open stays so.
pub fn open(id: &'static str) {
    request_animation_frame(move || {
        if let Some(panel) = element(id) {
            let _ = panel.show_popover();
        }
    });
}

pub fn close(id: &str) {
    if let Some(panel) = element(id) {
        let _ = panel.hide_popover();
    }
}
