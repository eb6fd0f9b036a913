//! Evaluates an expression: one match over what an expression can be.

use crate::sorted::Map;
use std::sync::Arc;

use crate::syntax::{Expression, Kind, Template};

use super::{Budget, Error, Scope, Value, convert};

/// What an expression is. Errors read as Terraform's.
pub fn evaluate(expression: &Expression, scope: &dyn Scope, budget: &mut Budget) -> Result<Value, Error> {
    Evaluator { scope, budget, names: Vec::new() }.value(expression)
}

/// The text of a template that is a whole file: a string, or unknown.
pub fn render(template: &Template, scope: &dyn Scope, budget: &mut Budget) -> Result<Value, Error> {
    Evaluator { scope, budget, names: Vec::new() }.text(template)
}

pub(super) struct Evaluator<'a> {
    pub scope: &'a dyn Scope,
    pub budget: &'a mut Budget,
    /// What `for` has named, the innermost last.
    pub names: Vec<(Arc<str>, Value)>,
}

impl Evaluator<'_> {
    /// Each value that goes from one expression to the next is paid for, so no function walks through more than that.
    pub fn value(&mut self, expression: &Expression) -> Result<Value, Error> {
        let value = match self.compute(expression) {
            Ok(value) => value,
            Err(error) => return Err(error.within(expression)),
        };
        match self.budget.look(&value) {
            Ok(()) => Ok(value),
            Err(error) => Err(error.within(expression)),
        }
    }

    fn compute(&mut self, expression: &Expression) -> Result<Value, Error> {
        match &expression.kind {
            Kind::Null => Ok(Value::Null),
            Kind::Bool(truth) => Ok(Value::Bool(*truth)),
            Kind::Number(number) if number.is_finite() => Ok(Value::Number(*number)),
            Kind::Number(_) => Err(Error::new("Invalid number literal", "The number is too large.")),
            Kind::String(text) => Ok(Value::String(text.clone())),
            Kind::Name(name) => self.name(name),
            Kind::Tuple(elements) => self.tuple(elements),
            Kind::Object(entries) => self.object(entries),
            Kind::Template(template) => self.text(template),
            Kind::Traversal(traversal) => self.traversal(traversal),
            Kind::Call(call) => self.call(call),
            Kind::Conditional(conditional) => self.conditional(conditional),
            Kind::Unary(operation) => self.unary(operation),
            Kind::Binary(operation) => self.binary(operation),
            Kind::For(expression) => self.for_expression(expression),
        }
    }

    fn tuple(&mut self, expressions: &[Expression]) -> Result<Value, Error> {
        self.budget.take_elements(expressions.len())?;
        let mut elements = Vec::with_capacity(expressions.len());
        for element in expressions {
            elements.push(self.value(element)?);
        }
        Ok(Value::tuple(elements))
    }

    fn object(&mut self, entries: &[(Expression, Expression)]) -> Result<Value, Error> {
        let mut attributes = Map::new();
        let mut known = true;
        for (key, value) in entries {
            let key = self.key(key)?;
            let value = self.value(value)?;
            match key {
                Value::String(key) => {
                    self.budget.take_elements(1)?;
                    self.budget.take(key.len())?;
                    attributes.insert(key.to_string(), value);
                }
                Value::Unknown => known = false,
                _ => return Err(Error::new("Null value as key", "Can't use a null value as a key.")),
            }
        }
        Ok(if known { Value::object(attributes) } else { Value::Unknown })
    }

    fn key(&mut self, expression: &Expression) -> Result<Value, Error> {
        let key = self.value(expression)?;
        convert::to_string(&key).map_err(|error| {
            let detail = format!("Can't use this value as a key: {}.", error.message);
            Error::new("Incorrect key type", detail).at(expression)
        })
    }
}
