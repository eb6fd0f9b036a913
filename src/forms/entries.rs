//! A map: a row for each key, or a fold where the values are larger than a line.

use super::{Slot, control, is_single};
use crate::icons::{self, icon};
use crate::parts::{all, button, icon_button, items, live, memo, none, part, rows, span};
use crate::state::focus;
use generator::draft::{Step, blank, rename, with_part};
use generator::evaluate::Type;
use leptos::{ev, prelude::*};
use serde_json::Value as Json;

pub fn entries(slot: Slot) -> AnyView {
    let keys = {
        let slot = slot.clone();
        memo(move || {
            let entries = slot.counts().and_then(|value| value.as_object().cloned()).unwrap_or_default();
            entries.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        })
    };
    let row = {
        let slot = slot.clone();
        move |key: String| entry(&slot, key)
    };
    all([items("rows", rows(keys, row)), add(slot)])
}

fn entry(slot: &Slot, key: String) -> AnyView {
    let Type::Map(ty) = &slot.ty else { return none() };
    let value = slot.part(Step::Entry(key.clone()), format!("{} of {key}", slot.label), ty, None);
    let remove = {
        let (slot, key) = (slot.clone(), key.clone());
        move || slot.set.run(Some(with_part(slot.counts_now(), &Step::Attribute(key.clone()), None)))
    };
    let remove = icon_button("quiet remove", icons::CLOSE, format!("Remove {key}"), remove);
    let name = name(slot, key.clone());
    if is_single(ty) {
        return view! { <li class="row">{name} <span class="equals" aria-hidden="true">"="</span> {control(value)} {remove}</li> }.into_any();
    }
    let (id, given) = (value.id.clone(), value.value);
    view! {
        <li class="card fold">
            <details id=id>
                <summary>
                    {span("fold-name", key)}
                    {live("fold-gist", move || gist(given.get().as_ref()))}
                    {icon(icons::CHEVRON)}
                </summary>
                <div class="attribute">
                    <div class="attribute-name">"name"</div>
                    <div class="attribute-value row">{name} {remove}</div>
                </div>
                {control(value)}
            </details>
        </li>
    }
    .into_any()
}

/// What is given of a value, in a line.
fn gist(value: Option<&Json>) -> String {
    let Some(entries) = value.and_then(Json::as_object).filter(|entries| !entries.is_empty()) else {
        return "all at default".to_owned();
    };
    let mut parts = vec![];
    for (name, value) in entries {
        parts.push(match value {
            Json::Array(elements) => format!("{name} {}", elements.len()),
            Json::Object(entries) => format!("{name} {}", entries.len()),
            value => format!("{name} {}", generator::draft::shown(value)),
        });
    }
    parts.join(", ")
}

/// The key, which counts when one is done typing it: half of one could be another that is there.
fn name(slot: &Slot, key: String) -> AnyView {
    let label = format!("Name of {key}");
    let (slot, original) = (slot.clone(), key.clone());
    let change = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| match rename(
        &slot.counts_now(),
        &original,
        event.target().value().trim(),
    ) {
        Some(renamed) => slot.set.run(Some(renamed)),
        None => event.target().set_value(&original),
    };
    view! { <input type="text" class="input key" aria-label=label autocomplete="off" spellcheck="false" value=key on:change:target=change /> }.into_any()
}

/// A name, and a button that makes an entry of it.
fn add(slot: Slot) -> AnyView {
    let key = RwSignal::new(String::new());
    let label = format!("Name of a new entry of {}", slot.label);
    let is_taken = {
        let slot = slot.clone();
        memo(move || slot.counts().is_some_and(|entries| entries.get(key.get().trim()).is_some()))
    };
    let add = move || {
        let name = key.get_untracked().trim().to_owned();
        let Type::Map(ty) = &slot.ty else { return };
        if name.is_empty() || is_taken.get_untracked() {
            return;
        }
        let step = Step::Entry(name);
        let id = slot.part(step.clone(), String::new(), ty, None).id;
        slot.set.run(Some(with_part(slot.counts_now(), &step, Some(blank(ty)))));
        key.set(String::new());
        focus(id);
    };
    let enter = {
        let add = add.clone();
        move |event: ev::KeyboardEvent| {
            if event.key() == "Enter" {
                add();
            }
        }
    };
    let taken = part(move || if is_taken.get() { "There is one of that name.".into_any() } else { none() });
    view! {
        <div class="row new-entry">
            <input type="text" class="input key" placeholder="new name" aria-label=label autocomplete="off" spellcheck="false" bind:value=key on:keydown=enter />
            {button("quiet add", all([icon(icons::ADD), "Add".into_any()]), add)}
            <span class="taken" role="status">{taken}</span>
        </div>
    }
    .into_any()
}
