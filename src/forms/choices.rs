//! One of the values that a validation leaves: side by side if they are few, else as a list.

use super::Slot;
use crate::parts::{all, flag, memo, rows, said, text};
use generator::draft::{shown, typed};
use leptos::prelude::*;

pub fn choices(slot: Slot) -> AnyView {
    let options = slot.options.clone().unwrap_or_default();
    let letters: usize = options.iter().map(String::len).sum();
    if options.len() <= 4 && letters <= 28 { side_by_side(slot, options) } else { list(slot, options) }
}

fn current(slot: &Slot) -> Signal<String> {
    let slot = slot.clone();
    text(move || slot.counts().as_ref().map(shown).unwrap_or_default())
}

fn side_by_side(slot: Slot, options: Vec<String>) -> AnyView {
    let current = current(&slot);
    let option = |option: String| {
        let slot = slot.clone();
        let (id, name, value) = (format!("{}-{option}", slot.id), slot.id.clone(), option.clone());
        let (this, title) = (option.clone(), option.clone());
        let is_chosen = flag(move || current.get() == this);
        view! {
            <label class="option">
                <input
                    type="radio"
                    id=id
                    name=name
                    value=value
                    prop:checked=is_chosen
                    on:change=move |_| slot.set.run(typed(&option, &slot.ty, slot.default.as_ref()))
                />
                <span>{title}</span>
            </label>
        }
        .into_any()
    };
    view! { <div class="options">{all(options.into_iter().map(option))}</div> }.into_any()
}

fn list(slot: Slot, options: Vec<String>) -> AnyView {
    let current = current(&slot);
    // A value that the validation refuses is shown all the same.
    let shown = memo(move || {
        let mut shown = options.clone();
        let current = current.get();
        if !shown.contains(&current) {
            shown.insert(0, current);
        }
        shown
    });
    let option = move |option: String| {
        let this = option.clone();
        let is_chosen = flag(move || current.get() == this);
        let value = option.clone();
        view! { <option value=value prop:selected=is_chosen>{option}</option> }.into_any()
    };
    let (id, label, described_by) = (slot.id.clone(), slot.label.clone(), slot.described_by.clone());
    let refused = slot.is_refused;
    let is_refused = said(move || refused.get());
    view! {
        <select
            class="input"
            id=id
            aria-label=label
            aria-describedby=described_by
            aria-invalid=is_refused
            on:change:target=move |event| slot.set.run(typed(&event.target().value(), &slot.ty, slot.default.as_ref()))
        >
            {rows(shown, option)}
        </select>
    }
    .into_any()
}
