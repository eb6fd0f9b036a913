//! Which variables an expression reads, itself or through locals: what is wrong can be mended at each of them.

use super::Scope;
use crate::syntax::{Expression, Kind, Step};

/// Their names, each once, in the order of reading; without that of one which is known.
pub(crate) fn reads(expression: &Expression, scope: &Scope, known: Option<&str>) -> Vec<String> {
    let mut found = vec![];
    follow(expression, scope, &mut vec![], &mut found);
    found.retain(|name| Some(name.as_str()) != known);
    found
}

fn follow<'e>(expression: &'e Expression, scope: &Scope<'e>, locals: &mut Vec<&'e str>, found: &mut Vec<String>) {
    let mut mentioned = vec![];
    expression.walk(&mut |inner| {
        let Kind::Traversal(traversal) = &inner.kind else { return };
        let (Kind::Name(root), Some(Step::Attribute(name))) = (&traversal.from.kind, traversal.steps.first()) else {
            return;
        };
        match &**root {
            "var" if !found.iter().any(|other| **other == **name) => found.push(name.to_string()),
            "local" if !locals.contains(&&**name) => {
                locals.push(name);
                mentioned.extend(scope.local_expression(name));
            }
            _ => {}
        }
    });
    for expression in mentioned {
        follow(expression, scope, locals, found);
    }
}
