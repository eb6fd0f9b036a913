//! The evaluator against what `terraform console` 1.11.4 printed for the same expressions.

use std::{collections::BTreeMap, path::PathBuf, process::Command};

use generator::evaluate::{Budget, Empty, Scope, Type, Value, convert, evaluate};
use generator::syntax::{Expression, parse_expression};
use hcl_edit::structure::Body;

/// What differs from Terraform, and why. Whatever can be unknown at plan anyway is unknown rather than wrong.
const DIFFERENT: &[(&str, &[&str])] = &[
    (
        "numbers have 53 bits, Terraform's have 512",
        &[
            "1 / 3",
            "123456789012345678901234567890",
            "parseint(\"99999999999999999999\", 10)",
            "format(\"%.2f%%\", 12.345)",
        ],
    ),
    ("15 digits, where Terraform's logarithms and powers have 17", &["pow(2, 0.5)"]),
    (
        "an error at once; Terraform goes on with infinity",
        &["1 / 0", "1 / 0 > 5", "tonumber(\"Inf\")", "log(0, 2)", "jsondecode(\"1e400\")"],
    ),
    ("no clock: unknown", &["timestamp() == \"\""]),
    ("not evaluated, as no catalog needs it: unknown", &["md5(\"x\")", "issensitive(var.name)"]),
    ("exists in the console only: here there is no such function", &["type(var.pools)"]),
    (
        "regex-lite cannot read it, and it may be good for Terraform: unknown",
        &["regex(\"[\", \"b\")", "regex(\"\\\\pL+\", \"12é\")", "regex(\"a{,2}\", \"aa{,2}\")"],
    ),
    ("regex-lite reads it as `a*`", &["regex(\"a**\", \"b\")"]),
    ("what a reader sees as one character takes Unicode's tables: unknown", &["length(\"👨‍👩‍👧é\")"]),
    (
        "null has no type here; for a null of a type Terraform says the same",
        &[
            "format(\"%s\", null)",
            "format(\"%v\", null)",
            "format(\"%d\", null)",
            "formatlist(\"%s-%s\", [\"a\", \"b\"], null)",
        ],
    ),
    (
        "exponents are not written: unknown",
        &["format(\"%e\", 12345.678)", "format(\"%g\", 12345.678)", "format(\"%g\", 1e30)"],
    ),
    (
        "Terraform gives a network outside of the one given: unknown",
        &["cidrsubnet(\"10.0.0.0/16\", -1, 0)", "cidrsubnet(\"10.0.0.0/8\", 8, -1)"],
    ),
    ("Terraform loses the host", &["cidrhost(\"::ffff:10.0.0.0/120\", 1)"]),
    ("the JSON parser's own words", &["jsondecode(\"x\")", "jsondecode(\"[1] x\")"]),
    ("keys of several lines: unknown", &["yamlencode({ \"a\\nb\" = 1, \"\" = 2 })"]),
    ("an empty set has no type here", &["setsubtract([\"a\"], [\"a\"]) == toset([])"]),
];

