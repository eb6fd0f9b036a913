//! Evaluates an expression: one match over what an expression can be.

use std::collections::BTreeMap;

use hcl_edit::{
    expr::{Array, Expression, Object, ObjectKey},
    template::Template,
};

use super::{Budget, Error, Scope, Value, convert};

/// What an expression is. Errors read as Terraform's.
pub fn evaluate(expression: &Expression, scope: &dyn Scope, budget: &mut Budget) -> Result<Value, Error> {
    Evaluator { scope, budget, names: Vec::new() }.value(expression)
}

/// The text of a template that is a whole file: a string, or unknown.
pub fn render(template: &Template, scope: &dyn Scope, budget: &mut Budget) -> Result<Value, Error> {
    Evaluator { scope, budget, names: Vec::new() }.file(template)
}

pub(super) struct Evaluator<'a> {
    pub scope: &'a dyn Scope,
    pub budget: &'a mut Budget,
    /// What `for` has named, the innermost last.
    pub names: Vec<(String, Value)>,
}

impl Evaluator<'_> {
    /// Each value that goes from one expression to the next is paid for, so no function walks through more than that.
    pub fn value(&mut self, expression: &Expression) -> Result<Value, Error> {
        let value = match self.compute(expression) {
            Ok(value) => value,
            Err(error) => return Err(error.at(expression)),
        };
        match self.budget.look(&value) {
            Ok(()) => Ok(value),
            Err(error) => Err(error.at(expression)),
        }
    }

    fn compute(&mut self, expression: &Expression) -> Result<Value, Error> {
        match expression {
            Expression::Null(_) => Ok(Value::Null),
            Expression::Bool(truth) => Ok(Value::Bool(*truth.value())),
            Expression::Number(number) => match number.value().as_f64() {
                Some(number) if number.is_finite() => Ok(Value::Number(number)),
                _ => Err(Error::new("Invalid number literal", "The number is too large.")),
            },
            Expression::String(text) => Ok(Value::string(text.as_str())),
            Expression::Array(array) => self.tuple(array),
            Expression::Object(object) => self.object(object),
            Expression::StringTemplate(template) => self.quoted(template),
            Expression::HeredocTemplate(heredoc) => self.heredoc(heredoc),
            Expression::Parenthesis(inner) => self.value(inner.inner()),
            Expression::Variable(name) => self.name(name.as_str()),
            Expression::Traversal(traversal) => self.traversal(traversal),
            Expression::FuncCall(call) => self.call(call),
            Expression::Conditional(conditional) => self.conditional(conditional),
            Expression::UnaryOp(operation) => self.unary(operation),
            Expression::BinaryOp(operation) => self.binary(operation),
            Expression::ForExpr(expression) => self.for_expression(expression),
        }
    }

    fn tuple(&mut self, array: &Array) -> Result<Value, Error> {
        self.budget.take_elements(array.len())?;
        let mut elements = Vec::with_capacity(array.len());
        for element in array.iter() {
            elements.push(self.value(element)?);
        }
        Ok(Value::tuple(elements))
    }

    fn object(&mut self, object: &Object) -> Result<Value, Error> {
        let mut attributes = BTreeMap::new();
        let mut known = true;
        for (key, value) in object.iter() {
            let key = self.key(key)?;
            let value = self.value(value.expr())?;
            match key {
                Value::String(key) => {
                    self.budget.take_elements(1)?;
                    self.budget.take(key.len())?;
                    attributes.insert(key.to_string(), value);
                }
                Value::Unknown => known = false,
                _ => return Err(Error::new("Null value as key", "Can't use a null value as a key.").at(object)),
            }
        }
        Ok(if known { Value::object(attributes) } else { Value::Unknown })
    }

    /// A bare name is itself; anything else is evaluated.
    fn key(&mut self, key: &ObjectKey) -> Result<Value, Error> {
        match key {
            ObjectKey::Ident(name) => Ok(Value::string(name.as_str())),
            ObjectKey::Expression(Expression::Variable(name)) => Ok(Value::string(name.as_str())),
            ObjectKey::Expression(Expression::Null(_)) => Ok(Value::string("null")),
            ObjectKey::Expression(expression) => {
                let key = self.value(expression)?;
                convert::to_string(&key).map_err(|error| {
                    let detail = format!("Can't use this value as a key: {}.", error.message);
                    Error::new("Incorrect key type", detail).at(expression)
                })
            }
        }
    }
}
