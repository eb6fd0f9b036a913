//! Any other type, as JSON.

use super::Slot;
use super::text::typed_text;
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
    view! {
        <textarea
            class="input raw"
            id=slot.id
            rows=5
            spellcheck="false"
            aria-label=label
            aria-describedby=slot.described_by
            aria-invalid=move || slot.is_refused.get().to_string()
            class:is-default=move || !slot.is_given.get()
            prop:value=text
            on:input:target=move |event| input(event.target().value())
        ></textarea>
    }
    .into_any()
}
