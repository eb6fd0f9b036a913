//! Operators. Both sides are always evaluated: Terraform 1.11 has no short circuit.

use hcl_edit::expr::{BinaryOp, BinaryOperator, Expression, UnaryOp, UnaryOperator};

use super::{ConversionError, Error, Value, compare, convert, expression::Evaluator};

type Conversion = fn(&Value) -> Result<Value, ConversionError>;

impl Evaluator<'_> {
    pub fn unary(&mut self, operation: &UnaryOp) -> Result<Value, Error> {
        let value = self.value(&operation.expr)?;
        match operation.operator.value() {
            UnaryOperator::Not => match operand(&value, convert::to_bool, "unary", &operation.expr)? {
                Value::Bool(truth) => Ok(Value::Bool(!truth)),
                _ => Ok(Value::Unknown),
            },
            UnaryOperator::Neg => match operand(&value, convert::to_number, "unary", &operation.expr)? {
                Value::Number(number) => Ok(Value::Number(-number)),
                _ => Ok(Value::Unknown),
            },
        }
    }

    pub fn binary(&mut self, operation: &BinaryOp) -> Result<Value, Error> {
        let left = self.value(&operation.lhs_expr)?;
        let right = self.value(&operation.rhs_expr)?;
        let operator = *operation.operator.value();
        let conversion: Conversion = match operator {
            BinaryOperator::Eq | BinaryOperator::NotEq => {
                return Ok(match compare::equal(&left, &right) {
                    Some(equal) => Value::Bool(equal == (operator == BinaryOperator::Eq)),
                    None => Value::Unknown,
                });
            }
            BinaryOperator::And | BinaryOperator::Or => convert::to_bool,
            _ => convert::to_number,
        };
        let left = operand(&left, conversion, "left", &operation.lhs_expr)?;
        let right = operand(&right, conversion, "right", &operation.rhs_expr)?;
        match (left, right) {
            (Value::Bool(left), Value::Bool(right)) => {
                Ok(Value::Bool(if operator == BinaryOperator::And { left && right } else { left || right }))
            }
            (Value::Number(left), Value::Number(right)) => arithmetic(operator, left, right),
            _ => Ok(Value::Unknown),
        }
    }
}

fn operand(value: &Value, conversion: Conversion, side: &str, expression: &Expression) -> Result<Value, Error> {
    match conversion(value) {
        Ok(Value::Null) => Err(failed("argument must not be null").at(expression)),
        Ok(value) => Ok(value),
        Err(error) => {
            let detail = format!("Unsuitable value for {side} operand: {}.", error.message);
            Err(Error::new("Invalid operand", detail).at(expression))
        }
    }
}

fn failed(reason: &str) -> Error {
    Error::new("Operation failed", ["Error during operation: ", reason, "."].concat())
}

fn arithmetic(operator: BinaryOperator, left: f64, right: f64) -> Result<Value, Error> {
    let order = compare::order(&Value::Number(left), &Value::Number(right));
    let result = match operator {
        BinaryOperator::Less => return Ok(Value::Bool(order.is_lt())),
        BinaryOperator::LessEq => return Ok(Value::Bool(order.is_le())),
        BinaryOperator::Greater => return Ok(Value::Bool(order.is_gt())),
        BinaryOperator::GreaterEq => return Ok(Value::Bool(order.is_ge())),
        BinaryOperator::Plus => left + right,
        BinaryOperator::Minus => left - right,
        BinaryOperator::Mul => left * right,
        BinaryOperator::Mod if right == 0.0 => left,
        BinaryOperator::Mod => left % right,
        _ if right == 0.0 && left == 0.0 => return Err(failed("can't divide zero by zero or infinity by infinity")),
        // Terraform makes it infinity, which no argument of a resource takes.
        _ if right == 0.0 => return Err(failed("can't divide by zero")),
        _ => left / right,
    };
    match result.is_finite() {
        true => Ok(Value::Number(result)),
        false => Err(failed("the result is too large a number")),
    }
}
