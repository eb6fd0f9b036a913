//! An object: a line for each attribute in the order of its declaration, with what counts if it is left out.

use super::{Slot, control, is_group, message};
use crate::icons::{self, icon};
use crate::parts::{all, button, none, paragraph, part, unseen};
use generator::draft::{Step, lean};
use generator::evaluate::{Field, Type};
use leptos::prelude::*;
use serde_json::Value as Json;

pub fn attributes(slot: Slot) -> AnyView {
    let Type::Object(fields) = &slot.ty else { return none() };
    let mut lines = vec![];
    for known in &slot.variable.parts {
        let name = known.path.strip_prefix(slot.path.as_str()).unwrap_or_default();
        let name = name.strip_prefix('.').unwrap_or(name);
        if let Some(field) = fields.get(name) {
            lines.push(attribute(&slot, name, field, &known.description));
        }
    }
    view! { <div class="attributes">{all(lines)}</div> }.into_any()
}

fn attribute(slot: &Slot, name: &str, field: &Field, description: &'static str) -> AnyView {
    let default = field.default.as_ref().map(|default| lean(&default.to_json(), &field.ty));
    let default = default.or(field.optional.then_some(Json::Null));
    let mut slot = slot.part(Step::Attribute(name.to_owned()), name.to_owned(), &field.ty, default);
    let is_group = is_group(&slot);
    if !is_group {
        slot.label.clear();
    }
    let help = slot.beside("help");
    slot.described_by = format!("{help} message-{}", slot.variable.name);
    let (is_changed, set, base) = (slot.is_changed, slot.set, slot.base.clone());
    let can_go_back = field.optional || base.is_some();
    let title = name.to_owned();
    let take_back = part(move || {
        if !(can_go_back && is_changed.get()) {
            return none();
        }
        let base = base.clone();
        let says = all([icon(icons::RESET), "changed".into_any(), unseen(format!("take back {title}"))]);
        button("take-back", says, move || set.run(base.clone()))
    });
    let named = if is_group {
        view! { <span>{name.to_owned()}</span> }.into_any()
    } else {
        view! { <label for=slot.id.clone()>{name.to_owned()}</label> }.into_any()
    };
    let required = if field.optional { none() } else { " (required)".into_any() };
    let is_wide = !super::is_single(&field.ty);
    let role = is_group.then_some("group");
    let label = is_group.then(|| name.to_owned());
    let says = slot.says();
    let wrong = part(move || match says.get() {
        Some(says) => view! { <p class="message">{message::refused(&says)}</p> }.into_any(),
        None => none(),
    });
    let help = if description.is_empty() {
        none()
    } else {
        view! { <div id=help>{paragraph("help", description)}</div> }.into_any()
    };
    view! {
        <div class="attribute" class:wide=is_wide>
            <div class="attribute-name">{named} {required} {take_back}</div>
            <div class="attribute-value">
                <div role=role aria-label=label>{control(slot)}</div>
                {wrong}
                {help}
            </div>
        </div>
    }
    .into_any()
}
