//! What holds for every expression and every value.

use generator::evaluate::{Budget, Empty, FUNCTIONS, Field, MappingKind, SequenceKind, Type, Value, convert, evaluate};
use generator::syntax::{Expression, parse_expression};
use proptest::{collection, option, prelude::*, sample, strategy::ValueTree};

fn parse(text: &str) -> Expression {
    parse_expression(text).expect("the text is HCL")
}

fn literal_value(text: &str) -> Value {
    evaluate(&parse(text), &Empty, &mut Budget::default()).expect("a literal has a value")
}

/// Numbers that are short decimals, and all kinds of text.
fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(|number| Value::Number(f64::from(number))),
        any::<i32>().prop_map(|number| Value::Number(f64::from(number) / 1000.0)),
        any::<String>().prop_map(Value::string),
        "[$%{}~\"\\\\a\n\r\t<>&]{0,8}".prop_map(Value::string),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c]", "for|null|true|[a-z-]{1,6}|[$%{} \"\\\\]{0,3}", any::<String>()]
}

/// What a literal can say: tuples and objects.
fn literal() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..5).prop_map(Value::tuple),
            collection::btree_map(name(), inner, 0..5).prop_map(|entries| Value::object(entries.into_iter().collect())),
        ]
    })
}

/// Of every kind, unknown included.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![9 => scalar(), 1 => Just(Value::Unknown)].prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..5).prop_map(Value::tuple),
            collection::vec(inner.clone(), 0..5).prop_map(Value::list),
            collection::vec(inner.clone(), 0..5).prop_map(Value::set),
            collection::btree_map(name(), inner.clone(), 0..5)
                .prop_map(|entries| Value::object(entries.into_iter().collect())),
            collection::btree_map(name(), inner, 0..5).prop_map(|entries| Value::map(entries.into_iter().collect())),
        ]
    })
}

fn ty() -> impl Strategy<Value = Type> {
    let simple = sample::select(vec![Type::Any, Type::String, Type::Number, Type::Bool]);
    simple.prop_recursive(3, 12, 4, |inner| {
        let field = (inner.clone(), any::<bool>(), option::of(value())).prop_map(|(ty, optional, default)| {
            let default = default.filter(|_| optional).and_then(|default| convert(&default, &ty).ok());
            Field { ty, optional, default }
        });
        prop_oneof![
            inner.clone().prop_map(|element| Type::List(Box::new(element))),
            inner.clone().prop_map(|element| Type::Set(Box::new(element))),
            inner.clone().prop_map(|element| Type::Map(Box::new(element))),
            collection::vec(inner, 0..4).prop_map(Type::Tuple),
            collection::btree_map("[a-c]", field, 0..4).prop_map(|fields| Type::Object(fields.into_iter().collect())),
        ]
    })
}

/// Expressions from a small grammar, most of them with errors.
fn expression() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        scalar().prop_map(|value| value.to_hcl(0)),
        sample::select(vec![
            "x",
            "[]",
            "{}",
            "\"10.0.0.0/16\"",
            "-1",
            "0.5",
            "1e15",
            "\"%s %5.2f\"",
            "\"^(a|b)*$\"",
            "\"é\""
        ])
        .prop_map(str::to_string),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let operator = sample::select(vec!["+", "-", "*", "/", "%", "==", "!=", "<", ">=", "&&", "||"]);
        let function = sample::select(FUNCTIONS.to_vec());
        prop_oneof![
            (inner.clone(), operator, inner.clone())
                .prop_map(|(one, operator, other)| format!("({one} {operator} {other})")),
            (function, collection::vec(inner.clone(), 0..4), any::<bool>()).prop_map(
                |(function, arguments, expand)| {
                    let expand = if expand && !arguments.is_empty() { "..." } else { "" };
                    format!("{function}({}{expand})", arguments.join(", "))
                }
            ),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(condition, yes, no)| format!("({condition} ? {yes} : {no})")),
            collection::vec(inner.clone(), 0..4).prop_map(|elements| format!("[{}]", elements.join(", "))),
            (inner.clone(), inner.clone())
                .prop_map(|(one, other)| format!("{{ a = {one}, (try({other}, \"b\")) = {other} }}")),
            (inner.clone(), inner.clone()).prop_map(|(all, each)| format!("[for x in {all} : {each} if x != null]")),
            (inner.clone(), inner.clone()).prop_map(|(all, each)| format!("{{ for k, x in {all} : k => {each}... }}")),
            (inner.clone(), inner.clone()).prop_map(|(one, key)| format!("({one})[{key}]")),
            inner.clone().prop_map(|one| format!("({one})[*].a")),
            inner.clone().prop_map(|one| format!("\"a ${{~ {one} ~}} b%{{ for x in {one} }}${{x}}%{{ endfor }}\"")),
            inner.prop_map(|one| format!("!({one})")),
        ]
    })
}

