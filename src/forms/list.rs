//! A list or a set: a row for each element.

use super::{Slot, control, is_single};
use crate::icons::{self, icon};
use crate::parts::{all, icon_button, items, memo, rows};
use crate::state::focus;
use generator::draft::{Step, blank, with_part};
use generator::evaluate::Type;
use leptos::prelude::*;
use serde_json::Value as Json;

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
        move |position: String| row(&slot, &element, position.parse().unwrap_or_default(), positions)
    };
    let says = all([icon(icons::ADD), "Add".into_any(), crate::parts::unseen(format!("to {}", slot.label))]);
    let id = slot.beside("add");
    let add = crate::parts::click(move || {
        let position = positions.with_untracked(Vec::len);
        let whole = slot.counts_now();
        let new = unused(&slot, &whole).unwrap_or_else(|| blank(&element));
        slot.set.run(Some(with_part(whole, &Step::Element(position), Some(new))));
        focus(slot.id_of(&position.to_string()));
    });
    view! { {items("rows", rows(positions, row))} <button type="button" class="quiet add" id=id on:click=add>{says}</button> }.into_any()
}

/// Where the catalog says which elements there can be: one that is not there yet.
fn unused(slot: &Slot, whole: &Json) -> Option<Json> {
    let known = slot.variable.part(&below(&slot.path))?;
    let is_there = |option: &&String| whole.as_array().is_some_and(|all| all.iter().any(|it| it == option.as_str()));
    known.options.iter().find(|option| !is_there(option)).map(|option| Json::from(option.as_str()))
}

fn below(path: &str) -> String {
    if path.is_empty() { "*".to_owned() } else { [path, ".*"].concat() }
}

fn row(slot: &Slot, element: &Type, position: usize, positions: Memo<Vec<String>>) -> AnyView {
    let label = format!("{} {}", slot.label, position + 1);
    let part = slot.part(Step::Element(position), label.clone(), element, None);
    // Of a single control the id is its own.
    let (class, id) = if is_single(element) { ("row", None) } else { ("row card", Some(part.id.clone())) };
    let whole = slot.clone();
    let remove = move || {
        whole.put(with_part(whole.counts_now(), &Step::Element(position), None));
        // The row that took its place, else the last one, else the way to a new one.
        let rest = positions.with_untracked(Vec::len);
        focus(match rest {
            0 => whole.beside("add"),
            rest => whole.id_of(&position.min(rest - 1).to_string()),
        });
    };
    view! { <li class=class id=id>{control(part)} {icon_button("quiet remove", icons::CLOSE, format!("Remove {label}"), remove)}</li> }.into_any()
}
