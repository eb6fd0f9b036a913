//! Expressions.

use super::super::{
    Binary, BinaryOperator, Call, Conditional, Expression, For, Kind, Span, Step, Traversal, Unary, UnaryOperator,
};
use super::template::{heredoc, quoted};
use hcl_edit::expr::{self as hcl, ObjectKey, TraversalOperator};
use std::sync::Arc;

impl From<&hcl::Expression> for Expression {
    fn from(expression: &hcl::Expression) -> Expression {
        Expression { span: span(expression), kind: kind(expression) }
    }
}

fn span(place: &impl hcl_edit::Span) -> Span {
    place.span().map_or(Span::default(), Span::from)
}

fn kind(expression: &hcl::Expression) -> Kind {
    match expression {
        hcl::Expression::Null(_) => Kind::Null,
        hcl::Expression::Bool(truth) => Kind::Bool(*truth.value()),
        hcl::Expression::Number(number) => Kind::Number(number.value().as_f64().unwrap_or(f64::INFINITY)),
        hcl::Expression::String(text) => Kind::String(text.as_str().into()),
        hcl::Expression::Variable(name) => Kind::Name(name.as_str().into()),
        hcl::Expression::Array(elements) => Kind::Tuple(elements.iter().map(Expression::from).collect()),
        hcl::Expression::Object(object) => {
            Kind::Object(object.iter().map(|(key, value)| (self::key(key), value.expr().into())).collect())
        }
        hcl::Expression::StringTemplate(template) => quoted(template),
        hcl::Expression::HeredocTemplate(template) => heredoc(template),
        hcl::Expression::Parenthesis(inner) => kind(inner.inner()),
        hcl::Expression::Traversal(traversal) => {
            let steps = traversal.operators.iter().map(|operator| step(operator.value())).collect();
            Kind::Traversal(Box::new(Traversal { from: (&traversal.expr).into(), steps }))
        }
        hcl::Expression::FuncCall(call) => Kind::Call(self::call(call)),
        hcl::Expression::Conditional(conditional) => Kind::Conditional(Box::new(Conditional {
            condition: (&conditional.cond_expr).into(),
            yes: (&conditional.true_expr).into(),
            no: (&conditional.false_expr).into(),
        })),
        hcl::Expression::UnaryOp(unary) => {
            let operator = match unary.operator.value() {
                hcl::UnaryOperator::Not => UnaryOperator::Not,
                hcl::UnaryOperator::Neg => UnaryOperator::Negate,
            };
            Kind::Unary(Box::new(Unary { operator, operand: (&unary.expr).into() }))
        }
        hcl::Expression::BinaryOp(binary) => Kind::Binary(Box::new(Binary {
            operator: operator(*binary.operator.value()),
            left: (&binary.lhs_expr).into(),
            right: (&binary.rhs_expr).into(),
        })),
        hcl::Expression::ForExpr(each) => Kind::For(Box::new(For {
            key: each.intro.key_var.as_ref().map(|name| name.as_str().into()),
            value: each.intro.value_var.as_str().into(),
            collection: (&each.intro.collection_expr).into(),
            into_key: each.key_expr.as_ref().map(Expression::from),
            element: (&each.value_expr).into(),
            groups: each.grouping,
            condition: each.cond.as_ref().map(|condition| (&condition.expr).into()),
        })),
    }
}

/// A bare name is itself; anything else is evaluated.
fn key(key: &ObjectKey) -> Expression {
    let text: Arc<str> = match key {
        ObjectKey::Ident(name) => name.as_str().into(),
        ObjectKey::Expression(hcl::Expression::Variable(name)) => name.as_str().into(),
        ObjectKey::Expression(hcl::Expression::Null(_)) => "null".into(),
        ObjectKey::Expression(expression) => return expression.into(),
    };
    Expression { span: span(key), kind: Kind::String(text) }
}

fn step(operator: &TraversalOperator) -> Step {
    match operator {
        TraversalOperator::GetAttr(name) => Step::Attribute(name.as_str().into()),
        TraversalOperator::Index(key) => Step::Index(key.into()),
        TraversalOperator::LegacyIndex(position) => Step::LegacyIndex(*position.value()),
        TraversalOperator::AttrSplat(_) => Step::AttributeSplat,
        TraversalOperator::FullSplat(_) => Step::FullSplat,
    }
}

fn call(call: &hcl::FuncCall) -> Call {
    let mut function = String::new();
    for namespace in &call.name.namespace {
        function += namespace.as_str();
        function += "::";
    }
    function += call.name.name.as_str();
    Call {
        function: function.into(),
        arguments: call.args.iter().map(Expression::from).collect(),
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