/// Lists, sets and maps as a literal says them.
fn as_literal(value: &Value) -> Value {
    match value {
        Value::Unknown => Value::Null,
        Value::Sequence(_, elements) => Value::tuple(elements.iter().map(as_literal).collect()),
        Value::Mapping(_, entries) => {
            Value::object(entries.iter().map(|(key, value)| (key.clone(), as_literal(value))).collect())
        }
        scalar => scalar.clone(),
    }
}

fn longest_text(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Sequence(_, elements) => elements.iter().map(longest_text).max().unwrap_or(0),
        Value::Mapping(_, entries) => entries.values().map(longest_text).max().unwrap_or(0),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_expression_panics_or_takes_too_much(text in expression()) {
        if let Ok(expression) = parse_expression(&text) {
            let bytes = 1 << 16;
            if let Ok(value) = evaluate(&expression, &Empty, &mut Budget::new(20_000, bytes)) {
                prop_assert!(longest_text(&value) <= bytes + text.len());
            }
        }
    }

    #[test]
    fn converting_twice_is_converting_once(value in value(), ty in ty()) {
        if let Ok(once) = convert(&value, &ty) {
            prop_assert_eq!(convert(&once, &ty), Ok(once));
        }
    }

    #[test]
    fn hcl_reads_back(value in value(), indent in 0usize..8) {
        prop_assert_eq!(literal_value(&value.to_hcl(indent)), as_literal(&value));
    }

    #[test]
    fn json_reads_back(value in literal()) {
        prop_assert_eq!(Value::from_json(&value.to_json()), value.clone());
        let text = serde_json::to_string(&value.to_json()).expect("JSON is text");
        let decoded = literal_value(&format!("jsondecode({})", Value::string(text).to_hcl(0)));
        prop_assert_eq!(decoded, value);
    }

    #[test]
    fn types_read_back(ty in ty()) {
        let parsed = Type::parse(&parse(&ty.to_string()));
        prop_assert_eq!(parsed.map(|ty| ty.to_string()), Ok(ty.to_string()));
    }
}

#[test]
fn sets_and_maps_have_kinds() {
    let set = Value::set(vec![Value::Number(2.0), Value::Number(1.0), Value::Number(2.0)]);
    assert!(matches!(&set, Value::Sequence(SequenceKind::Set, elements) if elements.len() == 2));
    assert!(matches!(Value::map(generator::sorted::Map::new()), Value::Mapping(MappingKind::Map, _)));
}

/// One file with many values, so that Terraform starts once.
#[test]
#[ignore = "needs terraform"]
fn hcl_is_laid_out_as_terraform_does_it() {
    use std::io::Write;
    let plain = |value: &Value| value.to_hcl(0).is_ascii();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut file = String::new();
    for number in 0..500 {
        let value = literal().prop_filter("columns of other scripts are Unicode's business", plain);
        let value = value.new_tree(&mut runner).expect("a value").current();
        file.push_str(&format!("value_{number} = {}\n\n", value.to_hcl(0)));
    }
    let mut terraform = std::process::Command::new("terraform")
        .args(["fmt", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("terraform starts");
    let mut input = terraform.stdin.take().expect("it reads");
    let written = std::thread::spawn({
        let file = file.clone();
        move || input.write_all(file.as_bytes())
    });
    let output = terraform.wait_with_output().expect("it ends");
    written.join().expect("the file is written").expect("all of it");
    assert_eq!(String::from_utf8_lossy(&output.stdout), file);
}