#[test]
fn expressions_agree_with_terraform() {
    let (expressions, expected) = corpus();
    let body = main_tf();
    let module = Module::of(&body);
    let mut wrong = Vec::new();
    for different in DIFFERENT.iter().flat_map(|(_, different)| different.iter()) {
        assert!(expressions.iter().any(|expression| expression == different), "not in the corpus: {different}");
    }
    for (expression, expected) in expressions.iter().zip(&expected) {
        let agrees = agrees(&answer(expression, &module), expected);
        let listed = DIFFERENT.iter().find(|(_, different)| different.contains(&expression.as_str()));
        match (agrees, listed) {
            (true, None) | (false, Some(_)) => {}
            (true, Some((reason, _))) => {
                wrong.push(format!("{expression}\n  agrees now, so this is no reason: {reason}"))
            }
            (false, None) => {
                let answer = answer(expression, &module);
                wrong.push(format!("{expression}\n  Terraform {expected}\n  here      {answer}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), expressions.len(), wrong.join("\n"));
}

/// Asks the real Terraform again. With `EXPECTED=write` its answers replace the file's.
#[test]
#[ignore = "needs terraform"]
fn expected_answers_are_terraforms() {
    let (expressions, expected) = corpus();
    let answers: Vec<_> = expressions.iter().map(|expression| terraform(expression)).collect();
    if std::env::var_os("EXPECTED").is_some_and(|what| what == "write") {
        std::fs::write(folder().join("expected.txt"), answers.join("\n") + "\n").expect("the answers can be written");
        return;
    }
    for ((expression, expected), answer) in expressions.iter().zip(&expected).zip(&answers) {
        assert_eq!(answer, expected, "{expression}");
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/expressions")
}

/// One expression per line, and one answer per line: `OK` with the JSON as the console prints it, `UNKNOWN`, or `ERR`
/// with the message.
fn corpus() -> (Vec<String>, Vec<String>) {
    let lines = |name: &str| -> Vec<String> {
        let text = std::fs::read_to_string(folder().join(name)).expect("the corpus is there");
        text.lines().map(str::to_string).collect()
    };
    (lines("expressions.txt"), lines("expected.txt"))
}

fn main_tf() -> Body {
    let text = std::fs::read_to_string(folder().join("main.tf")).expect("the module is there");
    text.parse().expect("the module is HCL")
}

fn answer(expression: &str, module: &Module) -> String {
    let expression = format!("jsonencode({expression})");
    let parsed = match parse_expression(&expression) {
        Ok(parsed) => parsed,
        Err(error) => return format!("ERR\t{error}"),
    };
    match evaluate(&parsed, module, &mut Budget::default()) {
        Ok(Value::Unknown) => "UNKNOWN".to_string(),
        Ok(value) => format!("OK\t{}", value.display()),
        Err(error) => format!("ERR\t{}", error.message),
    }
}

/// Errors agree if Terraform's text has our summary and our detail.
fn agrees(answer: &str, expected: &str) -> bool {
    match (answer.split_once('\t'), expected.split_once('\t')) {
        (Some(("ERR", ours)), Some(("ERR", theirs))) => {
            let (summary, detail) = ours.split_once(": ").unwrap_or((ours, ""));
            theirs.contains(summary) && theirs.contains(detail)
        }
        (Some(("OK", ours)), Some(("OK", theirs))) => {
            serde_json::from_str(theirs).is_ok_and(|theirs: String| ours == theirs)
        }
        _ => answer == expected,
    }
}

/// What `terraform console` says, without colours and frames.
fn terraform(expression: &str) -> String {
    use std::io::Write;
    let mut console = Command::new("terraform")
        .arg(format!("-chdir={}", folder().display()))
        .arg("console")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("terraform starts");
    let mut input = console.stdin.take().expect("the console reads");
    writeln!(input, "jsonencode({expression})").expect("the console reads");
    drop(input);
    let output = console.wait_with_output().expect("the console ends");
    let problem = plain(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    match (problem.find("Error: "), plain(&output.stdout).trim_end()) {
        (Some(start), _) => format!("ERR\t{}", problem.get(start..).unwrap_or_default()),
        (None, "(known after apply)") => "UNKNOWN".to_string(),
        (None, printed) => format!("OK\t{printed}"),
    }
}

fn plain(output: &[u8]) -> String {
    let mut text = String::new();
    let mut characters = String::from_utf8_lossy(output).into_owned().chars().collect::<Vec<_>>().into_iter();
    while let Some(character) = characters.next() {
        match character {
            '\u{1b}' => drop(characters.find(char::is_ascii_alphabetic)),
            '│' | '╷' | '╵' => text.push(' '),
            _ => text.push(character),
        }
    }
    text
}

/// A root module: variables with their defaults, and locals, evaluated when asked for.
struct Module {
    variables: BTreeMap<String, Value>,
    locals: BTreeMap<String, Expression>,
    resources: Vec<String>,
}

impl Module {
    fn of(body: &Body) -> Module {
        let mut module = Module { variables: BTreeMap::new(), locals: BTreeMap::new(), resources: Vec::new() };
        for block in body.blocks() {
            let label = block.labels.first().map(|label| label.as_str().to_string()).unwrap_or_default();
            match block.ident.as_str() {
                "variable" => {
                    let attribute =
                        |name| Expression::from(&block.body.get_attribute(name).expect("type and default").value);
                    let ty = Type::parse(&attribute("type")).expect("a type");
                    let default = evaluate(&attribute("default"), &Empty, &mut Budget::default()).expect("a value");
                    module.variables.insert(label, convert(&default, &ty).expect("a value of the type"));
                }
                "locals" => {
                    for attribute in block.body.attributes() {
                        module.locals.insert(attribute.key.to_string(), (&attribute.value).into());
                    }
                }
                "resource" => module.resources.push(label),
                _ => {}
            }
        }
        module
    }
}

impl Scope for Module {
    fn variable(&self, name: &str) -> Option<Value> {
        self.variables.get(name).cloned()
    }

    fn local(&self, name: &str) -> Option<Value> {
        self.locals.get(name).map(|expression| evaluate(expression, self, &mut Budget::default()).unwrap_or_default())
    }

    fn other(&self, root: &str) -> Option<Value> {
        self.resources.iter().any(|resource| resource == root).then_some(Value::Unknown)
    }
}
