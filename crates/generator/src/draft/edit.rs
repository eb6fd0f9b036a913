//! Changes of a draft: what is so anyway is not written down, so that equal choices give equal drafts.

use super::{Draft, lean};
use crate::catalog::{Catalog, Choice, ComponentIndex, Inclusion, Preset, Variable};
use crate::evaluate::{Value, convert};
use serde_json::Value as Json;

impl Draft {
    /// The draft that a preset is.
    pub fn preset(preset: &Preset) -> Draft {
        let mut draft =
            Draft { components: preset.components.clone(), choices: preset.choices.clone(), ..Draft::default() };
        for (name, value) in &preset.values {
            draft.values.insert(name.clone(), value.to_json());
        }
        draft
    }

    /// Switches a component on or off.
    pub fn switch(&mut self, catalog: &Catalog, component: ComponentIndex, is_in: bool) {
        let Some(component) = catalog.components.get(component) else { return };
        if is_in == (component.inclusion != Inclusion::Optional) {
            self.components.remove(&component.id);
        } else {
            self.components.insert(component.id.clone(), is_in);
        }
    }

    /// Takes a member of a choice.
    pub fn choose(&mut self, catalog: &Catalog, choice: &Choice, member: ComponentIndex) {
        match catalog.components.get(member) {
            Some(component) if member != choice.default => {
                self.choices.insert(choice.id.clone(), component.id.clone());
            }
            _ => _ = self.choices.remove(&choice.id),
        }
    }

    /// Gives a variable a value; one that Terraform would not tell from the default takes the variable out of the draft.
    pub fn set(&mut self, variable: &Variable, value: Json) {
        let converted = convert(&Value::from_json(&value), &variable.ty).ok();
        let is_default = converted.is_some() && converted == variable.default;
        if is_default || (value.is_null() && !variable.nullable) {
            self.values.remove(&variable.name);
        } else {
            self.values.insert(variable.name.clone(), lean(&value, &variable.ty));
        }
    }

    /// The draft as it may be stored, shared and put into a bundle: without what was given to a secret.
    pub fn without_secrets(&self, catalog: &Catalog) -> Draft {
        let mut draft = self.clone();
        draft.values.retain(|name, _| !catalog.variable(name).is_some_and(Variable::is_secret));
        draft
    }

    /// Leaves a variable to its default, or open.
    pub fn unset(&mut self, variable: &Variable) {
        self.values.remove(&variable.name);
    }

    /// Starts over from a preset. Values that no preset says anything about, such as names, stay.
    pub fn start_from(&mut self, catalog: &Catalog, preset: &Preset) {
        let mut draft = Draft::preset(preset);
        for (name, value) in std::mem::take(&mut self.values) {
            if !catalog.presets.iter().any(|preset| preset.values.contains_key(&name)) {
                draft.values.insert(name, value);
            }
        }
        *self = draft;
    }

    /// Nothing that presets decide about differs from this one.
    pub fn is_like(&self, catalog: &Catalog, preset: &Preset) -> bool {
        let mut other = self.clone();
        other.start_from(catalog, preset);
        *self == other
    }
}
