//! `condition ? this : that`. Both arms are evaluated, because the result has a type that fits both.

use hcl_edit::expr::{Conditional, Expression};

use super::{Error, Type, Value, convert, expression::Evaluator, unify};

impl Evaluator<'_> {
    /// An error counts only in the arm that is taken, unless it is fatal.
    pub fn conditional(&mut self, conditional: &Conditional) -> Result<Value, Error> {
        let yes = self.value(&conditional.true_expr);
        let no = self.value(&conditional.false_expr);
        for arm in [&yes, &no] {
            match arm {
                Err(error) if error.fatal => return Err(error.clone()),
                _ => {}
            }
        }
        let ty = common_type(arm_type(&yes), arm_type(&no))?;
        let (taken, place) = match self.condition(&conditional.cond_expr)? {
            Some(true) => (yes?, &conditional.true_expr),
            Some(false) => (no?, &conditional.false_expr),
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

fn arm_type(arm: &Result<Value, Error>) -> Type {
    arm.as_ref().map_or(Type::Any, unify::type_of)
}

fn common_type(yes: Type, no: Type) -> Result<Type, Error> {
    let (yes_name, no_name) = (kind(&yes), kind(&no));
    unify::unify(yes, no).ok_or_else(|| {
        let detail = format!(
            "The true and false result expressions must have consistent types. The 'true' value is {yes_name}, but \
             the 'false' value is {no_name}."
        );
        Error::new("Inconsistent conditional result types", detail)
    })
}

fn kind(ty: &Type) -> String {
    ty.friendly()
}
