//! Terraform's functions: one table per family, and what happens to every call before a function runs.

mod addresses;
mod conversion;
mod encoding;
mod format;
mod mappings;
mod numbers;
mod regex;
mod sequences;
mod sets;
mod strings;
mod text;
mod yaml;

use std::{collections::BTreeMap, sync::Arc};

use super::{Budget, ConversionError, Error, Type, Value, compare, convert, number, unify};

const FAMILIES: &[&[Function]] = &[
    addresses::FUNCTIONS,
    conversion::FUNCTIONS,
    encoding::FUNCTIONS,
    format::FUNCTIONS,
    mappings::FUNCTIONS,
    numbers::FUNCTIONS,
    regex::FUNCTIONS,
    sequences::FUNCTIONS,
    sets::FUNCTIONS,
    strings::FUNCTIONS,
];

/// Every function that is evaluated, sorted.
#[rustfmt::skip]
pub const FUNCTIONS: &[&str] = &[
    "abs", "alltrue", "anytrue", "base64decode", "base64encode", "can", "ceil", "chomp", "chunklist", "cidrhost",
    "cidrnetmask", "cidrsubnet", "cidrsubnets", "coalesce", "coalescelist", "compact", "concat", "contains",
    "distinct", "element", "endswith", "flatten", "floor", "format", "formatlist", "indent", "index", "join",
    "jsondecode", "jsonencode", "keys", "length", "log", "lookup", "lower", "matchkeys", "max", "merge", "min",
    "nonsensitive", "one", "parseint", "pow", "range", "regex", "regexall", "replace", "reverse", "sensitive",
    "setintersection", "setproduct", "setsubtract", "setunion", "sha256", "signum", "slice", "sort", "split",
    "startswith", "strcontains", "strrev", "substr", "sum", "title", "tobool", "tolist", "tomap", "tonumber", "toset",
    "tostring", "transpose", "trim", "trimprefix", "trimspace", "trimsuffix", "try", "upper", "urlencode", "values",
    "yamlencode", "zipmap",
];

/// Terraform has them; here their results are unknown: they read files, the clock or chance, or nobody needs them.
#[rustfmt::skip]
pub const NOT_EVALUATED: &[&str] = &[
    "abspath", "base64gzip", "base64sha256", "base64sha512", "basename", "bcrypt", "csvdecode", "dirname",
    "ephemeralasnull", "file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5",
    "fileset", "filesha1", "filesha256", "filesha512", "formatdate", "issensitive", "md5", "pathexpand",
    "plantimestamp", "rsadecrypt", "sha1", "sha512", "templatefile", "templatestring", "textdecodebase64",
    "textencodebase64", "timeadd", "timecmp", "timestamp", "uuid", "uuidv5", "yamldecode",
];

pub struct Function {
    pub name: &'static str,
    parameters: &'static [Parameter],
    /// Takes all further arguments.
    rest: Option<Parameter>,
    unknown: Unknown,
    run: fn(&mut Call) -> Outcome,
}

pub type Outcome = Result<Value, Failure>;

#[derive(Clone, Copy)]
pub struct Parameter {
    pub name: &'static str,
    takes: Takes,
    null: bool,
}

#[derive(Clone, Copy)]
enum Takes {
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
enum Unknown {
    /// Those that are unknown themselves, not their elements.
    Arguments,
    /// Anything unknown anywhere.
    Parts,
    /// The function looks itself.
    Handled,
}

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

/// A function of certain parameters.
const fn function(name: &'static str, parameters: &'static [Parameter], run: fn(&mut Call) -> Outcome) -> Function {
    Function { name, parameters, rest: None, unknown: Unknown::Arguments, run }
}

impl Function {
    const fn rest(mut self, parameter: Parameter) -> Function {
        self.rest = Some(parameter);
        self
    }

    const fn unknown(mut self, unknown: Unknown) -> Function {
        self.unknown = unknown;
        self
    }

    pub fn parameter(&self, position: usize) -> Option<&Parameter> {
        self.parameters.get(position).or(self.rest.as_ref())
    }
}

const fn parameter(name: &'static str, takes: Takes) -> Parameter {
    Parameter { name, takes, null: false }
}

impl Parameter {
    const fn or_null(mut self) -> Parameter {
        self.null = true;
        self
    }

    fn convert(&self, value: &Value) -> Result<Value, ConversionError> {
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

pub fn find(name: &str) -> Option<&'static Function> {
    FAMILIES.iter().flat_map(|family| family.iter()).find(|function| function.name == name)
}

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

    pub fn entries(&self, position: usize) -> Result<Arc<BTreeMap<String, Value>>, Failure> {
        match self.arguments.get(position) {
            Some(Value::Mapping(_, entries)) => Ok(entries.clone()),
            _ => refuse(position, "map or object required"),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_names_is_the_tables() {
        let mut names: Vec<_> =
            FAMILIES.iter().flat_map(|family| family.iter()).map(|function| function.name).collect();
        names.extend(["can", "try"]);
        names.sort_unstable();
        assert_eq!(names, FUNCTIONS);
        assert!(NOT_EVALUATED.is_sorted() && NOT_EVALUATED.iter().all(|name| !FUNCTIONS.contains(name)));
    }
}
