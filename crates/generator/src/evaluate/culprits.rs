//! Which parts of a variable's value make a condition false, so that a form can mark them and nothing else.

use super::expression::Evaluator;
use super::{Budget, Scope, Value};
use crate::syntax::{BinaryOperator, Expression, For, Kind, Step};
use std::sync::Arc;

/// From a value to a part of it: attributes, keys and positions.
pub type Steps = Vec<String>;

/// The parts of a variable's value without which a false condition would hold; none if it is about the whole.
pub fn culprits(condition: &Expression, variable: &str, scope: &dyn Scope) -> Vec<Steps> {
    let mut budget = Budget::default();
    let evaluator = Evaluator { scope, budget: &mut budget, names: vec![] };
    let mut search = Search { evaluator, variable, places: vec![], found: vec![] };
    search.visit(condition);
    // Who mentions `group.size` mentions `group` as well.
    let all = search.found.clone();
    search.found.retain(|found| !all.iter().any(|other| other.len() > found.len() && other.starts_with(found)));
    search.found.retain(|found| !found.is_empty());
    search.found
}

struct Search<'a> {
    evaluator: Evaluator<'a>,
    variable: &'a str,
    /// Where what `for` has named stands in the value.
    places: Vec<(Arc<str>, Steps)>,
    found: Vec<Steps>,
}

impl Search<'_> {
    fn holds(&mut self, condition: &Expression) -> bool {
        matches!(self.evaluator.value(condition), Ok(Value::Bool(true)))
    }

    fn visit(&mut self, condition: &Expression) {
        match &condition.kind {
            Kind::Binary(binary) if binary.operator == BinaryOperator::And => {
                for side in [&binary.left, &binary.right] {
                    if !self.holds(side) {
                        self.visit(side);
                    }
                }
            }
            Kind::Call(call) if &*call.function == "alltrue" => match call.arguments.first().map(|all| &all.kind) {
                Some(Kind::For(each)) if each.condition.is_none() => self.each(each),
                _ => self.mention(condition),
            },
            _ => self.mention(condition),
        }
    }

    fn each(&mut self, each: &For) {
        let Ok(Some(pairs)) = self.evaluator.iterate(&each.collection) else { return };
        let (place, by_value) = match &each.collection.kind {
            Kind::Call(call) => (call.arguments.first().and_then(|inner| self.place(inner)), &*call.function == "keys"),
            _ => (self.place(&each.collection), false),
        };
        let keys = match &each.collection.kind {
            // The values of a map come in the order of its keys.
            Kind::Call(call) if &*call.function == "values" => {
                call.arguments.first().and_then(|map| self.evaluator.iterate(map).ok().flatten())
            }
            _ => None,
        };
        for (position, (key, value)) in pairs.into_iter().enumerate() {
            let (named, placed) = (self.evaluator.names.len(), self.places.len());
            let step = keys.as_ref().and_then(|keys| keys.get(position)).map_or(&key, |(key, _)| key);
            let step = if by_value { value.display() } else { step.display() };
            if let Some(place) = &place {
                let mut place = place.clone();
                place.push(step);
                self.places.extend(each.key.clone().map(|name| (name, place.clone())));
                self.places.push((each.value.clone(), place));
            }
            self.evaluator.names.extend(each.key.clone().map(|name| (name, key)));
            self.evaluator.names.push((each.value.clone(), value));
            if !self.holds(&each.element) {
                self.visit(&each.element);
            }
            self.evaluator.names.truncate(named);
            self.places.truncate(placed);
        }
    }

    /// All parts that an expression mentions.
    fn mention(&mut self, expression: &Expression) {
        expression.walk(&mut |inner| {
            let place = self.place(inner);
            self.found.extend(place.filter(|place| !self.found.contains(place)));
        });
    }

    fn place(&self, expression: &Expression) -> Option<Steps> {
        let (root, mut steps) = match &expression.kind {
            Kind::Name(root) => (root, [].as_slice()),
            Kind::Traversal(traversal) => match &traversal.from.kind {
                Kind::Name(root) => (root, traversal.steps.as_slice()),
                _ => return None,
            },
            _ => return None,
        };
        let named = self.places.iter().rev().find(|(name, _)| name == root).map(|(_, place)| place.clone());
        let mut place = match (named, steps) {
            (Some(place), _) => place,
            (None, [Step::Attribute(name), rest @ ..]) if &**root == "var" && **name == *self.variable => {
                steps = rest;
                vec![]
            }
            _ => return None,
        };
        for step in steps {
            let Step::Attribute(name) = step else { break };
            place.push(name.to_string());
        }
        Some(place)
    }
}
