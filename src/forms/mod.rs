//! Forms, read off the variables: a control for each type. A new type is a new file here, and a line in `control`.

mod attributes;
mod beside;
mod choices;
mod entries;
mod field;
mod list;
mod message;
mod raw;
mod secret;
mod slot;
mod text;
mod toggle;

pub use field::field;
pub use message::Refusal;
pub use slot::Slot;

use crate::parts::{memo, part};
use generator::evaluate::Type;
use leptos::prelude::*;

/// The control for a slot's type. What stands in the draft and has another shape is shown as text, so that it can be mended.
pub fn control(slot: Slot) -> AnyView {
    if !slot.options().is_empty() {
        return choices::choices(slot);
    }
    match slot.ty {
        Type::String | Type::Number => return text::text(slot),
        Type::Bool => return toggle::toggle(slot),
        Type::Any | Type::Tuple(_) => return raw::raw(slot),
        Type::List(_) | Type::Set(_) | Type::Map(_) | Type::Object(_) => {}
    }
    let has_shape = {
        let slot = slot.clone();
        memo(move || {
            slot.counts().is_none_or(|value| match slot.ty {
                Type::List(_) | Type::Set(_) => value.is_array(),
                _ => value.is_object(),
            })
        })
    };
    part(move || match slot.ty {
        _ if !has_shape.get() => raw::raw(slot.clone()),
        Type::List(_) | Type::Set(_) => list::list(slot.clone()),
        Type::Map(_) => entries::entries(slot.clone()),
        _ => attributes::attributes(slot.clone()),
    })
}

/// Types whose control is one element that a label can name.
pub fn is_single(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Number | Type::Bool | Type::Any | Type::Tuple(_))
}

/// Its control is several elements, which need a name together.
pub fn is_group(slot: &Slot) -> bool {
    !is_single(&slot.ty) || choices::is_side_by_side(slot.options())
}
