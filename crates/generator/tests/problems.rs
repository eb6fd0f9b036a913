//! What is wrong with a catalog is found, with its place.

mod common;

use common::SMALL;
use generator::{Catalog, Draft};

/// The problems of the small catalog with one text replaced in one file.
fn check(path: &str, from: &str, to: &str, expected: &[&str]) {
    let found: Vec<String> = changed(path, from, to).problems.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

/// The small catalog with one text replaced in one file.
fn changed(path: &str, from: &str, to: &str) -> Catalog {
    let mut files = vec![];
    for (name, text) in SMALL {
        assert!(*name != path || text.contains(from), "the text to replace is in the file");
        files.push((*name, if *name == path { text.replace(from, to) } else { (*text).to_owned() }));
    }
    Catalog::parse(files.iter().map(|(path, text)| (*path, text.as_str())))
}

#[test]
fn a_mark_without_a_component() {
    check("net/new/base.tf", "# if logs", "# if log", &["net/new/base.tf:20:32: `# if log` names no component."]);
}

#[test]
fn a_file_for_each_key_is_a_template_of_a_variable() {
    let problem = |path: &'static str| {
        let catalog = Catalog::parse(SMALL.iter().copied().chain([(path, "text\n")]));
        catalog.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(problem("net/new/notes/[servers]/note.md.tftpl"), "");
    let says = "The path names the variable `server`, which is declared nowhere.";
    assert_eq!(problem("net/new/notes/[server].md.tftpl"), format!("net/new/notes/[server].md.tftpl:1:1: {says}"));
    let says = "A file that ships once for each key of a variable ends in `.tftpl`.";
    assert_eq!(problem("net/new/notes/[servers].md"), format!("net/new/notes/[servers].md:1:1: {says}"));
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
fn a_remedy_that_switches_what_does_not_exist() {
    check(
        "net/subsystem.hcl",
        "set       = { size = 2 }",
        "switch    = [\"log\"]",
        &["net/subsystem.hcl:54:3: `switch` is a list of component ids."],
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
            "app/reader/apps.tf:2:10: `local.name` is declared nowhere in this root module.",
            "app/reader/apps.tf:1:1: `provider.aws` is declared nowhere in this root module.",
            "app/reader/apps.tf:5:1: `provider.helm` is declared nowhere in this root module.",
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

#[test]
fn a_subsystem_without_its_block() {
    let block = "subsystem \"net\" {\n  title   = \"Net\"\n  summary = \"The network.\"\n  hue     = 1\n}\n";
    check("net/subsystem.hcl", block, "", &["net/subsystem.hcl:1:1: `subsystem \"net\"` stands here once."]);
    let net = SMALL.iter().find(|(path, _)| *path == "net/subsystem.hcl").map_or("", |(_, text)| text);
    let catalog = changed("net/subsystem.hcl", net, &net.replace(block, ""));
    let subsystem = |id: &str| catalog.component(id).map(|index| catalog.components[index].subsystem);
    let ids: Vec<&str> = catalog.subsystems.iter().map(|subsystem| subsystem.id.as_str()).collect();
    assert_eq!((ids, subsystem("new"), subsystem("app")), (vec!["net", "app"], Some(0), Some(1)));
    generator::generate(&catalog, &Draft::default());
}

#[test]
fn a_subsystem_that_is_only_named() {
    check(
        "catalog.hcl",
        "\"net\", \"app\"",
        "\"none\", \"net\", \"app\"",
        &["none/subsystem.hcl:1:1: `order` names the subsystem `none`, which has no such file."],
    );
}

#[test]
fn a_subsystem_that_is_not_named_like_its_folder() {
    check(
        "app/subsystem.hcl",
        "subsystem \"app\"",
        "subsystem \"application\"",
        &["app/subsystem.hcl:2:1: A subsystem is named like its folder: `app`, not `application`."],
    );
}

#[test]
fn a_component_that_is_announced_twice() {
    check(
        "app/subsystem.hcl",
        "conflict {",
        "component \"logs\" {\n  title   = \"Logs\"\n  summary = \"Again.\"\n}\n\nconflict {",
        &["app/subsystem.hcl:18:1: Component `logs` is announced a second time."],
    );
}

#[test]
fn an_edge_of_a_kind_that_there_is_not() {
    check(
        "app/subsystem.hcl",
        "conflict {",
        "edge \"e\" {\n  component = \"app\"\n  from      = \"network\"\n  to        = \"network\"\n  kind      = \"love\"\n}\n\nconflict {",
        &["app/subsystem.hcl:22:3: `kind` is one of traffic, data, control, identity."],
    );
}

#[test]
fn a_component_in_two_choices() {
    check(
        "app/subsystem.hcl",
        "conflict {",
        "choice \"other\" {\n  title   = \"Other\"\n  members = [\"app\", \"old\"]\n  default = \"app\"\n}\n\nconflict {",
        &["app/subsystem.hcl:18:1: `old` is a member of the choice `network` already."],
    );
}

#[test]
fn a_choice_may_stand_before_its_members() {
    let net = SMALL.iter().find(|(path, _)| *path == "net/subsystem.hcl").map_or("", |(_, text)| text);
    let choice = &net[net.find("choice").unwrap_or(0)..net.find("node \"network\"").unwrap_or(0)];
    let moved = format!("{choice}{}", net.replace(choice, ""));
    let catalog = changed("net/subsystem.hcl", net, &moved);
    assert_eq!(catalog.problems, vec![]);
    let choice = |id: &str| catalog.component(id).and_then(|index| catalog.components[index].choice);
    assert_eq!((choice("new"), choice("old"), choice("logs")), (Some(0), Some(0), None));
}

#[test]
fn marks_of_two_components_on_the_same_lines() {
    check(
        "net/new/base.tf",
        "resource \"aws_instance\" \"server\" {\n  for_each = var.servers\n",
        "# if logs\nresource \"aws_instance\" \"server\" {\n  for_each = var.servers # if old\n",
        &[
            "net/new/base.tf:25:26: `# if old` marks what `# if logs` marks too; a line or a block stands under one component.",
        ],
    );
    check(
        "net/new/base.tf",
        "resource \"aws_instance\" \"server\" {\n",
        "# if logs\n# if old\nresource \"aws_instance\" \"server\" {\n",
        &[
            "net/new/base.tf:24:1: `# if old` marks what `# if logs` marks too; a line or a block stands under one component.",
        ],
    );
}

#[test]
fn a_local_of_some_members_of_a_choice() {
    let net = SMALL.iter().find(|(path, _)| *path == "net/subsystem.hcl").map_or("", |(_, text)| text);
    let three = net.replace("members = [\"new\", \"old\"]", "members = [\"new\", \"old\", \"logs\"]");
    let found = changed("net/subsystem.hcl", net, &three).problems;
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        ["app/app/base.tf:1:1: `local.network_id` is declared by some members of the choice `network` and not by all.",]
    );
}
