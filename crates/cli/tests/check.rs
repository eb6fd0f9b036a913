//! `check`: findings as text and as JSON, and the exit status.

mod common;

use common::Place;
use serde_json::Value as Json;

#[test]
fn questions_and_warnings_are_no_errors() {
    for preset in ["default", "minimal"] {
        let run = Place::new().run(&["check", "--preset", preset]);
        assert_eq!(run.code, Some(0), "{}", run.stdout);
        assert!(!run.stdout.contains("catalog-expression"), "{}", run.stdout);
    }
}

#[test]
fn an_error_names_the_variable_and_itself() {
    let run = Place::new().line("check --set aws_region=Frankfurt");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.starts_with("error: aws_region: ") && run.stdout.contains("[value-refused]"), "{}", run.stdout);
}

#[test]
fn json_says_the_same() {
    let run = Place::new().line("check --set aws_region=Frankfurt --format json");
    assert_eq!(run.code, Some(1));
    let answer: Json = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(answer["valid"], false);
    assert_eq!(answer["findings"][0]["severity"], "error");
    assert_eq!(answer["findings"][0]["field"], "aws_region");
    let answer: Json = serde_json::from_str(&Place::new().line("check --format json").stdout).unwrap();
    assert_eq!(answer["valid"], true);
}

#[test]
fn quiet_leaves_the_errors() {
    let run = Place::new().line("check --set aws_region=Frankfurt --quiet");
    assert_eq!(run.stdout.matches("error: ").count(), 1);
    assert!(!run.stdout.contains("question: "), "{}", run.stdout);
    assert_eq!(Place::new().line("check -q").prints("").stdout, "");
}
