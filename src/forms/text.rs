//! Texts and numbers. The field keeps what was typed for as long as it means what is in the draft.

use super::{Slot, beside};
use crate::parts::{all, effect, flag, none, said, span};
use generator::catalog::Part;
use generator::draft::{shown, typed};
use generator::evaluate::{Type, number::exact};
use leptos::wasm_bindgen::JsValue;
use leptos::{ev, prelude::*};
use serde_json::Value as Json;
use web_sys::HtmlInputElement;
use web_sys::js_sys::Reflect;

pub fn text(slot: Slot) -> AnyView {
    let is_number = slot.ty == Type::Number;
    let text = typed_text(&slot);
    let range = slot.known().filter(|_| is_number);
    let (least, most) = (range.and_then(|range| range.least), range.and_then(|range| range.most));
    let input = {
        let slot = slot.clone();
        move |typing: String| {
            text.set(typing.clone());
            slot.set.run(typed(&typing, &slot.ty, slot.default.as_ref()));
        }
    };
    // Blanks around a text are hardly ever meant; while one types they may be those between two words.
    let trim = {
        let input = input.clone();
        move |field: &HtmlInputElement| {
            let typing = field.value();
            let trimmed = typing.trim();
            let is_more = trimmed.len() < typing.len();
            if is_more {
                field.set_value(trimmed);
                input(trimmed.to_owned());
            }
            is_more
        }
    };
    let leave = trim.clone();
    let enter = {
        let input = input.clone();
        move |event: ev::Targeted<ev::Event, HtmlInputElement>| {
            if !(is_pasted(&event) && trim(&event.target())) {
                input(event.target().value());
            }
        }
    };
    let keys = {
        let (input, slot) = (input.clone(), slot.clone());
        move |event: ev::KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowUp" => 1.0,
                "ArrowDown" => -1.0,
                _ => return,
            };
            if !is_number {
                return;
            }
            event.prevent_default();
            let number = slot.counts_now().as_f64().map_or(least.unwrap_or(0.0), |number| number + step);
            input(exact(number.max(least.unwrap_or(number)).min(most.unwrap_or(number))));
        }
    };
    let settle = {
        let slot = slot.clone();
        move |_| text.set(slot.counts().as_ref().map(shown).unwrap_or_default())
    };
    let placeholder = match (&slot.example, &slot.default) {
        (Some(example), None) => shown(example),
        (_, Some(Json::String(_))) => "empty".to_owned(),
        (_, Some(Json::Null)) => "not set".to_owned(),
        _ => String::new(),
    };
    let (is_changed, refused) = (slot.is_changed, slot.is_refused());
    let (is_default, is_refused) = (flag(move || !is_changed.get()), said(move || refused.get()));
    let is_near = RwSignal::new(false);
    let known = slot.state.catalog.hint(&slot.field()).filter(|known| known.suggests.is_some());
    let list = known.map(|_| slot.beside("list"));
    let suggestions = list.clone().map_or_else(none, |list| beside::suggestions(&slot, list, is_near));
    let now = {
        let slot = slot.clone();
        Signal::derive(move || slot.counts().filter(Json::is_number).as_ref().map(shown).filter(|_| is_number))
    };
    let label = Some(slot.label).filter(|label| !label.is_empty());
    let input = view! {
        <input
            type="text"
            class=if is_number { "input number" } else { "input" }
            id=slot.id
            class:is-default=is_default
            role=is_number.then_some("spinbutton")
            aria-valuemin=least.map(exact)
            aria-valuemax=most.map(exact)
            aria-valuenow=now
            list=list
            inputmode=if is_number { "decimal" } else { "text" }
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=placeholder
            aria-label=label
            aria-describedby=slot.described_by
            aria-invalid=is_refused
            prop:value=text
            on:input:target=enter
            on:change:target=move |event| _ = leave(&event.target())
            on:keydown=keys
            on:focus=move |_| is_near.set(true)
            on:blur=settle
        />
    };
    let input = all([input.into_any(), suggestions]);
    match range.and_then(in_words) {
        Some(range) => view! { <span class="ranged">{input} {span("range", range)}</span> }.into_any(),
        None => input,
    }
}

fn is_pasted(event: &ev::Event) -> bool {
    Reflect::get(event, &JsValue::from_str("inputType")).is_ok_and(|kind| kind == "insertFromPaste")
}

/// "1 to 20", "at least 1".
fn in_words(range: &Part) -> Option<String> {
    match (range.least.map(exact), range.most.map(exact)) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(most)) => Some(format!("at most {most}")),
        (None, None) => None,
    }
}

/// The text of a slot's field: it follows the draft unless what stands there means the same.
pub fn typed_text(slot: &Slot) -> RwSignal<String> {
    let initial = slot.value.get_untracked().or_else(|| slot.default.clone());
    let text = RwSignal::new(initial.as_ref().map(shown).unwrap_or_default());
    let slot = slot.clone();
    effect(move || {
        let counts = slot.counts();
        let means: Option<Json> = typed(&text.get_untracked(), &slot.ty, slot.default.as_ref());
        if means.or_else(|| slot.default.clone()) != counts {
            text.set(counts.as_ref().map(shown).unwrap_or_default());
        }
    });
    text
}
