//! A map: a row for each key, or a fold where the values are larger than a line.

use super::{Slot, control, is_single, message};
use crate::icons::{self, icon};
use crate::parts::{all, button, flag, icon_button, items, memo, none, part, rows, said, span};
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
        move |key: String| entry(&slot, key, keys)
    };
    all([items("rows", rows(keys, row)), add(slot)])
}

fn entry(slot: &Slot, key: String, keys: Memo<Vec<String>>) -> AnyView {
    let Type::Map(ty) = &slot.ty else { return none() };
    let value = slot.part(Step::Entry(key.clone()), format!("{} of {key}", slot.label), ty, None);
    let is_single = is_single(ty);
    let remove = {
        let (slot, key) = (slot.clone(), key.clone());
        move || {
            let position = keys.with_untracked(|keys| keys.iter().position(|other| *other == key)).unwrap_or_default();
            slot.set.run(Some(with_part(slot.counts_now(), &Step::Attribute(key.clone()), None)));
            // The entry that took its place, else the one before it, else the way to a new one.
            let next = keys.with_untracked(|keys| keys.get(position).or(keys.last()).cloned());
            focus(match next {
                None => slot.beside("add"),
                Some(next) => row_of(slot.id_of(&next)),
            });
        }
    };
    let remove = icon_button("quiet remove", icons::CLOSE, format!("Remove {key}"), remove);
    let id = row_of(value.id.clone());
    let name = name(slot, &value, key.clone(), id.clone());
    if is_single {
        return view! { <li class="row">{name} <span class="equals" aria-hidden="true">"="</span> {control(value)} {remove}</li> }.into_any();
    }
    let (given, set, base, is_changed) = (value.value, value.set, value.base.clone(), value.is_changed);
    let (refusal, steps) = (value.refusal, value.steps.clone());
    let is_wrong = flag(move || refusal.with(|it| it.as_ref().is_some_and(|it| it.is_within(&steps))));
    let gist = part(move || match refusal.get().filter(|_| is_wrong.get()) {
        Some(refusal) => view! { <span class="fold-gist message">{message::refused(&refusal.says)}</span> }.into_any(),
        None => span("fold-gist", gist(given.get().as_ref())),
    });
    let title = key.clone();
    let take_back = part(move || match base.clone().filter(|_| is_changed.get()) {
        Some(base) => button(
            "quiet reset",
            all([icon(icons::RESET), format!("Back to the default of {title}").into_any()]),
            move || set.run(Some(base.clone())),
        ),
        None => none(),
    });
    let says = value.says();
    let wrong = part(move || {
        says.get().map_or_else(none, |says| view! { <p class="message">{message::refused(&says)}</p> }.into_any())
    });
    let details = value.id.clone();
    view! {
        <li class="card fold" class:is-wrong=is_wrong>
            <details id=details>
                <summary id=id>
                    {icon(icons::CHEVRON)}
                    {span("fold-name", key)}
                    {gist}
                </summary>
                <div class="attribute">
                    <div class="attribute-name">"name"</div>
                    <div class="attribute-value">{name} {wrong}</div>
                </div>
                {control(value)}
                {take_back}
            </details>
            {remove}
        </li>
    }
    .into_any()
}

/// The id of an entry's row, from that of its control.
fn row_of(id: String) -> String {
    id + "--row"
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
fn name(slot: &Slot, value: &Slot, key: String, row: String) -> AnyView {
    let label = format!("Name of {key}");
    let refused = value.is_refused();
    let (slot, original) = (slot.clone(), key.clone());
    // Where the value has a row of its own, the id is that row's.
    let id = is_single(&value.ty).then_some(row);
    let change = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| match rename(
        &slot.counts_now(),
        &original,
        event.target().value().trim(),
    ) {
        Some(renamed) => slot.set.run(Some(renamed)),
        None => event.target().set_value(&original),
    };
    view! { <input type="text" class="input key" id=id aria-label=label aria-invalid=said(move || refused.get()) autocomplete="off" spellcheck="false" value=key on:change:target=change /> }.into_any()
}

/// A name, and a button that makes an entry of it.
fn add(slot: Slot) -> AnyView {
    let key = RwSignal::new(String::new());
    let label = format!("Name of a new entry of {}", slot.label);
    let id = slot.beside("add");
    let is_taken = {
        let slot = slot.clone();
        memo(move || slot.counts().is_some_and(|entries| entries.get(key.get().trim()).is_some()))
    };
    let add = move || {
        let name = key.get_untracked().trim().to_owned();
        let Type::Map(ty) = &slot.ty else { return };
        if name.is_empty() {
            return focus(slot.beside("add"));
        }
        if is_taken.get_untracked() {
            return;
        }
        let id = slot.id_of(&name);
        let step = Step::Entry(name);
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
            <input type="text" class="input key" id=id placeholder="new name" aria-label=label autocomplete="off" spellcheck="false" bind:value=key on:keydown=enter />
            {button("quiet add", all([icon(icons::ADD), "Add".into_any()]), add)}
            <span class="taken" role="status">{taken}</span>
        </div>
    }
    .into_any()
}
