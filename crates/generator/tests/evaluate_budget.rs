//! What a stranger may type: nothing hangs, fills the memory or panics.

use generator::evaluate::{Budget, Empty, Error, Value, evaluate};
use generator::syntax::parse_expression;

fn attempt(text: &str) -> Result<Value, Error> {
    let expression = parse_expression(text).expect("the expression is HCL");
    evaluate(&expression, &Empty, &mut Budget::default())
}

#[track_caller]
fn is_too_much(text: &str) {
    match attempt(text) {
        Ok(_) => panic!("that is too much"),
        Err(error) => assert!(error.fatal && error.message.starts_with("Too much to evaluate"), "{error}"),
    }
}

#[track_caller]
fn is_refused(text: &str) {
    assert!(attempt(text).is_err(), "that is an error");
}

#[test]
fn loops_in_loops_end() {
    let sixty = format!("[{}]", vec!["1"; 60].join(","));
    is_too_much(&format!("[for a in {sixty} : [for b in {sixty} : [for c in {sixty} : [for d in {sixty} : 1]]]]"));
    is_too_much("[for a in range(1024) : [for b in range(1024) : [for c in range(1024) : c]]]");
    is_too_much("\"%{ for a in range(1024) }%{ for b in range(1024) }${b}%{ endfor }%{ endfor }\"");
}

#[test]
fn text_that_grows_ends() {
    let mut doubling = "\"xxxxxxxxxx\"".to_string();
    for _ in 0..30 {
        doubling = format!("join({doubling}, range(100))");
    }
    is_too_much(&doubling);
    is_too_much("format(\"%999999999d\", 1)");
    is_too_much("format(\"%.999999999f\", 1)");
    is_too_much("indent(999999999999, \"a\\nb\")");
    is_too_much(
        "replace(join(\"\", range(1000)), \"/(.*)/\", join(\"\", [for i in range(10) : join(\"\", [for j in range(1000) : \"$1\"])]))",
    );
    is_too_much("replace(join(\"\", range(1000)), \"\", join(\"\", range(1000)))");
    is_too_much(
        "[for x in [join(\",\", range(1000))] : jsonencode([for i in range(1000) : [for j in range(100) : x]])]",
    );
}

#[test]
fn collections_that_grow_end() {
    is_too_much("setproduct(range(1000), range(1000), range(1000))");
    is_too_much("distinct(flatten([for i in range(1024) : range(1024 * i, 1024 * i + 1000)]))");
    is_too_much("setunion([for i in range(1000) : setproduct(range(100), [i])]...)");
    let mut doubling = "[1]".to_string();
    for level in 0..28 {
        doubling = format!("[for x{level} in [{doubling}] : [x{level}, x{level}]]");
    }
    is_too_much(&format!("can({doubling})"));
}

#[test]
fn searches_end() {
    is_too_much("[for i in range(1024) : regexall(\"(a|a)*b\", join(\"\", [for j in range(1000) : \"aaaaaaaaaa\"]))]");
    is_too_much("[for i in range(1000) : contains(range(1000), -1)]");
}

#[test]
fn numbers_stay_finite() {
    is_refused("pow(10, 999999)");
    is_refused("1e308 * 10");
    is_refused("tonumber(\"1e400\")");
    is_refused("parseint(join(\"\", range(300)), 36)");
    is_refused("sum([1e308, 1e308])");
}

#[test]
fn odd_arguments_are_no_panic() {
    for text in [
        "substr(\"abc\", 9, 9e14)",
        "substr(\"abc\", -9e15, 9e15)",
        "element([1], 9e15)",
        "cidrsubnets(\"::/0\", 1, 1)",
        "cidrsubnets(\"255.255.255.255/0\", 32, 1)",
        "cidrhost(\"::/0\", -1)",
        "cidrsubnet(\"::/0\", 128, 5)",
        "cidrsubnet(\"::/128\", 0, 0)",
        "range(0, 1, 1e-300)",
        "range(-1e15, 1e15)",
        "chunklist([], 0)",
        "slice([], 0, 0)",
        "format(\"%[0]s\", 1)",
        "format(\"%[99999999999999999999]s\", 1)",
        "format(\"%é\", 1)",
        "regex(\"(((a{1000}){1000}){1000})\", \"a\")",
        "regex(\"\", \"é\")",
        "replace(\"é\", \"/(?:)/\", \"$0\")",
        "split(\"\", \"\")",
        "base64decode(\"====\")",
        "jsondecode(\"\")",
        "zipmap([], [])",
        "one([])",
        "merge()",
        "coalesce()",
        "concat()",
        "can()",
        "try()",
        "setproduct([], [])",
        "parseint(\"-\", 10)",
    ] {
        drop(attempt(text));
    }
}

/// A browser gives 1 MiB. (The parser takes more without optimization, so it has a larger one here.)
#[test]
fn the_deepest_nesting_that_parses_fits_a_small_stack() {
    on_a_stack(16 << 20, || {
        let mut loops = "1".to_string();
        let mut arms = "1".to_string();
        for _ in 0..30 {
            loops = format!("[for x in [{loops}] : x]");
            arms = format!("(true ? {arms} : 2)");
        }
        let calls = format!("{}1{}", "try([{a=(".repeat(15), ")}])".repeat(15));
        for text in [loops, arms, calls, format!("1{}", " + 1".repeat(127)), "!".repeat(60) + "true"] {
            let expression = parse_expression(&text).expect("the expression is HCL");
            on_a_stack(1 << 20, move || drop(evaluate(&expression, &Empty, &mut Budget::default())));
        }
    });
}

fn on_a_stack(size: usize, run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(size).spawn(run);
    thread.expect("a thread starts").join().expect("the stack suffices");
}
