//! True or false.

use super::Slot;
use crate::parts::{flag, said};
use leptos::prelude::*;
use serde_json::Value as Json;

pub fn toggle(slot: Slot) -> AnyView {
    let is_on = {
        let slot = slot.clone();
        flag(move || slot.counts() == Some(Json::Bool(true)))
    };
    let label = Some(slot.label).filter(|label| !label.is_empty());
    view! {
        <span class="toggle">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                id=slot.id
                aria-label=label
                aria-describedby=slot.described_by
                prop:checked=is_on
                on:change:target=move |event| slot.set.run(Some(Json::Bool(event.target().checked())))
            />
            <span class="toggle-says" aria-hidden="true">{said(move || is_on.get())}</span>
        </span>
    }
    .into_any()
}
