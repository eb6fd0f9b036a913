//! Drafts made from what a catalog says of itself, with junk mixed in.

use generator::catalog::Variable;
use generator::evaluate::Type;
use generator::{Catalog, Draft};
use proptest::collection::{btree_map, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Names and texts as somebody would choose them who wishes us no good.
fn text() -> BoxedStrategy<String> {
    let hostile = [
        "",
        " ",
        "..",
        "../../etc/passwd",
        "/",
        "C:\\",
        "a/b",
        "con",
        "\0",
        "\u{feff}",
        "\u{202e}",
        "${var.x}",
        "%{ if true }",
        "$${x}",
        "\"",
        "'",
        "\\",
        "\n",
        "\r\n",
        "EOT",
        "<script>",
        "]]>",
        "&amp;",
        "#",
        "//",
        "/*",
        "é",
        "🚢",
        "null",
        "true",
        "-1",
        "1e400",
        "10.0.",
        "10.0.0.0/16",
        "999.0.0.0/99",
        "arn:aws:iam::111122223333:role/x",
    ];
    prop_oneof![
        4 => select(hostile.to_vec()).prop_map(str::to_owned),
        2 => "[a-z][a-z0-9-]{0,12}",
        1 => any::<String>(),
        1 => "[a-z]{300}",
    ]
    .boxed()
}

/// As people write them, and any other finite one.
fn decimal() -> impl Strategy<Value = Json> {
    prop_oneof![
        any::<i32>().prop_map(|number| Json::from(f64::from(number) / 1000.0)),
        any::<f64>().prop_filter("it is finite", |number| number.is_finite()).prop_map(Json::from),
    ]
}

/// JSON of any shape.
pub fn hostile() -> BoxedStrategy<Json> {
    let key = prop_oneof![
        select(vec!["draft", "values", "components", "choices", "acknowledged"]).prop_map(str::to_owned),
        text()
    ];
    let scalar = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        decimal(),
        text().prop_map(Json::from),
    ];
    let nested = scalar.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![vec(inner.clone(), 0..6).prop_map(Json::from), object(btree_map(key.clone(), inner, 0..6))]
    });
    nested.boxed()
}

fn object(entries: impl Strategy<Value = BTreeMap<String, Json>> + 'static) -> BoxedStrategy<Json> {
    entries.prop_map(|entries| Json::Object(entries.into_iter().collect::<Map<_, _>>())).boxed()
}

/// A value of a type, or what half-typed ones look like.
fn of_type(ty: &Type) -> BoxedStrategy<Json> {
    match ty {
        Type::Any => hostile(),
        Type::String => text().prop_map(Json::from).boxed(),
        Type::Number => prop_oneof![
            (-5i64..70_000).prop_map(Json::from),
            decimal(),
            select(vec!["3", "3.", "-", "1e3", "three", ""]).prop_map(Json::from),
        ]
        .boxed(),
        Type::Bool => {
            prop_oneof![any::<bool>().prop_map(Json::from), select(vec!["true", "yes", ""]).prop_map(Json::from)]
                .boxed()
        }
        Type::List(element) | Type::Set(element) => vec(of_type(element), 0..4).prop_map(Json::from).boxed(),
        Type::Map(element) => object(btree_map(text(), of_type(element), 0..4)),
        Type::Tuple(elements) => elements.iter().map(of_type).collect::<Vec<_>>().prop_map(Json::from).boxed(),
        Type::Object(fields) => {
            let mut entries: Vec<BoxedStrategy<Option<(String, Json)>>> = vec![];
            for (name, field) in fields {
                let name = name.clone();
                let value = weighted(0.8, of_type(&field.ty));
                entries.push(value.prop_map(move |value| Some((name.clone(), value?))).boxed());
            }
            entries.push(weighted(0.1, (text(), hostile())).boxed());
            entries.prop_map(|entries| Json::Object(entries.into_iter().flatten().collect())).boxed()
        }
    }
}

/// A value that a form would offer, mostly; one of the type, or junk.
fn value(catalog: &Catalog, variable: &Variable) -> BoxedStrategy<Json> {
    let mut known: Vec<Json> = variable.options.iter().flatten().map(|option| json!(option)).collect();
    known.extend(variable.default.iter().map(|default| default.to_json()));
    known.extend(catalog.examples.get(&variable.name).map(|example| example.to_json()));
    if known.is_empty() {
        known.push(Json::Null);
    }
    prop_oneof![3 => select(known), 5 => of_type(&variable.ty), 1 => hostile()].boxed()
}

fn ids(catalog: &Catalog) -> BoxedStrategy<String> {
    let known: Vec<String> = catalog.components.iter().map(|component| component.id.clone()).collect();
    prop_oneof![9 => select(known), 1 => text()].boxed()
}

/// Any draft.
pub fn draft(catalog: &'static Catalog) -> BoxedStrategy<Draft> {
    let choices: Vec<String> = catalog.choices.iter().map(|choice| choice.id.clone()).collect();
    let choice = prop_oneof![9 => select(choices), 1 => text()];
    let values: Vec<BoxedStrategy<Option<(String, Json)>>> = (catalog.variables.iter())
        .map(|variable| {
            let name = variable.name.clone();
            weighted(0.3, value(catalog, variable)).prop_map(move |value| Some((name.clone(), value?))).boxed()
        })
        .collect();
    (
        btree_map(ids(catalog), any::<bool>(), 0..8),
        btree_map(choice, ids(catalog), 0..3),
        values,
        btree_map(text(), hostile(), 0..2),
        proptest::collection::btree_set(ids(catalog), 0..3),
    )
        .prop_map(|(components, choices, values, junk, acknowledged)| {
            let mut draft = Draft {
                components: components.into_iter().collect(),
                choices: choices.into_iter().collect(),
                values: junk.into_iter().collect(),
                acknowledged: acknowledged.into_iter().collect(),
            };
            draft.values.extend(values.into_iter().flatten());
            draft
        })
        .boxed()
}

/// A draft whose values are all accepted one by one, so that much ends up in the bundle.
pub fn sensible(catalog: &'static Catalog) -> BoxedStrategy<Draft> {
    draft(catalog)
        .prop_map(|mut draft| {
            let findings = generator::generate(catalog, &draft).platform.findings;
            for finding in findings.iter().filter(|finding| finding.name == "value-refused") {
                draft.values.remove(finding.field.as_deref().unwrap_or_default());
            }
            draft
        })
        .boxed()
}
