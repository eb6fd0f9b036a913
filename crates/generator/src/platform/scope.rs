//! What expressions may name: variables, locals, the choice, and the catalog's facts.

use super::{Selection, Setting};
use crate::catalog::{Catalog, Local};
use crate::evaluate::{self, Budget, Function, Value, evaluate, named};
use crate::sorted::Map;
use crate::syntax::Expression;
use std::cell::RefCell;

/// The scope of validations, manifests and templates.
pub struct Scope<'a> {
    catalog: &'a Catalog,
    selection: &'a Selection,
    settings: &'a Map<String, Setting>,
    chosen: Value,
    more: Map<String, Value>,
    /// Locals evaluated so far; one that is being evaluated is unknown to itself.
    locals: RefCell<Map<String, Value>>,
}

impl<'a> Scope<'a> {
    pub fn new(catalog: &'a Catalog, selection: &'a Selection, settings: &'a Map<String, Setting>) -> Scope<'a> {
        let mut chosen = Map::new();
        for (index, component) in catalog.components.iter().enumerate() {
            chosen.insert(component.id.clone(), Value::Bool(selection.is_in(index)));
        }
        let chosen = Value::object(chosen);
        Scope { catalog, selection, settings, chosen, more: Map::new(), locals: RefCell::default() }
    }

    /// Names a value, `each` for example.
    pub fn set(&mut self, name: &str, value: Value) {
        self.more.insert(name.to_owned(), value);
    }

    /// The expression of a local, of a block that ships if there is one.
    pub(super) fn local_expression(&self, name: &str) -> Option<&'a Expression> {
        let declared = self.catalog.locals.get(name)?;
        let ships = |local: &&Local| self.selection.kept.get(local.item) == Some(&true);
        declared.iter().find(ships).or(declared.first()).map(|local| &local.expression)
    }
}

impl evaluate::Scope for Scope<'_> {
    fn variable(&self, name: &str) -> Option<Value> {
        if let Some(setting) = self.settings.get(name) {
            return Some(setting.value.clone());
        }
        let variable = self.catalog.variable(name)?;
        Some(variable.default.clone().unwrap_or(Value::Unknown))
    }

    fn local(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.locals.borrow().get(name) {
            return Some(value.clone());
        }
        let expression = self.local_expression(name)?;
        self.locals.borrow_mut().insert(name.to_owned(), Value::Unknown);
        let value = evaluate(expression, self, &mut Budget::default()).unwrap_or(Value::Unknown);
        self.locals.borrow_mut().insert(name.to_owned(), value.clone());
        Some(value)
    }

    fn other(&self, root: &str) -> Option<Value> {
        if let Some(value) = self.more.get(root).or_else(|| self.catalog.facts.get(root)) {
            return Some(value.clone());
        }
        match root {
            "chosen" => Some(self.chosen.clone()),
            // What Terraform knows when it plans, and resources, whose types have an underscore.
            "data" | "ephemeral" | "module" | "path" | "terraform" | "self" | "count" => Some(Value::Unknown),
            _ => root.contains('_').then_some(Value::Unknown),
        }
    }

    fn function(&self, name: &str) -> Option<&Function> {
        named(&self.catalog.functions, name)
    }
}
