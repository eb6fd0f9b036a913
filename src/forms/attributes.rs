//! An object: a line for each attribute, with what counts if it is left out.

use super::{Slot, control, is_single};
use crate::parts::{all, button, none, part};
use generator::draft::{Step, lean};
use generator::evaluate::{Field, Type};
use leptos::prelude::*;
use serde_json::Value as Json;

pub fn attributes(slot: Slot) -> AnyView {
    let Type::Object(fields) = slot.ty.clone() else { return none() };
    let lines = fields.into_iter().map(|(name, field)| attribute(&slot, name, &field));
    view! { <div class="attributes">{all(lines)}</div> }.into_any()
}

fn attribute(slot: &Slot, name: String, field: &Field) -> AnyView {
    let default = field.default.as_ref().map(|default| lean(&default.to_json(), &field.ty));
    let default = default.or(field.optional.then_some(Json::Null));
    let is_single = is_single(&field.ty);
    let label = if is_single { String::new() } else { name.clone() };
    let slot = slot.part(Step::Attribute(name.clone()), label, &field.ty, default);
    let (is_changed, set, is_optional) = (slot.is_given, slot.set, field.optional);
    let take_back = part(move || match is_optional && is_changed.get() {
        true => button("changed", "changed, take back".into_any(), move || set.run(None)),
        false => none(),
    });
    let named = if is_single {
        view! { <label for=slot.id.clone()>{name.clone()}</label> }.into_any()
    } else {
        crate::parts::span("", &name)
    };
    let required = if is_optional { none() } else { " (required)".into_any() };
    let (class, role) = if is_single { ("attribute", None) } else { ("attribute wide", Some("group")) };
    view! {
        <div class=class>
            <div class="attribute-name">{named} {required} {take_back}</div>
            <div class="attribute-value" role=role aria-label=role.map(|_| name)>{control(slot)}</div>
        </div>
    }
    .into_any()
}
