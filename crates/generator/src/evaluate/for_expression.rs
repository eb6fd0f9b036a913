//! `[for ...]` and `{for ...}`.

use crate::json::quoted;
use crate::sorted::Map;

use crate::syntax::{Expression, For};

use super::{Error, Value, convert, expression::Evaluator};

/// What a `for` has made so far.
#[derive(Default)]
struct Made {
    elements: Vec<Value>,
    attributes: Map<String, Value>,
    groups: Map<String, Vec<Value>>,
    /// A key or a condition was unknown: then nobody knows what is in the result.
    unknown: bool,
}

impl Evaluator<'_> {
    pub fn for_expression(&mut self, expression: &For) -> Result<Value, Error> {
        let Some(pairs) = self.iterate(&expression.collection)? else { return Ok(Value::Unknown) };
        let mut made = Made::default();
        for (key, value) in pairs {
            let depth = self.names.len();
            if let Some(name) = &expression.key {
                self.names.push((name.clone(), key));
            }
            self.names.push((expression.value.clone(), value));
            let result = self.iteration(expression, &mut made);
            self.names.truncate(depth);
            result?;
        }
        if made.unknown {
            return Ok(Value::Unknown);
        }
        for (key, group) in made.groups {
            made.attributes.insert(key, Value::tuple(group));
        }
        Ok(match expression.into_key {
            None => Value::tuple(made.elements),
            Some(_) => Value::object(made.attributes),
        })
    }

    /// The pairs of a collection; None if it is unknown.
    pub fn iterate(&mut self, collection: &Expression) -> Result<Option<Vec<(Value, Value)>>, Error> {
        let value = self.value(collection)?;
        match (value.elements(), value) {
            (Some(pairs), _) => {
                self.budget.take_elements(2 * pairs.len())?;
                Ok(Some(pairs))
            }
            (None, Value::Unknown) => Ok(None),
            (None, Value::Null) => {
                let detail = "A null value cannot be used as the collection in a 'for' expression.";
                Err(Error::new("Iteration over null value", detail).at(collection))
            }
            (None, value) => {
                let kind = value.kind();
                let detail = format!("A value of type {kind} cannot be used as the collection in a 'for' expression.");
                Err(Error::new("Iteration over non-iterable value", detail).at(collection))
            }
        }
    }

    fn iteration(&mut self, expression: &For, made: &mut Made) -> Result<(), Error> {
        if let Some(condition) = &expression.condition {
            match self.filter(condition)? {
                Some(true) => {}
                Some(false) => return Ok(()),
                None => {
                    made.unknown = true;
                    return Ok(());
                }
            }
        }
        self.budget.take_elements(1)?;
        let Some(key_expression) = &expression.into_key else {
            made.elements.push(self.value(&expression.element)?);
            return Ok(());
        };
        let key = self.for_key(key_expression)?;
        let value = self.value(&expression.element)?;
        let Some(key) = key else {
            made.unknown = true;
            return Ok(());
        };
        self.budget.take(key.len())?;
        if expression.groups {
            made.groups.or_insert_with(key, Vec::new).push(value);
        } else if made.attributes.insert(key.clone(), value).is_some() {
            let key = quoted(&key);
            let detail = format!(
                "Two different items produced the key {key} in this 'for' expression. If duplicates are expected, \
                 use the ellipsis (...) after the value expression to enable grouping by key."
            );
            return Err(Error::new("Duplicate object key", detail).at(key_expression));
        }
        Ok(())
    }

    fn filter(&mut self, condition: &Expression) -> Result<Option<bool>, Error> {
        let value = self.value(condition)?;
        match convert::to_bool(&value) {
            Ok(Value::Bool(truth)) => Ok(Some(truth)),
            Ok(Value::Unknown) => Ok(None),
            Ok(_) => {
                Err(Error::new("Condition is null", "The value of the 'if' clause must not be null.").at(condition))
            }
            Err(error) => {
                let detail = format!("The 'if' clause value is invalid: {}.", error.message);
                Err(Error::new("Invalid 'for' condition", detail).at(condition))
            }
        }
    }

    fn for_key(&mut self, expression: &Expression) -> Result<Option<String>, Error> {
        let value = self.value(expression)?;
        match convert::to_string(&value) {
            Ok(Value::String(key)) => Ok(Some(key.to_string())),
            Ok(Value::Unknown) => Ok(None),
            Ok(_) => {
                let detail = "Key expression in 'for' expression must not produce a null value.";
                Err(Error::new("Invalid object key", detail).at(expression))
            }
            Err(error) => {
                let detail = format!("The key expression produced an invalid result: {}.", error.message);
                Err(Error::new("Invalid object key", detail).at(expression))
            }
        }
    }
}
