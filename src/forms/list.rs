//! A list or a set: a row for each element.

use super::{Slot, control, is_single};
use crate::icons::{self, icon};
use crate::state::focus;
use generator::draft::{Step, blank, with_part};
use generator::evaluate::Type;
use leptos::prelude::*;

pub fn list(slot: Slot) -> AnyView {
    let (Type::List(element) | Type::Set(element)) = slot.ty.clone() else { return ().into_any() };
    // One that has to be given has its first row already.
    let least = usize::from(slot.default.is_none() && is_single(&element));
    let length = {
        let slot = slot.clone();
        Memo::new(move |_| {
            let elements = slot.counts().and_then(|value| value.as_array().map(Vec::len));
            elements.unwrap_or_default().max(least)
        })
    };
    let add = {
        let (slot, element) = (slot.clone(), element.clone());
        move |_| {
            let position = length.get_untracked();
            slot.set.run(Some(with_part(slot.counts_now(), &Step::Element(position), Some(blank(&element)))));
            focus(format!("{}-{position}", slot.id));
        }
    };
    let is_single = is_single(&element);
    let row = {
        let slot = slot.clone();
        move |position: usize| {
            let label = format!("{} {}", slot.label, position + 1);
            let part = slot.part(Step::Element(position), label.clone(), &element, None);
            let id = (!is_single).then(|| part.id.clone());
            let whole = slot.clone();
            let remove = move |_| whole.put(with_part(whole.counts_now(), &Step::Element(position), None));
            view! {
                <li class="row" class:card=!is_single id=id>
                    {control(part)}
                    <button type="button" class="quiet remove" aria-label=format!("Remove {label}") on:click=remove>
                        {icon(icons::CLOSE)}
                    </button>
                </li>
            }
        }
    };
    view! {
        <ul class="rows">
            <For each=move || 0..length.get() key=|position| *position children=row />
        </ul>
        <button type="button" class="quiet add" on:click=add aria-label=format!("Add to {}", slot.label)>
            {icon(icons::ADD)}
            "Add"
        </button>
    }
    .into_any()
}
