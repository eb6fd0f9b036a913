//! The evaluator has the functions, and the regular expressions, that the catalog uses.

use crate::{Broken, CATALOG, body};
use generator::catalog::{Owner, Role, Source};
use generator::evaluate::{Budget, Empty, FUNCTIONS, Value, evaluate, named};
use generator::slice::Kind;
use generator::syntax::parse_expression;
use hcl_edit::expr::{Expression, FuncCall, Traversal, TraversalOperator};
use hcl_edit::structure::Block;
use hcl_edit::template::ForDirective;
use hcl_edit::visit::{Visit, visit_func_call, visit_template, visit_traversal};
use std::collections::BTreeSet;

/// What a piece of HCL calls and mentions.
#[derive(Default)]
struct Calls {
    functions: BTreeSet<String>,
    patterns: BTreeSet<String>,
    /// `var.x` and `local.x`.
    mentions: BTreeSet<String>,
}

impl Visit for Calls {
    fn visit_func_call(&mut self, call: &FuncCall) {
        let name = call.name.name.as_str();
        self.functions.insert(name.to_owned());
        let argument = |index: usize| call.args.get(index).and_then(Expression::as_str);
        match name {
            "regex" | "regexall" => self.patterns.extend(argument(0).map(str::to_owned)),
            "replace" => {
                let pattern = argument(1).and_then(|text| text.strip_prefix('/')?.strip_suffix('/'));
                self.patterns.extend(pattern.map(str::to_owned));
            }
            _ => {}
        }
        visit_func_call(self, call);
    }

    fn visit_traversal(&mut self, traversal: &Traversal) {
        if let (Expression::Variable(root), Some(first)) = (&traversal.expr, traversal.operators.first())
            && let ("var" | "local", TraversalOperator::GetAttr(name)) = (root.as_str(), first.value())
        {
            self.mentions.insert(format!("{}.{}", root.as_str(), name.as_str()));
        }
        visit_traversal(self, traversal);
    }

    // The default visitor passes over the collection of this directive.
    fn visit_for_directive(&mut self, directive: &ForDirective) {
        self.visit_expr(&directive.for_expr.collection_expr);
        visit_template(self, &directive.for_expr.template);
    }

    // A type is written like calls, and is none.
    fn visit_block(&mut self, block: &Block) {
        let is_variable = block.ident.as_str() == "variable";
        for attribute in block.body.attributes().filter(|attribute| !is_variable || !attribute.has_key("type")) {
            self.visit_expr(&attribute.value);
        }
        for inner in block.body.blocks() {
            self.visit_block(inner);
        }
    }
}

fn calls(source: &Source) -> Calls {
    let mut calls = Calls::default();
    calls.visit_body(&body(source));
    if source.role == Role::Template {
        calls.visit_template(&source.text.parse().expect("the catalog has no problems"));
    }
    calls
}

/// What manifests and templates mention: the file's path, and `var.x` or `local.x`.
pub fn mentions() -> Vec<(String, String)> {
    let mut mentions = vec![];
    for source in CATALOG.sources.iter().filter(|source| matches!(source.role, Role::Manifest | Role::Template)) {
        mentions.extend(calls(source).mentions.into_iter().map(|name| (source.path.clone(), name)));
    }
    mentions
}

#[test]
fn functions_that_drafts_are_read_with_are_there() {
    let mut broken = Broken::default();
    let mut check = |path: &str, calls: &Calls| {
        for name in &calls.functions {
            broken.unless(FUNCTIONS.contains(&name.as_str()), || format!("{path}: {name}() is not evaluated"));
            let is_held = named(&CATALOG.functions, name).is_some() || ["can", "try"].contains(&name.as_str());
            broken.unless(is_held, || format!("{path}: the program does not hold {name}()"));
        }
    };
    let mut todo: Vec<String> = mentions().into_iter().map(|(_, name)| name).collect();
    for source in &CATALOG.sources {
        if matches!(source.role, Role::Manifest | Role::Template) {
            check(&source.path, &calls(source));
        }
        for block in body(source).get_blocks("variable") {
            let mut found = Calls::default();
            found.visit_block(block);
            check(&source.path, &found);
            todo.extend(found.mentions);
        }
    }
    let mut seen = BTreeSet::new();
    while let Some(name) = todo.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        for item in CATALOG.graph.items.iter().filter(|item| item.kind == Kind::Local && item.address == name) {
            let source = &CATALOG.sources[item.source];
            for block in body(source).get_blocks("locals") {
                let Some(local) = block.body.get_attribute(name.trim_start_matches("local.")) else { continue };
                let mut found = Calls::default();
                found.visit_expr(&local.value);
                check(&source.path, &found);
                todo.extend(found.mentions);
            }
        }
    }
    broken.none();
}

#[test]
fn regular_expressions_can_be_read() {
    let mut broken = Broken::default();
    let mut patterns = 0;
    for source in &CATALOG.sources {
        for pattern in calls(source).patterns {
            patterns += 1;
            // What is read in another way than Terraform does is unknown, and a validation with it would refuse nothing.
            let call = format!("regexall({}, \"\")", Value::string(pattern.as_str()).to_hcl(0));
            let call = parse_expression(&call).expect("the pattern is quoted");
            let found = evaluate(&call, &Empty, &mut Budget::default());
            let is_read = found.as_ref().is_ok_and(|found| *found != Value::Unknown);
            broken.unless(is_read, || format!("{}: {pattern}: {found:?}", source.path));
        }
    }
    broken.none();
    assert!(patterns > 10, "the search finds patterns");
}

#[test]
fn files_of_the_catalog_have_an_owner() {
    let mut broken = Broken::default();
    for source in &CATALOG.sources {
        let ships = source.ships_as.is_some() || matches!(source.role, Role::Manifest);
        let shared = source.owner == Owner::Catalog;
        broken.unless(ships || shared, || format!("{} does not ship", source.path));
    }
    broken.none();
}
