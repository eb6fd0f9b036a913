//! Types, conversions and whole-file templates, in Terraform's words.

use generator::evaluate::{Budget, Empty, Type, Value, convert, evaluate, render};
use generator::syntax::{parse_expression, parse_template};

fn ty(text: &str) -> Type {
    Type::parse(&parse_expression(text).expect("the type is HCL")).expect("the type is one")
}

fn value(text: &str) -> Value {
    let expression = parse_expression(text).expect("the value is HCL");
    evaluate(&expression, &Empty, &mut Budget::default()).expect("the value is one")
}

#[track_caller]
fn converts(from: &str, to: &str, expected: &str) {
    assert_eq!(convert(&value(from), &ty(to)).map(|value| value.display()), Ok(expected.to_string()));
}

#[track_caller]
fn does_not_convert(from: &str, to: &str, expected: &str) {
    assert_eq!(convert(&value(from), &ty(to)).map_err(|error| error.to_string()), Err(expected.to_string()));
}

#[track_caller]
fn is_no_type(text: &str, expected: &str) {
    let error = Type::parse(&parse_expression(text).expect("the type is HCL")).expect_err("that is no type");
    assert!(error.message.contains(expected), "{}", error.message);
    assert!(error.span.is_some());
}

#[track_caller]
fn renders(template: &str, expected: &str) {
    let parsed = parse_template(template).expect("the template is HCL");
    assert_eq!(render(&parsed, &Empty, &mut Budget::default()), Ok(Value::string(expected)));
}

const POOLS: &str =
    "map(object({ size = optional(number, 3), disk = optional(object({ gb = optional(number, 50) }), {}) }))";

#[test]
fn optional_attributes_take_their_defaults_at_every_depth() {
    converts("{ a = {} }", POOLS, r#"{"a":{"disk":{"gb":50},"size":3}}"#);
    converts("{ a = { size = null, disk = { gb = \"7\" } } }", POOLS, r#"{"a":{"disk":{"gb":7},"size":3}}"#);
    converts("{}", "object({ a = optional(string) })", r#"{"a":null}"#);
}

#[test]
fn unknown_attributes_are_dropped() {
    converts("{ a = 1, b = 2 }", "object({ a = string })", r#"{"a":"1"}"#);
}

#[test]
fn elements_agree_on_what_any_is() {
    converts("[1, \"a\", null]", "list(any)", r#"["1","a",null]"#);
    converts("{ a = [1], b = [\"x\", \"y\"] }", "map(any)", r#"{"a":["1"],"b":["x","y"]}"#);
    converts("[{ a = 1 }, { a = \"x\" }]", "list(object({ a = any }))", r#"[{"a":"1"},{"a":"x"}]"#);
    does_not_convert("[1, []]", "list(any)", "all list elements must have the same type");
}

#[test]
fn null_and_unknown_fit_every_type() {
    assert_eq!(convert(&Value::Null, &ty("number")), Ok(Value::Null));
    assert_eq!(convert(&Value::Unknown, &ty("list(string)")), Ok(Value::Unknown));
}

#[test]
fn a_set_with_an_unknown_element_is_unknown() {
    assert_eq!(Value::set(vec![Value::Unknown, Value::Null]), Value::Unknown);
    assert_eq!(convert(&Value::tuple(vec![Value::Unknown]), &ty("set(string)")), Ok(Value::Unknown));
}

#[test]
fn an_error_says_which_part() {
    does_not_convert("{ web = { disk = { gb = \"x\" } } }", POOLS, "[\"web\"].disk.gb: a number is required");
    does_not_convert("[1, \"x\"]", "set(number)", "[1]: a number is required");
    does_not_convert("\"yes\"", "bool", "a bool is required");
    does_not_convert("5", "bool", "bool required");
    does_not_convert("\"x\"", "list(string)", "list of string required");
    does_not_convert("[1]", "tuple([number, number])", "tuple required");
    does_not_convert("{}", "object({ a = string })", "attribute \"a\" is required");
    does_not_convert("{}", "object({ a = any, b = any, c = any })", "attributes \"a\", \"b\" and \"c\" are required");
}

#[test]
fn types_are_written_as_they_are_read() {
    for text in [
        "any",
        "list(string)",
        "set(bool)",
        "tuple([string, number])",
        "object({})",
        "map(object({ disk = optional(object({ gb = optional(number, 50) }), {}), types = optional(list(string), [\"m7i.large\"]) }))",
        "object({ a = optional(any) })",
    ] {
        assert_eq!(ty(text).to_string(), text);
    }
    assert_eq!(ty("list"), ty("list(any)"));
}

#[test]
fn what_is_no_type_says_why() {
    is_no_type("text", "The keyword \"text\" is not a valid type specification.");
    is_no_type("list(string, number)", "The list type constructor requires one argument.");
    is_no_type("object([string])", "Object type constructor requires a map");
    is_no_type("optional(string)", "valid only as a modifier");
    is_no_type("[string]", "A type specification is either a primitive type keyword");
    is_no_type(
        "object({ a = optional(number, \"x\") })",
        "not compatible with the attribute's type constraint: a number is required.",
    );
    is_no_type("object({ a = optional(number, var.x) })", "Reference to undeclared input variable");
}

/// What `templatefile` makes of the same files.
#[test]
fn a_file_is_a_template() {
    renders(
        "a\n\n  ${~ \"x\" ~}\n\n  b\n%{ for i in [1,2] ~}\n  - ${i}\n%{ endfor ~}\n   end $${x} %%{y} \\n\n",
        "a\n\nx\n  b\n  - 1\n  - 2\n   end ${x} %{y} \\n\n",
    );
    renders("a  \n${~ \"x\" ~}  b", "axb");
    renders("%{ if true ~}\n\n  yes\n%{ else ~}\nno\n%{ endif ~}\nend", "\n  yes\nend");
    renders("${5}", "5");
}
