//! Every expression that drafts are read with can be evaluated.

use crate::{Broken, CATALOG, drafts, everything_with_examples};
use generator::catalog::Located;
use generator::evaluate::{Budget, Value, evaluate};
use generator::platform::{self, Scope};
use generator::{Draft, generate};

/// The presets, and everything on.
fn whole() -> Vec<Draft> {
    let mut whole: Vec<Draft> = CATALOG.presets.iter().map(Draft::preset).collect();
    whole.extend(everything_with_examples());
    whole
}

#[test]
fn findings_can_be_evaluated() {
    let mut broken = Broken::default();
    for (name, draft) in drafts() {
        for finding in generate(&CATALOG, &draft).platform.findings {
            let says = &finding.says;
            broken.unless(finding.name != "catalog-expression", || format!("{name}: {says}"));
            broken.unless(!says.contains("known after apply"), || format!("{name}: {}: {says}", finding.name));
        }
    }
    broken.none();
}

#[test]
fn templates_can_be_filled_in() {
    let mut broken = Broken::default();
    for draft in whole() {
        for (path, file) in generate(&CATALOG, &draft).bundle.files {
            broken.unless(!file.text.starts_with("The template "), || format!("{path}: {}", file.text.trim_end()));
        }
    }
    broken.none();
}

#[test]
fn costs_labels_and_locals_can_be_evaluated() {
    let mut broken = Broken::default();
    for draft in whole() {
        let platform = platform::resolve(&CATALOG, platform::select(&CATALOG, &draft), &draft);
        let is_in = |component: &usize| platform.selection.is_in(*component);
        let mut scope = Scope::new(&CATALOG, &platform.selection, &platform.settings);
        for cost in CATALOG.costs.iter().filter(|cost| is_in(&cost.component)) {
            for located in [&cost.monthly, &cost.says] {
                check(&scope, located, &mut broken);
            }
        }
        for hint in &CATALOG.hints {
            for located in [&hint.suggests, &hint.shows] {
                check(&scope, located, &mut broken);
            }
        }
        for node in CATALOG.nodes.iter().filter(|node| is_in(&node.component)) {
            check(&scope, &node.when, &mut broken);
            for each in instances(&mut broken, &scope, &node.for_each) {
                scope.set("each", each);
                for located in [&node.place, &node.label, &node.detail] {
                    check(&scope, located, &mut broken);
                }
            }
        }
        for edge in CATALOG.edges.iter().filter(|edge| is_in(&edge.component)) {
            check(&scope, &edge.when, &mut broken);
            for each in instances(&mut broken, &scope, &edge.for_each) {
                scope.set("each", each);
                for located in [&edge.from, &edge.to, &edge.label] {
                    check(&scope, located, &mut broken);
                }
            }
        }
    }
    broken.none();
}

/// What manifests and templates can name; what they do not name may use functions that only Terraform has.
#[test]
fn locals_that_manifests_mention_can_be_evaluated() {
    let mut broken = Broken::default();
    let mentioned: Vec<String> = crate::functions::mentions().into_iter().map(|(_, name)| name).collect();
    for draft in whole() {
        let platform = platform::resolve(&CATALOG, platform::select(&CATALOG, &draft), &draft);
        let scope = Scope::new(&CATALOG, &platform.selection, &platform.settings);
        for (index, (item, kept)) in CATALOG.graph.items.iter().zip(&platform.selection.kept).enumerate() {
            let Some(name) = item.address.strip_prefix("local.").filter(|_| *kept && mentioned.contains(&item.address))
            else {
                continue;
            };
            let path = &CATALOG.sources[item.source].path;
            let declared = CATALOG.locals.get(name).into_iter().flatten();
            let Some(local) = declared.into_iter().find(|local| local.item == index) else {
                broken.0.push(format!("{path}: {} is not in the index", item.address));
                continue;
            };
            let value = evaluate(&local.expression, &scope, &mut Budget::default());
            broken.unless(value.is_ok(), || format!("{path}: {}: {value:?}", item.address));
        }
    }
    broken.none();
}

fn check(scope: &Scope, located: &Option<Located>, broken: &mut Broken) -> Option<Value> {
    let located = located.as_ref()?;
    let result = evaluate(&located.expression, scope, &mut Budget::default());
    result
        .map_err(|error| {
            let (path, text) = (&CATALOG.sources[located.source].path, CATALOG.text_of(located));
            broken.0.push(format!("{path}: {text}: {}", error.message));
        })
        .ok()
}

/// What `each` is, once for each element; one null where there is no `for_each`.
fn instances(broken: &mut Broken, scope: &Scope, for_each: &Option<Located>) -> Vec<Value> {
    if for_each.is_none() {
        return vec![Value::Null];
    }
    let elements = check(scope, for_each, broken).and_then(|collection| collection.elements()).unwrap_or_default();
    let each = |(key, value)| Value::object([("key".to_owned(), key), ("value".to_owned(), value)].into());
    elements.into_iter().map(each).collect()
}

/// `node_groups.*.instance_types.*` is a variable, and a part that its type has.
#[test]
fn hints_are_about_fields_that_there_are() {
    use generator::evaluate::Type;
    let mut broken = Broken::default();
    for hint in &CATALOG.hints {
        let (name, path) = hint.field.split_once('.').unwrap_or((&hint.field, ""));
        let mut ty = CATALOG.variable(name).map(|variable| &variable.ty);
        for step in path.split('.').filter(|step| !step.is_empty()) {
            ty = ty.and_then(|ty| match ty {
                Type::List(inner) | Type::Set(inner) | Type::Map(inner) if step == "*" => Some(&**inner),
                Type::Object(fields) => fields.get(step).map(|field| &field.ty),
                _ => None,
            });
        }
        broken.unless(ty.is_some(), || format!("there is no field {}", hint.field));
    }
    broken.none();
}

#[test]
fn manifests_name_only_what_there_is() {
    use generator::slice::Kind as Block;
    let mut broken = Broken::default();
    for (path, name) in crate::functions::mentions() {
        let known = match name.split_once('.') {
            Some(("var", variable)) => CATALOG.variable(variable).is_some(),
            Some(("local", _)) => {
                CATALOG.graph.items.iter().any(|item| item.kind == Block::Local && item.address == name)
            }
            _ => true,
        };
        broken.unless(known, || format!("{path}: there is no {name}"));
    }
    broken.none();
}
