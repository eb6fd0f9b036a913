//! Texts and numbers. The field keeps what was typed for as long as it means what is in the draft.

use super::Slot;
use crate::parts::{flag, said};
use generator::draft::{shown, typed};
use generator::evaluate::Type;
use leptos::{ev, prelude::*};
use serde_json::Value as Json;

pub fn text(slot: Slot) -> AnyView {
    let is_number = slot.ty == Type::Number;
    let text = typed_text(&slot);
    let input = {
        let slot = slot.clone();
        move |typing: String| {
            text.set(typing.clone());
            slot.set.run(typed(&typing, &slot.ty, slot.default.as_ref()));
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
            if let Some(number) = slot.counts_now().as_f64().filter(|_| is_number) {
                event.prevent_default();
                input(format!("{}", number + step));
            }
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
    let (is_given, refused) = (slot.is_given, slot.is_refused);
    let (is_default, is_refused) = (flag(move || !is_given.get()), said(move || refused.get()));
    let label = Some(slot.label).filter(|label| !label.is_empty());
    view! {
        <input
            type="text"
            class=if is_number { "input number" } else { "input" }
            id=slot.id
            class:is-default=is_default
            inputmode=if is_number { "decimal" } else { "text" }
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=placeholder
            aria-label=label
            aria-describedby=slot.described_by
            aria-invalid=is_refused
            prop:value=text
            on:input:target=move |event| input(event.target().value())
            on:keydown=keys
            on:blur=settle
        />
    }
    .into_any()
}

/// The text of a slot's field: it follows the draft unless what stands there means the same.
pub fn typed_text(slot: &Slot) -> RwSignal<String> {
    let initial = slot.value.get_untracked().or_else(|| slot.default.clone());
    let text = RwSignal::new(initial.as_ref().map(shown).unwrap_or_default());
    let slot = slot.clone();
    Effect::new(move |_| {
        let counts = slot.counts();
        let means: Option<Json> = typed(&text.get_untracked(), &slot.ty, slot.default.as_ref());
        if means.or_else(|| slot.default.clone()) != counts {
            text.set(counts.as_ref().map(shown).unwrap_or_default());
        }
    });
    text
}
