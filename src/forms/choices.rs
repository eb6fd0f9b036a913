//! One of the values that a validation leaves: side by side if they are few, else as a list.

use super::Slot;
use generator::draft::{shown, typed};
use leptos::prelude::*;

pub fn choices(slot: Slot) -> AnyView {
    let options = slot.options.clone().unwrap_or_default();
    let letters: usize = options.iter().map(String::len).sum();
    if options.len() <= 4 && letters <= 28 { side_by_side(slot, options) } else { list(slot, options) }
}

fn current(slot: &Slot) -> Memo<String> {
    let slot = slot.clone();
    Memo::new(move |_| slot.counts().as_ref().map(shown).unwrap_or_default())
}

fn side_by_side(slot: Slot, options: Vec<String>) -> AnyView {
    let current = current(&slot);
    let option = |option: String| {
        let slot = slot.clone();
        let (id, name, value) = (format!("{}-{option}", slot.id), slot.id.clone(), option.clone());
        let (this, title) = (option.clone(), option.clone());
        view! {
            <label class="option">
                <input
                    type="radio"
                    id=id
                    name=name
                    value=value
                    prop:checked=move || current.get() == this
                    on:change=move |_| slot.set.run(typed(&option, &slot.ty, slot.default.as_ref()))
                />
                <span>{title}</span>
            </label>
        }
    };
    view! { <div class="options">{options.into_iter().map(option).collect_view()}</div> }.into_any()
}

fn list(slot: Slot, options: Vec<String>) -> AnyView {
    let current = current(&slot);
    // A value that the validation refuses is shown all the same.
    let all = Memo::new(move |_| {
        let mut all = options.clone();
        let current = current.get();
        if !all.contains(&current) {
            all.insert(0, current);
        }
        all
    });
    let (id, label, described_by) = (slot.id.clone(), slot.label.clone(), slot.described_by.clone());
    let is_refused = slot.is_refused;
    view! {
        <select
            class="input"
            id=id
            aria-label=label
            aria-describedby=described_by
            aria-invalid=move || is_refused.get().to_string()
            on:change:target=move |event| slot.set.run(typed(&event.target().value(), &slot.ty, slot.default.as_ref()))
        >
            <For each=move || all.get() key=Clone::clone let:option>
                <option value=option.clone() prop:selected={
                    let option = option.clone();
                    move || current.get() == option
                }>{option.clone()}</option>
            </For>
        </select>
    }
    .into_any()
}
