//! A call: what happens before a function runs, and what it works with.

use crate::sorted::Map;
use std::sync::Arc;

use super::{
    super::{Budget, ConversionError, Error, SequenceKind, Value, compare, convert, number, unify},
    Function, Unknown,
};

pub type Outcome = Result<Value, Failure>;

/// Why a function gives no result. Texts have no period; Terraform's sentence is made around them.
pub enum Failure {
    Argument(usize, String),
    Call(String),
    Other(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Other(error)
    }
}

pub fn fail<T>(problem: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Call(problem.into()))
}

pub fn refuse<T>(argument: usize, problem: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Argument(argument, problem.into()))
}

pub const NOT_WHOLE: &str = "value must be a whole number, between -9223372036854775808 and 9223372036854775807";

/// Counts, converts and checks the arguments, and runs the function.
pub fn run(function: &Function, call: &mut Call) -> Outcome {
    let (given, expected) = (call.arguments.len(), function.parameters.len());
    if let Some(missing) = function.parameters.get(given) {
        let at_least = if function.rest.is_some() { "at least " } else { "" };
        let detail = format!(
            "Function \"{}\" expects {at_least}{expected} argument(s). Missing value for \"{}\".",
            function.name, missing.name
        );
        return Err(Error::new("Not enough function arguments", detail).into());
    }
    let mut unknown = false;
    for (position, argument) in call.arguments.iter_mut().enumerate() {
        let Some(parameter) = function.parameter(position) else {
            let detail = format!("Function \"{}\" expects only {expected} argument(s).", function.name);
            return Err(Error::new("Too many function arguments", detail).into());
        };
        *argument = parameter.convert(argument).or_else(|error| refuse(position, of_element(error)))?;
        if argument.is_null() && !parameter.null {
            return refuse(position, "argument must not be null");
        }
        unknown |= match function.unknown {
            Unknown::Arguments => argument.is_unknown(),
            Unknown::Parts => !argument.is_known_whole(),
            Unknown::Handled => false,
        };
    }
    if unknown { Ok(Value::Unknown) } else { (function.run)(call) }
}

/// As Terraform says which element does not fit.
fn of_element(error: ConversionError) -> String {
    match error.path.trim_matches(['[', ']']) {
        "" => error.message,
        element => format!("element {element}: {}", error.message),
    }
}

/// A call that runs: its arguments, converted.
pub struct Call<'a> {
    pub arguments: Vec<Value>,
    pub budget: &'a mut Budget,
}

impl Call<'_> {
    pub fn text(&self, position: usize) -> Result<Arc<str>, Failure> {
        match self.arguments.get(position) {
            Some(Value::String(text)) => Ok(text.clone()),
            _ => refuse(position, "string required"),
        }
    }

    pub fn number(&self, position: usize) -> Result<f64, Failure> {
        match self.arguments.get(position) {
            Some(Value::Number(number)) => Ok(*number),
            _ => refuse(position, "number required"),
        }
    }

    pub fn whole(&self, position: usize) -> Result<i64, Failure> {
        match number::whole(self.number(position)?) {
            Some(whole) => Ok(whole),
            None => fail(NOT_WHOLE),
        }
    }

    pub fn elements(&self, position: usize) -> Result<Arc<Vec<Value>>, Failure> {
        match self.arguments.get(position) {
            Some(Value::Sequence(_, elements)) => Ok(elements.clone()),
            _ => refuse(position, "list, set, or tuple required"),
        }
    }

    pub fn entries(&self, position: usize) -> Result<Arc<Map<String, Value>>, Failure> {
        match self.arguments.get(position) {
            Some(Value::Mapping(_, entries)) => Ok(entries.clone()),
            _ => refuse(position, "map or object required"),
        }
    }

    /// The elements of the first argument, or what the function says about it instead.
    pub fn sequence(&self, problem: &str) -> Result<Arc<Vec<Value>>, Failure> {
        self.elements(0).or_else(|_| fail(problem))
    }

    /// Elements of the first argument: a list if it is a list or a set, otherwise a tuple.
    pub fn like_first(&mut self, elements: Vec<Value>) -> Outcome {
        self.budget.take_elements(elements.len())?;
        Ok(match self.arguments.first() {
            Some(Value::Sequence(SequenceKind::List | SequenceKind::Set, _)) => Value::list(elements),
            _ => Value::tuple(elements),
        })
    }

    /// An argument as it is.
    pub fn any(&self, position: usize) -> Value {
        self.arguments.get(position).cloned().unwrap_or_default()
    }

    /// A text that the budget allows.
    pub fn string(&mut self, text: impl Into<Arc<str>>) -> Outcome {
        let text = text.into();
        self.budget.take(text.len())?;
        Ok(Value::String(text))
    }
}

/// All values converted to the type that they agree on; None if they do not.
pub fn to_same_type(values: &[Value]) -> Option<Vec<Value>> {
    let ty = unify::unify_all(values.iter().map(unify::type_of))?;
    values.iter().map(|value| convert(value, &ty).ok()).collect()
}

/// Whether one of the elements equals a value. Each comparison is work.
pub fn is_among(budget: &mut Budget, elements: &[Value], value: &Value) -> Result<bool, Error> {
    for element in elements {
        budget.look(value)?;
        if compare::equal(element, value) == Some(true) {
            return Ok(true);
        }
    }
    Ok(false)
}
