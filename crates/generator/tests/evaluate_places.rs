//! Errors say where in the text they are, however deep.

use generator::evaluate::{Budget, Empty, Type, evaluate, render};
use generator::syntax::{parse_expression, parse_template};

#[track_caller]
fn check(text: &str, place: &str) {
    let error = evaluate(&parse_expression(text).expect("it is HCL"), &Empty, &mut Budget::default());
    let span = error.expect_err("it is wrong").span.expect("it has a place");
    assert_eq!(&text[span], place);
}

#[test]
fn of_expressions() {
    check("x.y", "x.y");
    check("[1, { a = [upper(x.y)] }]", "x.y");
    check("upper(1, [for a in [1] : (a + x.y)])", "x.y");
    check("1 + (true ? [x.y] : [])", "x.y");
    check("{ (x.y) = 1 }", "(x.y)");
    check("[[1]][x.y]", "x.y");
    check("[1][5]", "5");
    check("(1 + (\"a\"))", "(\"a\")");
    check("upper([\"é\", [1]][1])", "[\"é\", [1]][1]");
    check("abs(\"x\")", "\"x\"");
    check("{ for k, v in { a = 1 } : k => v if x.y }", "x.y");
    check("!(null)", "(null)");
}

#[test]
fn of_templates() {
    check("[\"a ${ [x.y] } b\"]", "x.y");
    check("[\"${ [x.y] }\"]", "x.y");
    check("[(\"${ [x.y] }\")]", "x.y");
    check("[<<-EOT\n  a\n  %{ for a in [1] }\n    %{ if a == 1 }${x.y}%{ endif }\n  %{ endfor }\n  EOT\n]", "x.y");
    let text = "a\n%{ if true ~}\n ${upper(x.y)}\n%{ endif }";
    let error = render(&parse_template(text).expect("it is HCL"), &Empty, &mut Budget::default());
    assert_eq!(&text[error.expect_err("it is wrong").span.expect("it has a place")], "x.y");
}

#[test]
fn of_types() {
    for (text, place) in [
        ("text", "text"),
        ("list(map(text))", "text"),
        ("tuple([string, list(text)])", "text"),
        ("object({ a = string, b = optional(list(text)) })", "text"),
        ("object({ b = optional(number, [x.y]) })", "x.y"),
        ("object({ b = optional(number, \"x\") })", "\"x\""),
        ("object({ b = object({ c = optional() }) })", "optional()"),
    ] {
        let error = Type::parse(&parse_expression(text).expect("it is HCL")).expect_err("it is no type");
        assert_eq!(&text[error.span.expect("it has a place")], place);
    }
}
