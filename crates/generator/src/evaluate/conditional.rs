//! `condition ? this : that`. Both arms are evaluated, because the result has a type that fits both.

use crate::json::quoted;
use crate::syntax::{Conditional, Expression};

use super::{Error, Type, Value, convert, expression::Evaluator, unify};

impl Evaluator<'_> {
    /// An error counts only in the arm that is taken, unless it is fatal.
    pub fn conditional(&mut self, conditional: &Conditional) -> Result<Value, Error> {
        let yes = self.value(&conditional.yes);
        let no = self.value(&conditional.no);
        for arm in [&yes, &no] {
            match arm {
                Err(error) if error.fatal => return Err(error.clone()),
                _ => {}
            }
        }
        let ty = common_type(&yes, &no)?;
        let (taken, place) = match self.condition(&conditional.condition)? {
            Some(true) => (yes?, &conditional.yes),
            Some(false) => (no?, &conditional.no),
            None => return Ok(Value::Unknown),
        };
        convert(&taken, &ty)
            .map_err(|error| Error::new("Inconsistent conditional result types", error.to_string()).at(place))
    }

    /// None: not known.
    pub fn condition(&mut self, expression: &Expression) -> Result<Option<bool>, Error> {
        let value = self.value(expression)?;
        match convert::to_bool(&value) {
            Ok(Value::Bool(truth)) => Ok(Some(truth)),
            Ok(Value::Unknown) => Ok(None),
            Ok(_) => {
                let detail = "The condition value is null. Conditions must either be true or false.";
                Err(Error::new("Null condition", detail).at(expression))
            }
            Err(_) => {
                let detail = "The condition expression must be of type bool.";
                Err(Error::new("Incorrect condition type", detail).at(expression))
            }
        }
    }
}

type Arm = Result<Value, Error>;

fn arm_type(arm: &Arm) -> Type {
    arm.as_ref().map_or(Type::Any, unify::type_of)
}

fn common_type(yes: &Arm, no: &Arm) -> Result<Type, Error> {
    unify::unify(arm_type(yes), arm_type(no)).ok_or_else(|| {
        let difference = difference(&arm_type(yes), &arm_type(no));
        let detail = format!("The true and false result expressions must have consistent types. {difference}");
        Error::new("Inconsistent conditional result types", detail)
    })
}

/// Where two types differ first.
fn difference(yes: &Type, no: &Type) -> String {
    match (yes, no) {
        (Type::Object(yes), Type::Object(no)) => {
            let absent = |name: &str, has: &str, lacks: &str| {
                let name = quoted(name);
                format!("The '{has}' value includes object attribute {name}, which is absent in the '{lacks}' value.")
            };
            for (name, field) in yes {
                match no.get(name) {
                    None => return absent(name, "true", "false"),
                    Some(other) if field.ty != other.ty => {
                        let inside = difference(&field.ty, &other.ty);
                        return format!("Type mismatch for object attribute {}: {inside}", quoted(name));
                    }
                    Some(_) => {}
                }
            }
            no.keys().find(|name| !yes.contains_key(*name)).map_or(String::new(), |name| absent(name, "false", "true"))
        }
        (Type::Tuple(yes), Type::Tuple(no)) if yes.len() == no.len() => {
            for (position, (yes, no)) in yes.iter().zip(no).enumerate() {
                if yes != no {
                    return format!("Type mismatch for tuple element {position}: {}", difference(yes, no));
                }
            }
            String::new()
        }
        _ => {
            format!("The 'true' value is {}, but the 'false' value is {}.", yes.friendly(), no.friendly())
        }
    }
}
