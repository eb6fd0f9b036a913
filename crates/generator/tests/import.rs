//! What is brought along: understood as Terraform understands it, and never a danger.

mod common;

use common::small;
use generator::draft::{Imported, MAX_VALUES, import, link};
use generator::evaluate::{Budget, Empty, Value, evaluate};
use generator::{Catalog, Draft, bundle, generate};
use hcl_edit::structure::Body;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::fmt::Write;
use std::sync::LazyLock;

static SMALL: LazyLock<Catalog> = LazyLock::new(small);

fn brought(text: &str) -> Imported {
    import(&SMALL, &Draft::default(), text.as_bytes()).unwrap_or_else(|why| panic!("{why}\n{text}"))
}

/// What a file of values sets, and what is said of the rest.
#[track_caller]
fn check(text: &str, values: Json, says: &[&str]) {
    let imported = brought(text);
    assert_eq!(json!(imported.draft.values), values);
    let found: Vec<String> = imported.findings.iter().map(|finding| finding.says.clone()).collect();
    assert_eq!(found.len(), says.len(), "{found:?}");
    for (found, says) in found.iter().zip(says) {
        assert!(found.contains(says), "{says:?} is not in {found:?}");
    }
}

#[track_caller]
fn refused(bytes: &[u8], says: &str) {
    let why = import(&SMALL, &Draft::default(), bytes).expect_err("nothing is understood");
    assert!(why.contains(says), "{why}");
}

