//! Walks through a tree.

use super::{Expression, Kind, Part, Step, Template};

impl Expression {
    /// Visits this expression and all within it.
    pub(crate) fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Expression)) {
        visit(self);
        match &self.kind {
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) | Kind::Name(_) => {}
            Kind::Tuple(elements) => elements.iter().for_each(|element| element.walk(visit)),
            Kind::Object(entries) => entries.iter().for_each(|(key, value)| {
                key.walk(visit);
                value.walk(visit);
            }),
            Kind::Template(template) => template.walk(visit),
            Kind::Traversal(traversal) => {
                traversal.from.walk(visit);
                for step in &traversal.steps {
                    if let Step::Index(key) = step {
                        key.walk(visit);
                    }
                }
            }
            Kind::Call(call) => call.arguments.iter().for_each(|argument| argument.walk(visit)),
            Kind::Conditional(conditional) => {
                conditional.condition.walk(visit);
                conditional.yes.walk(visit);
                conditional.no.walk(visit);
            }
            Kind::Unary(unary) => unary.operand.walk(visit),
            Kind::Binary(binary) => {
                binary.left.walk(visit);
                binary.right.walk(visit);
            }
            Kind::For(each) => {
                each.collection.walk(visit);
                each.element.walk(visit);
                for part in [&each.into_key, &each.condition].into_iter().flatten() {
                    part.walk(visit);
                }
            }
        }
    }
}

impl Template {
    /// Visits all expressions in the template.
    pub(crate) fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Expression)) {
        for part in &self.parts {
            match part {
                Part::Literal(_) => {}
                Part::Interpolation(expression) => expression.walk(visit),
                Part::If(part) => {
                    part.condition.walk(visit);
                    part.yes.walk(visit);
                    part.no.walk(visit);
                }
                Part::For(part) => {
                    part.collection.walk(visit);
                    part.each.walk(visit);
                }
            }
        }
    }
}
