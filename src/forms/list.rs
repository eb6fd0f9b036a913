//! A list or a set: a row for each element.

use super::{Slot, control, is_single};
use crate::icons::{self, icon};
use crate::parts::{all, button, icon_button, items, memo, rows};
use crate::state::focus;
use generator::draft::{Step, blank, with_part};
use generator::evaluate::Type;
use leptos::prelude::*;

pub fn list(slot: Slot) -> AnyView {
    let (Type::List(element) | Type::Set(element)) = slot.ty.clone() else { return crate::parts::none() };
    // One that has to be given has its first row already.
    let least = usize::from(slot.default.is_none() && is_single(&element));
    let positions = {
        let slot = slot.clone();
        memo(move || {
            let length = slot.counts().and_then(|value| value.as_array().map(Vec::len)).unwrap_or_default();
            (0..length.max(least)).map(|position| position.to_string()).collect::<Vec<_>>()
        })
    };
    let row = {
        let (slot, element) = (slot.clone(), element.clone());
        move |position: String| row(&slot, &element, position.parse().unwrap_or_default())
    };
    let label = format!("Add to {}", slot.label);
    let add = move || {
        let position = positions.with_untracked(Vec::len);
        slot.set.run(Some(with_part(slot.counts_now(), &Step::Element(position), Some(blank(&element)))));
        focus(format!("{}-{position}", slot.id));
    };
    let says = all([icon(icons::ADD), "Add".into_any(), crate::parts::unseen(format!(": {label}"))]);
    all([items("rows", rows(positions, row)), button("quiet add", says, add)])
}

fn row(slot: &Slot, element: &Type, position: usize) -> AnyView {
    let label = format!("{} {}", slot.label, position + 1);
    let part = slot.part(Step::Element(position), label.clone(), element, None);
    // Of a single control the id is its own.
    let (class, id) = if is_single(element) { ("row", None) } else { ("row card", Some(part.id.clone())) };
    let whole = slot.clone();
    let remove = move || whole.put(with_part(whole.counts_now(), &Step::Element(position), None));
    view! { <li class=class id=id>{control(part)} {icon_button("quiet remove", icons::CLOSE, format!("Remove {label}"), remove)}</li> }.into_any()
}
