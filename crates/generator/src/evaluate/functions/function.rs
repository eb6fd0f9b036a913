//! What a function is: a name, parameters and code.

use super::{
    super::{ConversionError, Type, Value, convert},
    Call, Outcome,
};

#[derive(Clone, Copy, Debug)]
pub struct Function {
    pub name: &'static str,
    pub parameters: &'static [Parameter],
    /// Takes all further arguments.
    pub rest: Option<Parameter>,
    pub unknown: Unknown,
    pub run: fn(&mut Call) -> Outcome,
}

#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    pub name: &'static str,
    takes: Takes,
    pub null: bool,
}

#[derive(Clone, Copy, Debug)]
pub enum Takes {
    Anything,
    Bools,
    ListsByKey,
    List,
    Number,
    Set,
    String,
    Strings,
}

/// Which unknown arguments make the result unknown before the function runs.
#[derive(Clone, Copy, Debug)]
pub enum Unknown {
    /// Those that are unknown themselves, not their elements.
    Arguments,
    /// Anything unknown anywhere.
    Parts,
    /// The function looks itself.
    Handled,
}

/// A name is one function.
impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        self.name == other.name
    }
}

/// A function of certain parameters.
pub const fn function(name: &'static str, parameters: &'static [Parameter], run: fn(&mut Call) -> Outcome) -> Function {
    Function { name, parameters, rest: None, unknown: Unknown::Arguments, run }
}

impl Function {
    pub const fn rest(mut self, parameter: Parameter) -> Function {
        self.rest = Some(parameter);
        self
    }

    pub const fn unknown(mut self, unknown: Unknown) -> Function {
        self.unknown = unknown;
        self
    }

    pub fn parameter(&self, position: usize) -> Option<&Parameter> {
        self.parameters.get(position).or(self.rest.as_ref())
    }
}

pub const fn parameter(name: &'static str, takes: Takes) -> Parameter {
    Parameter { name, takes, null: false }
}

impl Parameter {
    pub const fn or_null(mut self) -> Parameter {
        self.null = true;
        self
    }

    pub fn convert(&self, value: &Value) -> Result<Value, ConversionError> {
        match self.takes {
            Takes::Anything => Ok(value.clone()),
            Takes::Number => convert::to_number(value),
            Takes::String => convert::to_string(value),
            Takes::Bools => convert(value, &Type::List(Box::new(Type::Bool))),
            Takes::Strings => convert(value, &Type::List(Box::new(Type::String))),
            Takes::List => convert(value, &Type::List(Box::new(Type::Any))),
            Takes::Set => convert(value, &Type::Set(Box::new(Type::Any))),
            Takes::ListsByKey => convert(value, &Type::Map(Box::new(Type::List(Box::new(Type::String))))),
        }
    }
}
