//! Reads off a variable what is known of the parts of its value: their order and comments off the type, choices and ranges off
//! the validations.

use crate::catalog::{Part, Validation};
use crate::evaluate::{Budget, Empty, evaluate};
use crate::syntax::{BinaryOperator, Expression, For, Kind, Step};
use hcl_edit::Span;
use hcl_edit::expr::Expression as Tree;
use hcl_edit::structure::Block;
use std::sync::Arc;

/// What is known of a variable's value; first of the value itself.
pub(super) fn parts(block: &Block, text: &str, variable: &str, validations: &[Validation]) -> Vec<Part> {
    let mut parts = Parts { variable, names: vec![], known: vec![Part::default()], strict: vec![] };
    if let Some(attribute) = block.body.get_attribute("type") {
        parts.attributes(&attribute.value, "", text);
    }
    for validation in validations {
        parts.condition(&validation.condition.expression);
    }
    parts.finish()
}

struct Parts<'a> {
    variable: &'a str,
    /// What `for` has named, and the part that each name stands for.
    names: Vec<(Arc<str>, String)>,
    known: Vec<Part>,
    /// Bounds that are themselves not allowed: of whole numbers the next one is.
    strict: Vec<(String, BinaryOperator, f64)>,
}

impl Parts<'_> {
    /// The attributes of an object type, and of those within it.
    fn attributes(&mut self, tree: &Tree, path: &str, text: &str) {
        match tree {
            Tree::FuncCall(call) => {
                let is_many = matches!(call.name.name.as_str(), "list" | "set" | "map");
                let inner = if is_many { below(path, "*") } else { path.to_owned() };
                if let Some(argument) = call.args.iter().next() {
                    self.attributes(argument, &inner, text);
                }
            }
            Tree::Object(object) => {
                for (key, value) in object.iter() {
                    let name = key.as_ident().map(|name| name.as_str()).unwrap_or_default();
                    let path = below(path, name);
                    let end = value.expr().span().map_or(text.len(), |span| span.end);
                    let rest = text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
                    let comment = rest.split_once('#').map_or("", |(_, comment)| comment.trim());
                    self.part(&path).description = comment.to_owned();
                    self.attributes(value.expr(), &path, text);
                }
            }
            _ => {}
        }
    }

    fn part(&mut self, path: &str) -> &mut Part {
        let known = self.known.iter().position(|part| part.path == path);
        let index = known.unwrap_or_else(|| {
            self.known.push(Part { path: path.to_owned(), ..Part::default() });
            self.known.len() - 1
        });
        &mut self.known[index]
    }

    /// What holds wherever a condition does.
    fn condition(&mut self, condition: &Expression) {
        match &condition.kind {
            Kind::Binary(binary) if binary.operator == BinaryOperator::And => {
                self.condition(&binary.left);
                self.condition(&binary.right);
            }
            Kind::Binary(binary) => {
                self.comparison(&binary.left, binary.operator, &binary.right);
                if let Some(operator) = mirrored(binary.operator) {
                    self.comparison(&binary.right, operator, &binary.left);
                }
            }
            // `var.x == null ? true : ...`
            Kind::Conditional(conditional) if conditional.yes.kind == Kind::Bool(true) => {
                self.condition(&conditional.no);
            }
            Kind::Call(call) => match (&*call.function, call.arguments.as_slice()) {
                ("contains", [options, needle]) => self.options(options, needle),
                ("alltrue", [Expression { kind: Kind::For(each), .. }]) => self.each(each),
                _ => {}
            },
            _ => {}
        }
    }

    fn each(&mut self, each: &For) {
        if each.condition.is_some() || each.into_key.is_some() {
            return;
        }
        let collection = match &each.collection.kind {
            Kind::Call(call) if &*call.function == "values" => call.arguments.first().unwrap_or(&each.collection),
            _ => &each.collection,
        };
        let Some(path) = self.path(collection) else { return };
        self.names.push((each.value.clone(), below(&path, "*")));
        self.condition(&each.element);
        self.names.pop();
    }

    fn options(&mut self, options: &Expression, needle: &Expression) {
        let Some(path) = self.path(needle) else { return };
        let Ok(options) = evaluate(options, &Empty, &mut Budget::default()) else { return };
        let part = self.part(&path);
        if part.options.is_empty() {
            part.options = options.elements().unwrap_or_default().iter().map(|(_, option)| option.display()).collect();
        }
    }

    fn comparison(&mut self, left: &Expression, operator: BinaryOperator, right: &Expression) {
        let Some(path) = self.path(left) else { return };
        if let (BinaryOperator::Equal, Kind::Call(call)) = (operator, &right.kind) {
            let of = call.arguments.first().and_then(|argument| self.path(argument));
            self.part(&path).is_whole |= &*call.function == "floor" && of.as_ref() == Some(&path);
        }
        let bound = evaluate(right, &Empty, &mut Budget::default()).ok().and_then(|bound| bound.as_number());
        let Some(bound) = bound else { return };
        match operator {
            BinaryOperator::GreaterOrEqual => self.part(&path).least = Some(bound),
            BinaryOperator::LessOrEqual => self.part(&path).most = Some(bound),
            BinaryOperator::Greater | BinaryOperator::Less => self.strict.push((path, operator, bound)),
            _ => {}
        }
    }

    /// The part that an expression is.
    fn path(&self, expression: &Expression) -> Option<String> {
        let (root, steps) = match &expression.kind {
            Kind::Name(root) => (root, [].as_slice()),
            Kind::Traversal(traversal) => match &traversal.from.kind {
                Kind::Name(root) => (root, traversal.steps.as_slice()),
                _ => return None,
            },
            _ => return None,
        };
        let named = self.names.iter().rev().find(|(name, _)| name == root);
        let (mut path, steps) = match (named, steps) {
            (Some((_, path)), steps) => (path.clone(), steps),
            (None, [Step::Attribute(name), rest @ ..]) if &**root == "var" && **name == *self.variable => {
                (String::new(), rest)
            }
            _ => return None,
        };
        for step in steps {
            let Step::Attribute(name) = step else { return None };
            path = below(&path, name);
        }
        Some(path)
    }

    fn finish(mut self) -> Vec<Part> {
        for (path, operator, bound) in std::mem::take(&mut self.strict) {
            let part = self.part(&path);
            match operator {
                _ if !part.is_whole => {}
                BinaryOperator::Greater => part.least = Some(bound.floor() + 1.0),
                _ => part.most = Some(bound.ceil() - 1.0),
            }
        }
        self.known
    }
}

fn below(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}

/// The operator when both sides change places.
fn mirrored(operator: BinaryOperator) -> Option<BinaryOperator> {
    Some(match operator {
        BinaryOperator::Less => BinaryOperator::Greater,
        BinaryOperator::LessOrEqual => BinaryOperator::GreaterOrEqual,
        BinaryOperator::Greater => BinaryOperator::Less,
        BinaryOperator::GreaterOrEqual => BinaryOperator::LessOrEqual,
        BinaryOperator::Equal => BinaryOperator::Equal,
        _ => return None,
    })
}
