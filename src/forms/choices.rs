//! One of the values that a validation leaves: side by side if they are few, else as a list.

use super::Slot;
use crate::parts::{all, flag, memo, rows, said, text};
use generator::draft::{shown, typed};
use leptos::prelude::*;

pub fn choices(slot: Slot) -> AnyView {
    if is_side_by_side(slot.options()) { side_by_side(slot) } else { list(slot) }
}

pub fn is_side_by_side(options: &[String]) -> bool {
    let letters: usize = options.iter().map(String::len).sum();
    !options.is_empty() && options.len() <= 4 && letters <= 28
}

fn current(slot: &Slot) -> Signal<String> {
    let slot = slot.clone();
    text(move || slot.counts().as_ref().map(shown).unwrap_or_default())
}

fn side_by_side(slot: Slot) -> AnyView {
    let current = current(&slot);
    let option = |option: &'static String| {
        let slot = slot.clone();
        let (id, name) = (format!("{}-{option}", slot.id), slot.id.clone());
        let is_chosen = flag(move || current.get() == *option);
        view! {
            <label class="option">
                <input
                    type="radio"
                    id=id
                    name=name
                    value=option.clone()
                    prop:checked=is_chosen
                    on:change=move |_| slot.set.run(typed(option, &slot.ty, slot.default.as_ref()))
                />
                <span>{option.clone()}</span>
            </label>
        }
        .into_any()
    };
    let refused = slot.is_refused();
    view! { <div class="options" id=slot.id.clone() class:is-wrong=refused>{all(slot.options().iter().map(option))}</div> }
        .into_any()
}

fn list(slot: Slot) -> AnyView {
    let current = current(&slot);
    let options = slot.options();
    // A value that the validation refuses is shown all the same.
    let shown = memo(move || {
        let mut shown = options.to_vec();
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
    let (id, described_by) = (slot.id.clone(), slot.described_by.clone());
    let label = Some(slot.label.clone()).filter(|label| !label.is_empty());
    let (refused, is_changed) = (slot.is_refused(), slot.is_changed);
    let is_refused = said(move || refused.get());
    view! {
        <select
            class="input"
            id=id
            class:is-default=flag(move || !is_changed.get())
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
