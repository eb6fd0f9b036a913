//! The locals that drafts are read with: what validations, manifests and templates mention, themselves or through other locals.

use crate::catalog::{Catalog, Local, Located};
use crate::slice::Kind as Block;
use crate::sorted::Map;
use crate::syntax::{Expression, Kind, Step};
use hcl_edit::structure::Body;

/// They are kept by name, each block that declares one, in catalog order.
pub(super) fn locals(catalog: &Catalog, bodies: &[Body]) -> Map<String, Vec<Local>> {
    let mut todo = vec![];
    for located in located(catalog) {
        located.expression.walk(&mut |inner| todo.extend(mentioned(inner)));
    }
    for template in catalog.sources.iter().filter_map(|source| source.template.as_ref()) {
        template.walk(&mut |inner| todo.extend(mentioned(inner)));
    }
    let mut locals = Map::new();
    while let Some(name) = todo.pop() {
        if locals.contains_key(&name) {
            continue;
        }
        let found = named(catalog, bodies, &name);
        for local in &found {
            local.expression.walk(&mut |inner| todo.extend(mentioned(inner)));
        }
        locals.insert(name, found);
    }
    locals.retain(|_, found| !found.is_empty());
    locals
}

/// All expressions that are evaluated for a draft.
fn located(catalog: &Catalog) -> Vec<&Located> {
    let mut all = vec![];
    for validation in catalog.variables.iter().flat_map(|variable| &variable.validations) {
        all.extend([&validation.condition, &validation.error_message]);
    }
    for node in &catalog.nodes {
        all.extend([&node.place, &node.label, &node.detail, &node.for_each, &node.when].into_iter().flatten());
    }
    for edge in &catalog.edges {
        all.extend([&edge.from, &edge.to, &edge.label, &edge.for_each, &edge.when].into_iter().flatten());
    }
    for rule in &catalog.findings {
        all.extend([&rule.when, &rule.says, &rule.remedy, &rule.set].into_iter().flatten());
    }
    for cost in &catalog.costs {
        all.extend([&cost.monthly, &cost.says].into_iter().flatten());
    }
    for preparation in &catalog.preparations {
        all.extend([&preparation.when, &preparation.says].into_iter().flatten());
    }
    all.extend(&catalog.bundle_name);
    all
}

/// The name of the local that an expression is.
fn mentioned(expression: &Expression) -> Option<String> {
    let Kind::Traversal(traversal) = &expression.kind else { return None };
    match (&traversal.from.kind, traversal.steps.first()?) {
        (Kind::Name(root), Step::Attribute(name)) if &**root == "local" => Some(name.to_string()),
        _ => None,
    }
}

fn named(catalog: &Catalog, bodies: &[Body], name: &str) -> Vec<Local> {
    let mut found = vec![];
    for (index, item) in catalog.graph.items.iter().enumerate() {
        if item.kind != Block::Local || item.address.strip_prefix("local.") != Some(name) {
            continue;
        }
        let mut blocks = bodies[item.source].get_blocks("locals");
        if let Some(attribute) = blocks.find_map(|block| block.body.get_attribute(name)) {
            found.push(Local { item: index, expression: (&attribute.value).into() });
        }
    }
    found
}
