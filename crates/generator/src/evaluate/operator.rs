//! Operators. Both sides are always evaluated: Terraform 1.11 has no short circuit.

use crate::syntax::{Binary, BinaryOperator, Expression, Unary, UnaryOperator};

use super::{ConversionError, Error, Value, compare, convert, expression::Evaluator};

type Conversion = fn(&Value) -> Result<Value, ConversionError>;

impl Evaluator<'_> {
    pub fn unary(&mut self, operation: &Unary) -> Result<Value, Error> {
        let value = self.value(&operation.operand)?;
        match operation.operator {
            UnaryOperator::Not => match operand(&value, convert::to_bool, "unary", &operation.operand)? {
                Value::Bool(truth) => Ok(Value::Bool(!truth)),
                _ => Ok(Value::Unknown),
            },
            UnaryOperator::Negate => match operand(&value, convert::to_number, "unary", &operation.operand)? {
                Value::Number(number) => Ok(Value::Number(-number)),
                _ => Ok(Value::Unknown),
            },
        }
    }

    pub fn binary(&mut self, operation: &Binary) -> Result<Value, Error> {
        let left = self.value(&operation.left)?;
        let right = self.value(&operation.right)?;
        let operator = operation.operator;
        let conversion: Conversion = match operator {
            BinaryOperator::Equal | BinaryOperator::NotEqual => {
                return Ok(match compare::equal(&left, &right) {
                    Some(equal) => Value::Bool(equal == (operator == BinaryOperator::Equal)),
                    None => Value::Unknown,
                });
            }
            BinaryOperator::And | BinaryOperator::Or => convert::to_bool,
            _ => convert::to_number,
        };
        let left = operand(&left, conversion, "left", &operation.left)?;
        let right = operand(&right, conversion, "right", &operation.right)?;
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
        BinaryOperator::LessOrEqual => return Ok(Value::Bool(order.is_le())),
        BinaryOperator::Greater => return Ok(Value::Bool(order.is_gt())),
        BinaryOperator::GreaterOrEqual => return Ok(Value::Bool(order.is_ge())),
        BinaryOperator::Add => left + right,
        BinaryOperator::Subtract => left - right,
        BinaryOperator::Multiply => left * right,
        BinaryOperator::Modulo if right == 0.0 => left,
        BinaryOperator::Modulo => left % right,
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
