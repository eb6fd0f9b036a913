//! Any other type, as JSON.

use super::Slot;
use super::text::typed_text;
use crate::parts::{flag, said};
use generator::draft::typed;
use leptos::prelude::*;

pub fn raw(slot: Slot) -> AnyView {
    let text = typed_text(&slot);
    let input = {
        let slot = slot.clone();
        move |typing: String| {
            text.set(typing.clone());
            slot.set.run(typed(&typing, &slot.ty, slot.default.as_ref()));
        }
    };
    let label = if slot.label.is_empty() { format!("{} as JSON", slot.ty) } else { format!("{} as JSON", slot.label) };
    let (is_changed, refused) = (slot.is_changed, slot.is_refused());
    let (is_default, is_refused) = (flag(move || !is_changed.get()), said(move || refused.get()));
    view! {
        <textarea
            class="input raw"
            id=slot.id
            rows=5
            spellcheck="false"
            aria-label=label
            aria-describedby=slot.described_by
            aria-invalid=is_refused
            class:is-default=is_default
            prop:value=text
            on:input:target=move |event| input(event.target().value())
        ></textarea>
    }
    .into_any()
}
