//! Changes of a draft. What equals the default is not in it afterwards.

use super::{Draft, lean};
use crate::catalog::{Catalog, ComponentIndex, Inclusion, Preset, Variable};
use serde_json::Value as Json;

impl Draft {
    /// Gives a variable a value, or takes it back.
    pub fn set(&mut self, variable: &Variable, value: Option<Json>) {
        let default = variable.default.as_ref().map(|default| lean(&default.to_json(), &variable.ty));
        match value {
            Some(value) if Some(lean(&value, &variable.ty)) != default => self.values.insert(variable.name.clone(), value),
            _ => self.values.remove(&variable.name),
        };
    }

    /// Switches a component on or off.
    pub fn switch(&mut self, catalog: &Catalog, component: ComponentIndex, is_in: bool) {
        let component = &catalog.components[component];
        if is_in == (component.inclusion == Inclusion::Default) {
            self.components.remove(&component.id);
        } else {
            self.components.insert(component.id.clone(), is_in);
        }
    }

    /// Takes a member of its choice.
    pub fn choose(&mut self, catalog: &Catalog, member: ComponentIndex) {
        let Some(choice) = catalog.components[member].choice.map(|choice| &catalog.choices[choice]) else { return };
        if member == choice.default {
            self.choices.remove(&choice.id);
        } else {
            self.choices.insert(choice.id.clone(), catalog.components[member].id.clone());
        }
    }

    /// Starts over from a preset. Values that no preset says anything about, such as names, stay.
    pub fn start_from(&mut self, catalog: &Catalog, preset: &Preset) {
        self.components = preset.components.clone();
        self.choices = preset.choices.clone();
        self.acknowledged.clear();
        self.values.retain(|name, _| !catalog.presets.iter().any(|preset| preset.values.contains_key(name)));
        for (name, value) in &preset.values {
            self.values.insert(name.clone(), value.to_json());
        }
    }

    /// Nothing that the presets decide about differs from this one.
    pub fn is_like(&self, catalog: &Catalog, preset: &Preset) -> bool {
        let mut other = self.clone();
        other.start_from(catalog, preset);
        *self == other
    }
}
