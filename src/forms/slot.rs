//! A slot: a place in the draft that one control shows and changes; a variable's value, or a part of one.

use crate::parts::{flag, memo};
use generator::draft::{Step, blank, part, with_part};
use generator::evaluate::Type;
use leptos::prelude::*;
use serde_json::Value as Json;

#[derive(Clone)]
pub struct Slot {
    /// The id of the control's element.
    pub id: String,
    /// What it is called, where no label stands beside it.
    pub label: String,
    /// The ids of what explains it.
    pub described_by: String,
    pub ty: Type,
    /// What counts when nothing is given.
    pub default: Option<Json>,
    pub example: Option<Json>,
    pub options: Option<Vec<String>>,
    pub value: Memo<Option<Json>>,
    pub set: Callback<Option<Json>>,
    /// Somebody gave it, or this part of it; else it is the default that is shown.
    pub is_given: Signal<bool>,
    pub is_refused: Signal<bool>,
}

impl Slot {
    /// The value given, or else the default.
    pub fn counts(&self) -> Option<Json> {
        self.value.get().or_else(|| self.default.clone())
    }

    pub fn counts_now(&self) -> Json {
        self.value.get_untracked().or_else(|| self.default.clone()).unwrap_or_else(|| blank(&self.ty))
    }

    /// The slot of a part: its own type, and what counts where it is left out.
    pub fn part(&self, step: Step, label: String, ty: &Type, default: Option<Json>) -> Slot {
        let whole = self.clone();
        let from = step.clone();
        let value = memo(move || whole.counts().and_then(|whole| part(&whole, &from).cloned()));
        let (is_whole_given, given) = (self.is_given, value);
        let is_given = flag(move || is_whole_given.get() && given.get().is_some());
        let example = self.example.as_ref().and_then(|example| part(example, &step).cloned());
        let id = match &step {
            Step::Attribute(name) | Step::Entry(name) => format!("{}-{}", self.id, plain(name)),
            Step::Element(position) => format!("{}-{position}", self.id),
        };
        let (whole, inner) = (self.clone(), ty.clone());
        let set = Callback::new(move |value: Option<Json>| {
            // An attribute may be left out; an element or entry that is emptied is still there.
            let is_attribute = matches!(step, Step::Attribute(_));
            let value = if is_attribute { value } else { Some(value.unwrap_or_else(|| blank(&inner))) };
            whole.put(with_part(whole.counts_now(), &step, value));
        });
        Slot {
            id,
            label,
            described_by: self.described_by.clone(),
            ty: ty.clone(),
            default,
            example,
            options: None,
            value,
            set,
            is_given,
            is_refused: self.is_refused,
        }
    }

    /// Sets the whole. A list that has no default and nothing but blanks is not given.
    pub fn put(&self, whole: Json) {
        let is_blank = |element: &Json| element.as_str().is_some_and(str::is_empty);
        let is_empty = whole.as_array().is_some_and(|elements| elements.iter().all(is_blank));
        self.set.run(if self.default.is_none() && is_empty { None } else { Some(whole) });
    }
}

/// A part of an id: a key may have blanks and quotes.
fn plain(key: &str) -> String {
    let mut plain = String::new();
    for letter in key.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => plain.push(letter),
            other => plain.push_str(&format!("_{:x}", u32::from(other))),
        }
    }
    plain
}
