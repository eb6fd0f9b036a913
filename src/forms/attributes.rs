//! An object: a line for each attribute, with what counts if it is left out.

use super::{Slot, control, is_single};
use generator::draft::{Step, lean};
use generator::evaluate::{Field, Type};
use leptos::prelude::*;
use serde_json::Value as Json;

pub fn attributes(slot: Slot) -> AnyView {
    let Type::Object(fields) = slot.ty.clone() else { return ().into_any() };
    let attribute = |(name, field): (String, Field)| {
        let default = field.default.as_ref().map(|default| lean(&default.to_json(), &field.ty));
        let default = default.or(field.optional.then_some(Json::Null));
        let is_single = is_single(&field.ty);
        let label = if is_single { String::new() } else { name.clone() };
        let part = slot.part(Step::Attribute(name.clone()), label, &field.ty, default);
        let (is_changed, set) = (part.is_given, part.set);
        let take_back = move || {
            let button = move || {
                view! {
                    <button type="button" class="changed" title="Back to the default" on:click=move |_| set.run(None)>
                        "changed"
                    </button>
                }
            };
            (field.optional && is_changed.get()).then(button)
        };
        let name_of = if is_single {
            view! { <label for=part.id.clone()>{name.clone()}</label> }.into_any()
        } else {
            view! { <span>{name.clone()}</span> }.into_any()
        };
        view! {
            <div class="attribute" class:wide=!is_single>
                <div class="attribute-name">{name_of} {(!field.optional).then_some(" (required)")} {take_back}</div>
                <div class="attribute-value" role=(!is_single).then_some("group") aria-label=(!is_single).then_some(name)>
                    {control(part)}
                </div>
            </div>
        }
    };
    view! { <div class="attributes">{fields.into_iter().map(attribute).collect_view()}</div> }.into_any()
}
