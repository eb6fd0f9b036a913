//! What is wrong with a catalog is found, with its place.

mod common;

use common::SMALL;
use generator::Catalog;

/// The problems of the small catalog with one text replaced in one file.
fn check(path: &str, from: &str, to: &str, expected: &[&str]) {
    let changed: Vec<(String, String)> = (SMALL.iter())
        .map(|(name, text)| {
            assert!(*name != path || text.contains(from), "the text to replace is in the file");
            ((*name).to_owned(), if *name == path { text.replace(from, to) } else { (*text).to_owned() })
        })
        .collect();
    let catalog = Catalog::parse(changed.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let found: Vec<String> = catalog.problems.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_mark_without_a_component() {
    check("net/new/base.tf", "# if logs", "# if log", &["net/new/base.tf:20:32: `# if log` names no component."]);
}

#[test]
fn a_reference_to_nothing() {
    check(
        "net/logs/base.tf",
        "local.name",
        "local.nam",
        &["net/logs/base.tf:3:10: `local.nam` is declared nowhere in this root module."],
    );
}

#[test]
fn an_attribute_that_manifests_do_not_have() {
    check(
        "app/subsystem.hcl",
        "says    = \"App",
        "say = \"App",
        &["app/subsystem.hcl:20:3: `say` is not read here; known are: between, says."],
    );
}

#[test]
fn a_file_that_does_not_parse() {
    check(
        "roots/apps/shared.tf",
        "provider \"helm\" {}",
        "provider \"helm\" {",
        &[
            "roots/apps/shared.tf:7:3: invalid block body; expected `}`, newline or identifier",
            "app/app/apps.tf:19:10: `local.name` is declared nowhere in this root module.",
            "app/app/apps.tf:18:1: `provider.aws` is declared nowhere in this root module.",
            "app/app/apps.tf:22:1: `provider.helm` is declared nowhere in this root module.",
        ],
    );
}

#[test]
fn a_default_that_does_not_fit_its_type() {
    check(
        "net/new/base.tf",
        "default     = 2",
        "default     = \"two\"",
        &["net/new/base.tf:1:1: The default of `size` does not fit its type: a number is required."],
    );
}

#[test]
fn a_variable_that_is_declared_twice() {
    check(
        "net/logs/base.tf",
        "# Kept for a year.",
        "variable \"size\" {\n  type = number\n}\n",
        &[
            "net/logs/base.tf:1:1: Variable `size` is declared a second time; each is declared once in the whole catalog.",
        ],
    );
}
