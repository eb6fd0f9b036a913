//! A slot: a place in the draft that one control shows and changes; a variable's value, or a part of one.

use super::Refusal;
use crate::parts::{flag, memo};
use crate::state::State;
use generator::catalog::{Part, Variable};
use generator::draft::{Step, blank, part, with_part};
use generator::evaluate::{Steps, Type};
use leptos::prelude::*;
use serde_json::Value as Json;

#[derive(Clone)]
pub struct Slot {
    pub state: State,
    pub variable: &'static Variable,
    /// Where it is in the variable's value, with a star for any entry or element: so the catalog says what it knows of it.
    pub path: String,
    /// Where it is, by keys and positions: so a message says what it is about.
    pub steps: Steps,
    /// The id of the control's element.
    pub id: String,
    /// What it is called, where no label stands beside it.
    pub label: String,
    /// The ids of what explains it.
    pub described_by: String,
    pub ty: Type,
    /// What counts when nothing is given.
    pub default: Option<Json>,
    /// What stands here if nobody changed the variable.
    pub base: Option<Json>,
    pub example: Option<Json>,
    pub value: Memo<Option<Json>>,
    pub set: Callback<Option<Json>>,
    /// It is not what it would be if nobody had changed the variable.
    pub is_changed: Signal<bool>,
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Slot {
    /// The value given, or else the default.
    pub fn counts(&self) -> Option<Json> {
        self.value.get().or_else(|| self.default.clone())
    }

    pub fn counts_now(&self) -> Json {
        self.value.get_untracked().or_else(|| self.default.clone()).unwrap_or_else(|| blank(&self.ty))
    }

    /// What the catalog knows of it.
    pub fn known(&self) -> Option<&'static Part> {
        self.variable.part(&self.path)
    }

    /// The values that it can have; none if any will do.
    pub fn options(&self) -> &'static [String] {
        self.known().map_or(&[], |known| &known.options)
    }

    /// Its name in the catalog's manifests.
    pub fn field(&self) -> String {
        let mut field = self.variable.name.clone();
        if !self.path.is_empty() {
            field.push('.');
            field.push_str(&self.path);
        }
        field
    }

    /// What is wrong is wrong here, and not somewhere else in the variable's value.
    pub fn is_refused(&self) -> Signal<bool> {
        let (refusal, steps) = (self.refusal, self.steps.clone());
        flag(move || refusal.with(|refusal| refusal.as_ref().is_some_and(|refusal| refusal.is_at(&steps))))
    }

    /// What is wrong here, if it is said where it is.
    pub fn says(&self) -> Memo<Option<String>> {
        let (is_refused, refusal) = (self.is_refused(), self.refusal);
        memo(move || if is_refused.get() { refusal.with(|it| Some(it.as_ref()?.says.clone())) } else { None })
    }

    /// The id of a part's control, by its key or position.
    pub fn id_of(&self, name: &str) -> String {
        let mut id = [&self.id, "-"].concat();
        plain(name, &mut id);
        id
    }

    /// The id of what stands beside the control; no part has such a one.
    pub fn beside(&self, what: &str) -> String {
        [&self.id, "--", what].concat()
    }

    /// The slot of a part: its own type, and what counts where it is left out.
    pub fn part(&self, step: Step, label: String, ty: &Type, default: Option<Json>) -> Slot {
        let whole = self.clone();
        let from = step.clone();
        let value = memo(move || whole.counts().and_then(|whole| part(&whole, &from).cloned()));
        let of = |whole: &Option<Json>| whole.as_ref().and_then(|whole| part(whole, &step).cloned());
        let (base, example) = (of(&self.base), of(&self.example));
        let (is_whole_changed, unchanged) = (self.is_changed, base.clone().or_else(|| default.clone()));
        let otherwise = default.clone();
        let is_changed = flag(move || is_whole_changed.get() && value.get().or_else(|| otherwise.clone()) != unchanged);
        let (name, star) = match &step {
            Step::Attribute(name) => (name.clone(), name.as_str()),
            Step::Entry(name) => (name.clone(), "*"),
            Step::Element(position) => (position.to_string(), "*"),
        };
        let mut path = self.path.clone();
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(star);
        let id = self.id_of(&name);
        let mut steps = self.steps.clone();
        steps.push(name);
        let (whole, inner) = (self.clone(), ty.clone());
        let set = Callback::new(move |value: Option<Json>| {
            // An attribute may be left out; an element or entry that is emptied is still there.
            let is_attribute = matches!(step, Step::Attribute(_));
            let value = if is_attribute { value } else { Some(value.unwrap_or_else(|| blank(&inner))) };
            whole.put(with_part(whole.counts_now(), &step, value));
        });
        Slot { path, steps, id, label, ty: ty.clone(), default, base, example, value, set, is_changed, ..self.clone() }
    }

    /// Sets the whole. A list that has no default and nothing but blanks is not given.
    pub fn put(&self, whole: Json) {
        let is_blank = |element: &Json| element.as_str().is_some_and(str::is_empty);
        let is_empty = whole.as_array().is_some_and(|elements| elements.iter().all(is_blank));
        self.set.run(if self.default.is_none() && is_empty { None } else { Some(whole) });
    }
}

/// A part of an id, different for each key: blanks, quotes and hyphens in it are spelled out.
fn plain(key: &str, id: &mut String) {
    if key.is_empty() {
        id.push(':');
    }
    for letter in key.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => id.push(letter),
            other => id.push_str(&format!(":{:x}:", u32::from(other))),
        }
    }
}
