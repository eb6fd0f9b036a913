//! True or false.

use super::Slot;
use leptos::prelude::*;
use serde_json::Value as Json;

pub fn toggle(slot: Slot) -> AnyView {
    let is_on = {
        let slot = slot.clone();
        Memo::new(move |_| slot.counts() == Some(Json::Bool(true)))
    };
    view! {
        <span class="toggle">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                id=slot.id
                aria-label=(!slot.label.is_empty()).then_some(slot.label)
                aria-describedby=slot.described_by
                prop:checked=is_on
                on:change:target=move |event| slot.set.run(Some(Json::Bool(event.target().checked())))
            />
            <span class="toggle-says" aria-hidden="true">{move || is_on.get().to_string()}</span>
        </span>
    }
    .into_any()
}