#[test]
fn values_are_read_as_they_are_written() {
    check("name = \"harbor\"\nsize=3 # three\n", json!({"name": "harbor", "size": 3}), &[]);
    check("\u{feff}\r\nname = \"a\"\r\n", json!({"name": "a"}), &[]);
    check("/* none\nof */ size = -1.5e1 // less\n", json!({"size": -15}), &[]);
    check(
        "servers = {\n  one : { kind = \"x\", },\n  \"t-wo\" = {\n    kind = null\n    spare = true }\n}\n",
        json!({"servers": {"one": {"kind": "x"}, "t-wo": {"spare": true}}}),
        &[],
    );
    check("name = <<EOT\nharbor\nEOT\n", json!({"name": "harbor\n"}), &[]);
    check("name = <<-EOT\n    a\n      b\n  EOT\nsize = 4\n", json!({"name": "a\n  b\n", "size": 4}), &[]);
    check(r#"name = "a\n\"\\\u00e9 $${x} %%{y} $5 100%""#, json!({"name": "a\n\"\\é ${x} %{y} $5 100%"}), &[]);
    check("name = \"<img src=x onerror=alert(1)>\"", json!({"name": "<img src=x onerror=alert(1)>"}), &[]);
}

#[test]
fn what_is_no_value_is_said_with_its_place_and_the_rest_goes_on() {
    check("name = var.name\nsize = 3", json!({"size": 3}), &["Line 1, column 8: only plain values"]);
    check("name = \"${upper(\"a\")}\"\nsize = 3", json!({"size": 3}), &["Line 1, column 9: only plain"]);
    check("size = 1 + 2\n", json!({}), &["Line 1, column 10: only plain"]);
    check("size = 1.\n", json!({}), &["Line 1, column 8"]);
    check("servers = { for k in [] : k => k\n}\nsize = 3", json!({"size": 3}), &["Line 1, column 17: expected `=`"]);
    check("variable \"x\" {\n  type = string\n}\nsize = 3", json!({"size": 3}), &["blocks are not read"]);
    check("name = \"a\nsize = 3\n", json!({"size": 3}), &["Line 1, column 10: the text ends"]);
    check("servers = [\nsize = 3\n", json!({}), &["Line 2, column 1: only plain"]);
    check("name = <<EOT\nharbor\n", json!({}), &["Line 1, column 8: the text ends before its closing word"]);
    check("size = 1\nsize = 2", json!({"size": 1}), &["twice"]);
    check("\"size\" = 1", json!({}), &["the name of a variable"]);
    check(&format!("size = {}", "[".repeat(60_000)), json!({}), &["nested too deeply"]);
    check(
        "nmae = 1\ntoken = \"s3cret\"",
        json!({}),
        &["Line 1: This catalog has no variable `nmae`", "Line 2: `token` is a secret"],
    );
    assert_eq!(brought("nmae = 1").findings[0].remedy.as_deref(), Some("Did you mean `name`?"));
    assert_eq!(brought("hello there").says, "No value was understood.");
    assert_eq!(brought(&"x\n".repeat(9000)).findings.len(), 41);
}

#[test]
fn values_join_the_draft_and_all_else_is_one_of_its_own() {
    let before = common::draft(json!({"components": {"logs": false}, "values": {"size": 3}}));
    let joined = import(&SMALL, &before, b"name = \"harbor\"").unwrap();
    assert!(joined.is_values && !joined.draft.components.is_empty());
    let json = import(&SMALL, &before, br#"{"name": "harbor", "token": "s3cret"}"#).unwrap();
    assert_eq!((&json.draft, json.findings.len()), (&joined.draft, 1));
    let other = import(&SMALL, &before, br#"{"components": {"app": true}, "values": {"token": "s3cret"}}"#).unwrap();
    assert_eq!(other.draft, common::draft(json!({"components": {"app": true}})));
    assert_eq!(other.findings[0].name, "secret-in-draft");
}

#[test]
fn a_bundle_its_configuration_and_a_link_are_the_same_draft() {
    let draft = common::draft(json!({"components": {"logs": false}, "values": {"size": 3, "name": "harbor"}}));
    let bundle = generate(&SMALL, &draft).bundle;
    let configuration = bundle.files["configuration.json"].text.clone();
    for bytes in
        [bundle::zip(&bundle), configuration.into_bytes(), format!("https://x.example/#{}", link(&draft)).into_bytes()]
    {
        let imported = import(&SMALL, &Draft::default(), &bytes).unwrap();
        assert_eq!((&imported.draft, imported.findings.len()), (&draft, 0), "{}", imported.says);
    }
}

#[test]
fn what_cannot_be_understood_says_why() {
    refused(b"", "nothing in it");
    refused(b" \n", "nothing in it");
    refused(b"\xff\xfe", "neither a zip nor a text");
    refused(b"PK\x03\x04", "damaged or incomplete");
    refused(&vec![b' '; 1_100_000], "at most 1 MB");
    refused(&vec![b'#'; MAX_VALUES + 1], "at most 64 KB");
    refused(b"[]", "A draft is a JSON object.");
    refused(b"{\n\"a\" 1", "line 2, column 5");
    refused(b"{\"colour\": 1}", "A draft has no `colour`");
    refused(b"#1:AAAA", "damaged or was cut off");
}

/// Values of the shapes that HCL has.
fn value() -> impl Strategy<Value = Json> {
    let text = prop_oneof!["[ -~]{0,8}", "[$%{}\"\\\\]{0,5}", any::<String>()];
    let number = prop_oneof![
        any::<i32>().prop_map(Json::from),
        any::<i32>().prop_map(|number| Json::from(f64::from(number) / 64.0))
    ];
    let leaf = prop_oneof![Just(Json::Null), any::<bool>().prop_map(Json::from), number, text.prop_map(Json::from)];
    leaf.prop_recursive(4, 30, 5, |inner| {
        let entries = prop::collection::btree_map("[ -~]{1,6}", inner.clone(), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Json::from),
            entries.prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// What a parser of all of HCL makes of a file of values; none if something in it is wrong, or no value.
fn reference(text: &str) -> Option<Vec<(String, Json)>> {
    let body: Body = text.parse().ok()?;
    let mut values = vec![];
    for structure in body.iter() {
        let attribute = structure.as_attribute()?;
        let value = evaluate(&(&attribute.value).into(), &Empty, &mut Budget::default()).ok()?;
        values.push((attribute.key.as_str().to_owned(), value.to_json()));
    }
    Some(values)
}

fn ours(text: &str) -> Option<Vec<(String, Json)>> {
    let found = generator::draft::literals(text);
    let values = found.values.into_iter().map(|(name, value, _)| (name, value)).collect();
    found.troubles.is_empty().then_some(values)
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_hcl_reads_it(values in prop::collection::vec(value(), 0..5)) {
        let (mut own, mut theirs) = (String::new(), hcl::Map::new());
        for (at, value) in values.iter().enumerate() {
            writeln!(own, "v{at} = {}", Value::from_json(value).to_hcl(0)).unwrap();
            theirs.insert(format!("v{at}"), value);
        }
        let read = ours(&own);
        prop_assert_eq!(&read, &reference(&own), "{}", own);
        prop_assert_eq!(read.map(|read| read.len()), Some(values.len()));
        let theirs = hcl::to_string(&theirs).unwrap();
        if let Some(read) = ours(&theirs) {
            prop_assert_eq!(Some(read), reference(&theirs), "{}", theirs);
        }
    }

    #[test]
    fn what_is_read_is_what_hcl_reads(text in r#"(a|b-c| = |=|:|,|\n|"[a$%{}\\n]{0,4}"|[0-9.eE+-]{1,4}|\[|\]|\{|\}| |#|//|/\*|\*/|<<-?E\n( a\n|b\n)?\s?E\n|null|true|x ? y){0,14}"#) {
        if let Some(read) = ours(&text) {
            prop_assert_eq!(Some(read), reference(&text), "{}", text);
        }
    }

    #[test]
    fn plain_values_are_not_taken_for_expressions(value in value(), text in "[a-z\n=\\[\\]{},:\"# 1.-]{0,30}") {
        let text = format!("{text}\na = {}\n", Value::from_json(&value).to_hcl(0));
        if let Some(read) = reference(&text) {
            let is_folded = read.iter().any(|(_, value)| *value == json!("no literal"));
            prop_assert!(is_folded || ours(&text).is_some() || text.contains("- ") || text.contains("--"), "{}", text);
        }
    }

    #[test]
    fn no_bytes_do_harm(bytes in any::<Vec<u8>>(), text in any::<String>(), line in "[a-z =\"{}\\[\\]$\\\\<\n/*#é]{0,60}") {
        for bytes in [&bytes[..], text.as_bytes(), line.as_bytes(), &[b"PK", &bytes[..]].concat()] {
            let before = common::draft(json!({"values": {"size": 3}}));
            if let Ok(imported) = import(&SMALL, &before, bytes) {
                prop_assert!(imported.findings.len() <= 41);
            }
        }
    }
}
