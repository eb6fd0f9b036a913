//! Expressions.

use super::super::{
    Binary, BinaryOperator, Call, Conditional, Expression, For, Kind, Span, Step, Traversal, Unary, UnaryOperator,
};
use super::template::{heredoc, quoted};
use hcl_edit::Span as _;
use hcl_edit::expr::{self as hcl, ObjectKey, TraversalOperator};
use std::ops::Range;
use std::sync::Arc;

impl From<&hcl::Expression> for Expression {
    fn from(expression: &hcl::Expression) -> Expression {
        self::expression(expression, 0)
    }
}

/// `around` is where the expression around it begins.
pub(super) fn expression(expression: &hcl::Expression, around: usize) -> Expression {
    let span = expression.span().unwrap_or(around..around);
    Expression { span: relative(&span, around), kind: kind(expression, span.start) }
}

fn relative(span: &Range<usize>, around: usize) -> Span {
    Span::from(span.start.saturating_sub(around)..span.end.saturating_sub(around))
}

/// `at` is where the expression begins.
pub(super) fn kind(expression: &hcl::Expression, at: usize) -> Kind {
    let part = |part: &hcl::Expression| self::expression(part, at);
    match expression {
        hcl::Expression::Null(_) => Kind::Null,
        hcl::Expression::Bool(truth) => Kind::Bool(*truth.value()),
        hcl::Expression::Number(number) => Kind::Number(number.value().as_f64().unwrap_or(f64::INFINITY)),
        hcl::Expression::String(text) => Kind::String(text.as_str().into()),
        hcl::Expression::Variable(name) => Kind::Name(name.as_str().into()),
        hcl::Expression::Array(elements) => Kind::Tuple(elements.iter().map(part).collect()),
        hcl::Expression::Object(object) => {
            Kind::Object(object.iter().map(|(key, value)| (self::key(key, at), part(value.expr()))).collect())
        }
        hcl::Expression::StringTemplate(template) => quoted(template, at),
        hcl::Expression::HeredocTemplate(template) => heredoc(template, at),
        hcl::Expression::Parenthesis(inner) => kind(inner.inner(), at),
        hcl::Expression::Traversal(traversal) => {
            let steps = traversal.operators.iter().map(|operator| step(operator.value(), at)).collect();
            Kind::Traversal(Box::new(Traversal { from: part(&traversal.expr), steps }))
        }
        hcl::Expression::FuncCall(call) => Kind::Call(self::call(call, at)),
        hcl::Expression::Conditional(conditional) => Kind::Conditional(Box::new(Conditional {
            condition: part(&conditional.cond_expr),
            yes: part(&conditional.true_expr),
            no: part(&conditional.false_expr),
        })),
        hcl::Expression::UnaryOp(unary) => {
            let operator = match unary.operator.value() {
                hcl::UnaryOperator::Not => UnaryOperator::Not,
                hcl::UnaryOperator::Neg => UnaryOperator::Negate,
            };
            Kind::Unary(Box::new(Unary { operator, operand: part(&unary.expr) }))
        }
        hcl::Expression::BinaryOp(binary) => Kind::Binary(Box::new(Binary {
            operator: operator(*binary.operator.value()),
            left: part(&binary.lhs_expr),
            right: part(&binary.rhs_expr),
        })),
        hcl::Expression::ForExpr(each) => Kind::For(Box::new(For {
            key: each.intro.key_var.as_ref().map(|name| name.as_str().into()),
            value: each.intro.value_var.as_str().into(),
            collection: part(&each.intro.collection_expr),
            into_key: each.key_expr.as_ref().map(part),
            element: part(&each.value_expr),
            groups: each.grouping,
            condition: each.cond.as_ref().map(|condition| part(&condition.expr)),
        })),
    }
}

/// A bare name is itself; anything else is evaluated.
fn key(key: &ObjectKey, around: usize) -> Expression {
    let text: Arc<str> = match key {
        ObjectKey::Ident(name) => name.as_str().into(),
        ObjectKey::Expression(hcl::Expression::Variable(name)) => name.as_str().into(),
        ObjectKey::Expression(hcl::Expression::Null(_)) => "null".into(),
        ObjectKey::Expression(expression) => return self::expression(expression, around),
    };
    Expression { span: relative(&key.span().unwrap_or_default(), around), kind: Kind::String(text) }
}

fn step(operator: &TraversalOperator, at: usize) -> Step {
    match operator {
        TraversalOperator::GetAttr(name) => Step::Attribute(name.as_str().into()),
        TraversalOperator::Index(key) => Step::Index(expression(key, at)),
        TraversalOperator::LegacyIndex(position) => Step::LegacyIndex(*position.value()),
        TraversalOperator::AttrSplat(_) => Step::AttributeSplat,
        TraversalOperator::FullSplat(_) => Step::FullSplat,
    }
}

fn call(call: &hcl::FuncCall, at: usize) -> Call {
    let mut function = String::new();
    for namespace in &call.name.namespace {
        function += namespace.as_str();
        function += "::";
    }
    function += call.name.name.as_str();
    Call {
        function: function.into(),
        arguments: call.args.iter().map(|argument| expression(argument, at)).collect(),
        expands_last: call.args.expand_final(),
    }
}

fn operator(operator: hcl::BinaryOperator) -> BinaryOperator {
    match operator {
        hcl::BinaryOperator::Eq => BinaryOperator::Equal,
        hcl::BinaryOperator::NotEq => BinaryOperator::NotEqual,
        hcl::BinaryOperator::Less => BinaryOperator::Less,
        hcl::BinaryOperator::LessEq => BinaryOperator::LessOrEqual,
        hcl::BinaryOperator::Greater => BinaryOperator::Greater,
        hcl::BinaryOperator::GreaterEq => BinaryOperator::GreaterOrEqual,
        hcl::BinaryOperator::Plus => BinaryOperator::Add,
        hcl::BinaryOperator::Minus => BinaryOperator::Subtract,
        hcl::BinaryOperator::Mul => BinaryOperator::Multiply,
        hcl::BinaryOperator::Div => BinaryOperator::Divide,
        hcl::BinaryOperator::Mod => BinaryOperator::Modulo,
        hcl::BinaryOperator::And => BinaryOperator::And,
        hcl::BinaryOperator::Or => BinaryOperator::Or,
    }
}
