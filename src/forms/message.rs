//! What is wrong with a field, beside the field: shown and read out after a pause, gone at once when it is mended.

use crate::icons::{self, icon};
use crate::parts::{later, words};
use generator::evaluate::Steps;
use leptos::prelude::*;

/// Milliseconds without a key before a new message appears.
const PAUSE: u32 = 350;

/// What is wrong with a value, and with which parts of it; none if it is the whole.
#[derive(Clone, PartialEq)]
pub struct Refusal {
    pub says: String,
    pub parts: Vec<Steps>,
}

impl Refusal {
    pub fn is_at(&self, steps: &[String]) -> bool {
        if self.parts.is_empty() { steps.is_empty() } else { self.parts.iter().any(|part| part == steps) }
    }

    /// Something within is wrong, or it itself.
    pub fn is_within(&self, steps: &[String]) -> bool {
        self.parts.iter().any(|part| part.starts_with(steps))
    }

    /// It is said at an attribute of an entry, and not below the whole field.
    pub fn is_deep(&self) -> bool {
        self.parts.iter().any(|part| part.len() > 1)
    }
}

/// The message as it is shown.
pub fn after_a_pause(message: Memo<Option<Refusal>>) -> RwSignal<Option<Refusal>> {
    let shown = RwSignal::new(message.get_untracked());
    later(PAUSE, move || match message.get() {
        None => {
            shown.set(None);
            None
        }
        Some(refusal) => Some(Box::new(move || shown.set(Some(refusal)))),
    });
    shown
}

pub fn refused(says: &str) -> AnyView {
    view! { {icon(icons::ERROR)} <span>{words(says)}</span> }.into_any()
}
