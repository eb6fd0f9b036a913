//! What is read off a variable beyond its type, and which parts of a value are refused.

use generator::catalog::Part;
use generator::{Catalog, Draft, generate};
use serde_json::{Value as Json, json};

const VARIABLES: &str = r#"
variable "groups" {
  description = "Groups."
  type = map(object({
    size = optional(number, 3) # Members.
    kind = optional(string, "a")
    marks = optional(list(object({
      effect = string # What it does.
    })), [])
    least = optional(number, 0)
  }))
  default = { one = {} }
  validation {
    condition     = alltrue([for group in values(var.groups) : contains(["a", "b"], group.kind)])
    error_message = "Write a or b."
  }
  validation {
    condition     = alltrue([for group in var.groups : group.size >= 1 && group.size <= 9 && group.size == floor(group.size)])
    error_message = "From 1 to 9."
  }
  validation {
    condition     = alltrue([for group in values(var.groups) : alltrue([for mark in group.marks : contains(["X", "Y"], mark.effect)])])
    error_message = "Write X or Y."
  }
  validation {
    condition     = alltrue([for name in keys(var.groups) : length(name) < 6])
    error_message = "A short name."
  }
  validation {
    condition     = alltrue([for name, group in var.groups : group.least <= group.size])
    error_message = "The least is at most the size."
  }
  validation {
    condition     = length(var.groups) > 0
    error_message = "One at least."
  }
}

variable "number" {
  description = "A number."
  type        = number
  default     = null
  validation {
    condition     = var.number == null ? true : 0 < var.number && var.number == floor(var.number)
    error_message = "A whole number."
  }
}
"#;

fn catalog() -> Catalog {
    let manifest = r#"subsystem "s" {}
component "c" {
  include = "always"
}
field "number" {
  suggests = { "1" = "one" }
  shows    = { double = var.number == null ? null : 2 * var.number }
}
"#;
    let files = [
        ("catalog.hcl", "order = [\"s\"]\n"),
        ("roots/variables.tf", VARIABLES),
        ("roots/infrastructure/terraform.tf", "terraform {}\n\nprovider \"t\" {}\n"),
        ("s/subsystem.hcl", manifest),
        ("s/c/infrastructure.tf", "resource \"t_t\" \"this\" {\n  all = [var.groups, var.number]\n}\n"),
    ];
    let catalog = Catalog::parse(files);
    assert_eq!(catalog.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    catalog
}

fn part(variable: &str, path: &str) -> Part {
    catalog().variable(variable).and_then(|variable| variable.part(path).cloned()).unwrap_or_default()
}

#[test]
fn attributes_keep_their_order_and_their_comments() {
    let catalog = catalog();
    let groups = catalog.variable("groups").expect("it is declared");
    let paths: Vec<&str> = groups.parts.iter().map(|part| part.path.as_str()).collect();
    assert_eq!(paths, ["", "*.size", "*.kind", "*.marks", "*.marks.*.effect", "*.least"]);
    assert_eq!(part("groups", "*.size").description, "Members.");
    assert_eq!(part("groups", "*.kind").description, "");
    assert_eq!(part("groups", "*.marks.*.effect").description, "What it does.");
}

#[test]
fn choices_and_ranges_are_read_off_validations() {
    assert_eq!(part("groups", "*.kind").options, ["a", "b"]);
    assert_eq!(part("groups", "*.marks.*.effect").options, ["X", "Y"]);
    let size = part("groups", "*.size");
    assert_eq!((size.least, size.most, size.is_whole), (Some(1.0), Some(9.0), true));
    let number = part("number", "");
    assert_eq!((number.least, number.most, number.is_whole), (Some(1.0), None, true), "the next whole number above 0");
}

fn check(groups: Json, parts: &[&[&str]]) {
    let draft = Draft { values: [("groups".to_owned(), groups.clone())].into(), ..Draft::default() };
    let findings = generate(&catalog(), &draft).platform.findings;
    assert_eq!(
        findings.first().map(|finding| finding.parts.clone()),
        Some(parts.iter().map(|part| part.iter().map(ToString::to_string).collect()).collect()),
        "{groups}"
    );
}

#[test]
fn only_what_is_wrong_is_named() {
    check(json!({"one": {}, "two": {"kind": "c"}}), &[&["two", "kind"]]);
    check(json!({"one": {"size": 10}, "two": {}}), &[&["one", "size"]]);
    check(json!({"one": {"marks": [{"effect": "X"}, {"effect": "Z"}]}}), &[&["one", "marks", "1", "effect"]]);
    check(json!({"one": {}, "much-too-long": {}}), &[&["much-too-long"]]);
    check(json!({"one": {"least": 5}}), &[&["one", "least"], &["one", "size"]]);
    check(json!({"one": {"size": "many"}}), &[&["one", "size"]]);
    check(json!({}), &[]);
}

#[test]
fn hints_are_evaluated() {
    let catalog = catalog();
    let draft = Draft { values: [("number".to_owned(), json!(4))].into(), ..Draft::default() };
    let platform = generate(&catalog, &draft).platform;
    let known = catalog.hint("number").expect("there is one");
    let pair = |key: &str, value: &str| vec![(key.to_owned(), value.to_owned())];
    assert_eq!(generator::platform::hint(&catalog, &platform, &known.suggests), pair("1", "one"));
    assert_eq!(generator::platform::hint(&catalog, &platform, &known.shows), pair("double", "8"));
}
