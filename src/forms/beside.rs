//! What the catalog's manifests offer at a field: values to choose from, and what follows from the value.

use super::Slot;
use crate::parts::{all, none, part};
use generator::platform::hint;
use leptos::prelude::*;

/// The values as the browser's own list, made when one comes to the field.
pub fn suggestions(slot: &Slot, id: String, is_wanted: RwSignal<bool>) -> AnyView {
    let (state, field) = (slot.state, slot.field());
    part(move || {
        let Some(known) = state.catalog.hint(&field).filter(|_| is_wanted.get()) else { return none() };
        let values = state.follows.platform.with_untracked(|platform| hint(state.catalog, platform, &known.suggests));
        let option = |(value, says): (String, String)| view! { <option value=value>{says}</option> }.into_any();
        view! { <datalist id=id.clone()>{all(values.into_iter().map(option))}</datalist> }.into_any()
    })
}

/// What follows from the value, as long as there is nothing wrong with it.
pub fn shown(slot: &Slot) -> AnyView {
    let (state, refusal) = (slot.state, slot.refusal);
    let Some(known) = state.catalog.hint(&slot.field()).filter(|known| known.shows.is_some()) else { return none() };
    let follows =
        crate::parts::memo(move || state.follows.platform.with(|platform| hint(state.catalog, platform, &known.shows)));
    part(move || {
        if refusal.with(Option::is_some) {
            return none();
        }
        let line = |(name, value): (String, String)| view! { <dt>{name}</dt> <dd>{value}</dd> }.into_any();
        view! { <dl class="shown">{all(follows.get().into_iter().map(line))}</dl> }.into_any()
    })
}
