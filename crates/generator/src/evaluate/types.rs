//! Type constraints, as a variable's `type` has them.

use crate::sorted::Map;
use std::fmt;

use crate::syntax::{Call, Expression, Kind};

use super::{Budget, Empty, Error, Value, convert, evaluate};

/// A type constraint of Terraform.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Any,
    String,
    Number,
    Bool,
    List(Box<Type>),
    Set(Box<Type>),
    Map(Box<Type>),
    Tuple(Vec<Type>),
    Object(Map<String, Field>),
}

/// An attribute of an object type.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub ty: Type,
    pub optional: bool,
    /// Stands in for a value that is missing or null, once it is converted to the field's type.
    pub default: Option<Value>,
}

impl Field {
    pub fn required(ty: Type) -> Field {
        Field { ty, optional: false, default: None }
    }
}

impl Type {
    /// Reads a type constraint, such as `map(object({ gb = optional(number, 50) }))`.
    pub fn parse(expression: &Expression) -> Result<Type, Error> {
        parse(expression).map_err(|error| error.within(expression))
    }

    /// Whether the values decide on a part of the type.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Type::Any => true,
            Type::String | Type::Number | Type::Bool => false,
            Type::List(element) | Type::Set(element) | Type::Map(element) => element.is_open(),
            Type::Tuple(elements) => elements.iter().any(Type::is_open),
            Type::Object(fields) => fields.values().any(|field| field.ty.is_open()),
        }
    }

    /// What Terraform's messages say is required.
    pub(super) fn friendly(&self) -> String {
        match self {
            Type::Any => "any single type".to_string(),
            Type::String => "string".to_string(),
            Type::Number => "number".to_string(),
            Type::Bool => "bool".to_string(),
            Type::List(element) => ["list of ", &element.friendly()].concat(),
            Type::Set(element) => ["set of ", &element.friendly()].concat(),
            Type::Map(element) => ["map of ", &element.friendly()].concat(),
            Type::Tuple(_) => "tuple".to_string(),
            Type::Object(_) => "object".to_string(),
        }
    }
}

fn invalid(detail: &str) -> Error {
    Error::new("Invalid type specification", detail)
}

fn parse(expression: &Expression) -> Result<Type, Error> {
    match &expression.kind {
        Kind::Name(keyword) => match &**keyword {
            "any" => Ok(Type::Any),
            "string" => Ok(Type::String),
            "number" => Ok(Type::Number),
            "bool" => Ok(Type::Bool),
            "list" => Ok(Type::List(Box::new(Type::Any))),
            "set" => Ok(Type::Set(Box::new(Type::Any))),
            "map" => Ok(Type::Map(Box::new(Type::Any))),
            other => Err(invalid(&format!("The keyword \"{other}\" is not a valid type specification."))),
        },
        Kind::Call(call) => parse_constructor(call),
        _ => Err(invalid(
            "A type specification is either a primitive type keyword (bool, number, string) or a complex type \
             constructor call, like list(string).",
        )),
    }
}

fn parse_constructor(call: &Call) -> Result<Type, Error> {
    let name = &*call.function;
    let argument = match call.arguments.as_slice() {
        [argument] => argument,
        _ => return Err(invalid(&format!("The {name} type constructor requires one argument."))),
    };
    match (name, &argument.kind) {
        ("list", _) => Ok(Type::List(Box::new(Type::parse(argument)?))),
        ("set", _) => Ok(Type::Set(Box::new(Type::parse(argument)?))),
        ("map", _) => Ok(Type::Map(Box::new(Type::parse(argument)?))),
        ("tuple", Kind::Tuple(elements)) => {
            let types: Result<_, Error> = elements.iter().map(Type::parse).collect();
            Ok(Type::Tuple(types.map_err(|error| error.within(argument))?))
        }
        ("tuple", _) => Err(invalid("Tuple type constructor requires a list of element types.")),
        ("object", Kind::Object(fields)) => parse_object(fields).map_err(|error| error.within(argument)),
        ("object", _) => Err(invalid("Object type constructor requires a map whose keys are attribute names.")),
        ("optional", _) => Err(invalid("Keyword \"optional\" is valid only as a modifier for object type attributes.")),
        _ => Err(invalid(&format!("Keyword \"{name}\" is not a valid type constructor."))),
    }
}

fn parse_object(fields: &[(Expression, Expression)]) -> Result<Type, Error> {
    let mut object = Map::new();
    for (key, value) in fields {
        let Kind::String(name) = &key.kind else {
            return Err(invalid("Object constructor map keys must be attribute names."));
        };
        let field = parse_field(value).map_err(|error| error.within(value))?;
        object.insert(name.to_string(), field);
    }
    Ok(Type::Object(object))
}

fn parse_field(expression: &Expression) -> Result<Field, Error> {
    let call = match &expression.kind {
        Kind::Call(call) if &*call.function == "optional" => call,
        _ => return Ok(Field::required(parse(expression)?)),
    };
    let ty = match call.arguments.as_slice() {
        [ty] | [ty, _] => Type::parse(ty)?,
        _ => {
            return Err(invalid("Optional attribute modifier requires the attribute type as its argument."));
        }
    };
    let default = match call.arguments.get(1) {
        None => None,
        Some(default) => {
            let value = evaluate(default, &Empty, &mut Budget::default())?;
            convert(&value, &ty).map_err(|error| {
                let detail =
                    format!("This default value is not compatible with the attribute's type constraint: {error}.");
                Error::new("Invalid default value for optional attribute", detail).at(default)
            })?;
            Some(value)
        }
    };
    Ok(Field { ty, optional: true, default })
}

impl fmt::Display for Type {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Any => out.write_str("any"),
            Type::String => out.write_str("string"),
            Type::Number => out.write_str("number"),
            Type::Bool => out.write_str("bool"),
            Type::List(element) => write!(out, "list({element})"),
            Type::Set(element) => write!(out, "set({element})"),
            Type::Map(element) => write!(out, "map({element})"),
            Type::Tuple(elements) => {
                out.write_str("tuple([")?;
                for (position, element) in elements.iter().enumerate() {
                    let comma = if position > 0 { ", " } else { "" };
                    write!(out, "{comma}{element}")?;
                }
                out.write_str("])")
            }
            Type::Object(fields) if fields.is_empty() => out.write_str("object({})"),
            Type::Object(fields) => {
                out.write_str("object({")?;
                for (position, (name, field)) in fields.iter().enumerate() {
                    let comma = if position > 0 { "," } else { "" };
                    write!(out, "{comma} {name} = {field}")?;
                }
                out.write_str(" })")
            }
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.optional, &self.default) {
            (false, _) => write!(out, "{}", self.ty),
            (true, None) => write!(out, "optional({})", self.ty),
            (true, Some(default)) => write!(out, "optional({}, {})", self.ty, default.line()),
        }
    }
}
