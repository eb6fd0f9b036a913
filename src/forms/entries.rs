//! A map: a row for each key, or a fold where the values are larger than a line.

use super::{Slot, control, is_single};
use crate::icons::{self, icon};
use crate::state::focus;
use generator::draft::{Step, blank, rename, with_part};
use generator::evaluate::Type;
use leptos::{ev, prelude::*};
use serde_json::Value as Json;

pub fn entries(slot: Slot) -> AnyView {
    let keys = {
        let slot = slot.clone();
        Memo::new(move |_| {
            let entries = slot.counts().and_then(|value| value.as_object().cloned()).unwrap_or_default();
            entries.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        })
    };
    let row = {
        let slot = slot.clone();
        move |key: String| entry(&slot, key)
    };
    view! {
        <ul class="rows">
            <For each=move || keys.get() key=Clone::clone children=row />
        </ul>
        {add(slot)}
    }
    .into_any()
}

fn entry(slot: &Slot, key: String) -> AnyView {
    let Type::Map(ty) = &slot.ty else { return ().into_any() };
    let is_single = is_single(ty);
    let part = slot.part(Step::Entry(key.clone()), format!("{} of {key}", slot.label), ty, None);
    let remove = {
        let (slot, key) = (slot.clone(), key.clone());
        move |_| slot.set.run(Some(with_part(slot.counts_now(), &Step::Attribute(key.clone()), None)))
    };
    let remove = view! {
        <button type="button" class="quiet remove" aria-label=format!("Remove {key}") on:click=remove>{icon(icons::CLOSE)}</button>
    };
    if is_single {
        return view! {
            <li class="row entry">{name(slot, key)} <span class="equals" aria-hidden="true">"="</span> {control(part)} {remove}</li>
        }
        .into_any();
    }
    let (value, id) = (part.value, part.id.clone());
    view! {
        <li class="card fold">
            <details id=id>
                <summary>
                    <span class="fold-name">{key.clone()}</span>
                    <span class="fold-gist">{move || gist(value.get().as_ref())}</span>
                    {icon(icons::CHEVRON)}
                </summary>
                <div class="attribute">
                    <div class="attribute-name">"name"</div>
                    <div class="attribute-value row">{name(slot, key)} {remove}</div>
                </div>
                {control(part)}
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
fn name(slot: &Slot, key: String) -> impl IntoView + use<> {
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
    view! { <input type="text" class="input key" aria-label=label autocomplete="off" spellcheck="false" value=key on:change:target=change /> }
}

/// A name, and a button that makes an entry of it.
fn add(slot: Slot) -> impl IntoView {
    let key = RwSignal::new(String::new());
    let label = format!("Name of a new entry of {}", slot.label);
    let is_taken = {
        let slot = slot.clone();
        Memo::new(move |_| slot.counts().is_some_and(|entries| entries.get(key.get().trim()).is_some()))
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
    let click = {
        let add = add.clone();
        move |_| add()
    };
    let enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            add();
        }
    };
    view! {
        <div class="row new-entry">
            <input type="text" class="input key" placeholder="new name" aria-label=label autocomplete="off" spellcheck="false" bind:value=key on:keydown=enter />
            <button type="button" class="quiet add" on:click=click>{icon(icons::ADD)} "Add"</button>
            <span class="taken" role="status">{move || is_taken.get().then_some("There is one of that name.")}</span>
        </div>
    }
}
