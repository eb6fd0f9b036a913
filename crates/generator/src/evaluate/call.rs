//! Function calls, and the two functions that look at expressions: `can` and `try`.

use crate::syntax::Call;

use super::{
    Error, Value,
    expression::Evaluator,
    functions::{self, Failure, Function},
};

impl Evaluator<'_> {
    pub fn call(&mut self, call: &Call) -> Result<Value, Error> {
        let name = match call.function.rsplit_once("::") {
            None => &*call.function,
            Some(("core", name)) => name,
            // A provider's function runs in the provider.
            Some((namespace, _)) if namespace.split("::").next() == Some("provider") => return Ok(Value::Unknown),
            Some(_) => return Err(no_such_function(&call.function)),
        };
        match (name, self.scope.function(name)) {
            ("can" | "try", _) => self.first_success(call, name),
            (_, Some(function)) => self.apply(call, function),
            _ if functions::NOT_EVALUATED.contains(&name) => Ok(Value::Unknown),
            _ => Err(no_such_function(name)),
        }
    }

    /// Whether an expression works out, or the first one that does. A part that is unknown may still turn out to be an
    /// error, so the answer is unknown then.
    fn first_success(&mut self, call: &Call, name: &str) -> Result<Value, Error> {
        let mut problem = "at least one argument is required".to_string();
        for argument in &call.arguments {
            match self.value(argument) {
                Ok(value) if !value.is_known_whole() => return Ok(Value::Unknown),
                Ok(_) if name == "can" => return Ok(Value::Bool(true)),
                Ok(value) => return Ok(value),
                Err(error) if error.fatal => return Err(error),
                Err(error) => problem = ["no expression succeeded: ", &error.message].concat(),
            }
        }
        match (name, call.arguments.len()) {
            ("can", 1) => Ok(Value::Bool(false)),
            ("can", _) => Err(Error::new(
                "Not enough function arguments",
                "Function \"can\" expects 1 argument(s). Missing value for \"expression\".",
            )),
            _ => Err(Error::new("Error in function call", format!("Call to function \"try\" failed: {problem}."))),
        }
    }

    fn apply(&mut self, call: &Call, function: &Function) -> Result<Value, Error> {
        let mut arguments = Vec::with_capacity(call.arguments.len());
        for (position, expression) in call.arguments.iter().enumerate() {
            let value = self.value(expression)?;
            if !call.expands_last || position + 1 < call.arguments.len() {
                arguments.push(value);
                continue;
            }
            match value {
                Value::Sequence(_, elements) => {
                    self.budget.take_elements(elements.len())?;
                    arguments.extend(elements.iter().cloned());
                }
                Value::Unknown => return Ok(Value::Unknown),
                value => return Err(not_expandable(&value).at(expression)),
            }
        }
        let mut running = functions::Call { arguments, budget: self.budget };
        functions::run(function, &mut running).map_err(|failure| match failure {
            Failure::Argument(position, problem) => {
                let parameter = function.parameter(position).map_or("", |parameter| parameter.name);
                let detail = format!("Invalid value for \"{parameter}\" parameter: {problem}.");
                let error = Error::new("Invalid function argument", detail);
                match call.arguments.get(position).or(call.arguments.last()) {
                    Some(expression) => error.at(expression),
                    None => error,
                }
            }
            Failure::Call(problem) => {
                let detail = format!("Call to function \"{}\" failed: {problem}.", function.name);
                Error::new("Error in function call", detail)
            }
            Failure::Other(error) => error,
        })
    }
}

fn no_such_function(name: &str) -> Error {
    Error::new("Call to unknown function", format!("There is no function named \"{name}\"."))
}

fn not_expandable(value: &Value) -> Error {
    let detail = match value {
        Value::Null => "The expanding argument (indicated by ...) must not be null.",
        _ => "The expanding argument (indicated by ...) must be of a tuple, list, or set type.",
    };
    Error::new("Invalid expanding argument value", detail)
}
