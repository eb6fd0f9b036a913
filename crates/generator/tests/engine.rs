//! The engine on a small catalog: what a draft selects, what it makes of values, and which text is left.

mod common;

use common::{SMALL, draft, outcome, small};
use generator::{Catalog, Draft, Finding, Severity, generate};
use serde_json::{Value as Json, json};

/// The findings of a draft, each as `severity name: says`.
fn check_findings(json: Json, expected: &[&str]) {
    let found: Vec<String> = (outcome(json).platform.findings.iter())
        .map(|finding| format!("{} {}: {}", finding.severity.as_str(), finding.name, finding.says))
        .collect();
    assert_eq!(found, expected);
}

/// The components that are in, each with its reason.
fn check_components(json: Json, expected: &[&str]) {
    let catalog = small();
    let platform = generate(&catalog, &draft(json)).platform;
    let found: Vec<String> = (platform.selection.components())
        .map(|index| {
            format!(
                "{}: {}",
                catalog.components[index].id,
                generator::platform::why(&catalog, &platform.selection, index)
            )
        })
        .collect();
    assert_eq!(found, expected);
}

fn file(json: Json, path: &str) -> String {
    outcome(json).bundle.files.get(path).map_or_else(|| format!("no {path}"), |file| file.text.clone())
}

#[test]
fn the_small_catalog_has_no_problems() {
    let problems: Vec<String> = small().problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn defaults_are_in_with_their_reason() {
    check_components(json!({}), &["new: Taken for the choice of Network.", "logs: In by default."]);
    check_components(json!({"components": {"logs": false}}), &["new: Taken for the choice of Network."]);
}

#[test]
fn what_is_mentioned_is_required() {
    let catalog = small();
    let app = catalog.component("app").expect("it is in the catalog");
    let mentions: Vec<&str> = catalog.requirements[app].iter().map(|needed| needed.address.as_str()).collect();
    assert_eq!(mentions, ["local.network_id"], "the choice by its interface, and its own resource is no requirement");
}

#[test]
fn what_is_required_comes_along_with_its_reason() {
    check_components(
        json!({"components": {"audit": true, "logs": false}}),
        &[
            "new: Taken for the choice of Network.",
            "logs: Audit needs it: base/app-audit.tf mentions aws_log.this.",
            "audit: Chosen by you.",
        ],
    );
    check_findings(json!({"components": {"audit": true, "logs": false}}), &[]);
}

#[test]
fn a_lookup_from_another_root_module_is_a_requirement_too() {
    check_components(
        json!({"components": {"reader": true, "logs": false}}),
        &[
            "new: Taken for the choice of Network.",
            "logs: Reader needs it: apps/app-reader.tf reads aws_log.this.",
            "reader: Chosen by you.",
        ],
    );
}

#[test]
fn a_component_that_needs_another_member_contradicts_the_choice() {
    let json = json!({
        "components": {"audit": true},
        "choices": {"network": "old"},
        "values": {"network_id": "vpc-1"},
    });
    check_findings(
        json.clone(),
        &[
            "error choice-contradicted: Old network was chosen, but Audit needs New network: base/app-audit.tf mentions aws_vpc.this.",
        ],
    );
    let remedy = outcome(json).platform.findings[0].remedy.clone();
    assert_eq!(remedy.as_deref(), Some("Choose New network, or switch Audit off."));
}

#[test]
fn a_deprecated_component_is_a_warning() {
    check_findings(
        json!({"components": {"fading": true}}),
        &["warning deprecated-component: Fading was deprecated by its makers on 2026-06-30."],
    );
}

#[test]
fn a_choice_takes_the_member_named() {
    check_components(
        json!({"choices": {"network": "old"}, "components": {"logs": false}}),
        &["old: Taken for the choice of Network."],
    );
    check_findings(
        json!({"choices": {"network": "nowhere"}}),
        &["error unknown-member: `nowhere` is no member of the choice \"Network\"."],
    );
}

#[test]
fn an_ended_component_wants_to_be_acknowledged() {
    check_findings(
        json!({"components": {"gone": true}}),
        &[
            "error ended-component-not-acknowledged: Gone ended on 2026-09-30: it has to be acknowledged by name before it goes into a bundle.",
        ],
    );
    check_findings(
        json!({"components": {"gone": true}, "acknowledged": ["gone"]}),
        &["warning ended-component: Gone ended on 2026-09-30, and you chose it all the same."],
    );
}

#[test]
fn components_in_conflict_are_an_error() {
    check_findings(
        json!({"components": {"gone": true, "app": true}, "acknowledged": ["gone"], "values": {"owner": "a@b"}}),
        &[
            "error conflict: App and Gone want the same port.",
            "warning ended-component: Gone ended on 2026-09-30, and you chose it all the same.",
        ],
    );
}

#[test]
fn a_missing_value_is_a_question_and_no_error() {
    let outcome = outcome(json!({"components": {"app": true}}));
    let question = &outcome.platform.findings[0];
    assert_eq!((question.severity, question.field.as_deref()), (Severity::Question, Some("owner")));
    assert_eq!(question.remedy.as_deref(), Some("Give `owner` a value, for example \"ops@example.com\"."));
    assert!(outcome.platform.is_valid());
}

#[test]
fn a_refused_value_says_what_terraform_says() {
    check_findings(
        json!({"values": {"name": "Upper"}}),
        &["error value-refused: Write lower-case letters and hyphens, not Upper."],
    );
    check_findings(
        json!({"values": {"name": "Upper and much too long"}}),
        &[
            "error value-refused: Write lower-case letters and hyphens, not Upper and much too long.",
            "error value-refused: Write at most 20 characters.",
        ],
    );
    check_findings(
        json!({"values": {"size": "4x"}}),
        &["error value-refused: The given value is not suitable for size: a number is required."],
    );
}

#[test]
fn half_typed_values_keep_the_default() {
    let outcome = outcome(json!({"values": {"size": "4x"}}));
    assert_eq!(outcome.platform.value("size").as_number(), Some(2.0));
    assert!(!outcome.platform.is_valid());
}

#[test]
fn secrets_are_not_taken_from_a_draft() {
    let outcome = outcome(json!({"components": {"app": true}, "values": {"owner": "a@b", "token": "planted"}}));
    assert_eq!(outcome.platform.findings[0].name, "secret-in-draft");
    for (path, file) in outcome.bundle.files.iter().filter(|(path, _)| *path != "configuration.json") {
        assert!(!file.text.contains("planted"), "{path}");
    }
}

#[test]
fn rules_fire_with_their_remedy_and_are_quiet_otherwise() {
    check_findings(json!({"values": {"size": 2}}), &[]);
    let found = outcome(json!({"values": {"size": 1}})).platform.findings;
    assert_eq!(found[0].says, "One of a kind fails alone: size is 1.");
    assert_eq!(found[0].set, [("size".to_owned(), json!(2))].into());
}

/// The findings of a draft in a catalog whose rule about the size is written differently.
fn found_with(rule: &[(&str, &str)], json: Json) -> Vec<Finding> {
    let files = SMALL.iter().map(|&(path, text)| {
        (path, rule.iter().fold(text.to_owned(), |text, (before, after)| text.replace(before, after)))
    });
    let files: Vec<(&str, String)> = files.collect();
    let catalog = Catalog::parse(files.iter().map(|(path, text)| (*path, text.as_str())));
    assert_eq!(catalog.problems, vec![]);
    generate(&catalog, &draft(json)).platform.findings
}

#[test]
fn an_error_knows_all_variables_that_it_reads() {
    // The one directly, the other through a local.
    let rule = [("= var.size < 2", "= var.size < 2 && length(local.name) > 0"), ("\"warning\"", "\"error\"")];
    let found = found_with(&rule, json!({"values": {"size": 1}}));
    assert_eq!((found[0].field.as_deref(), &found[0].also[..]), (Some("size"), &["name".to_owned()][..]));
    let refused = outcome(json!({"values": {"name": "A"}})).platform.findings;
    assert_eq!((refused[0].field.as_deref(), &refused[0].also[..]), (Some("name"), &[][..]));
}

#[test]
fn a_rule_names_the_components_that_mend_it_as_long_as_they_are_not_in() {
    let rule = [("set       = { size = 2 }", "switch    = [\"new\", \"logs\"]")];
    let found = |logs: bool| found_with(&rule, json!({"components": {"logs": logs}, "values": {"size": 1}}));
    assert_eq!(found(false)[0].switch, ["logs"]);
    assert!(found(true)[0].switch.is_empty());
}

#[test]
fn a_rule_that_cannot_be_evaluated_says_where() {
    let files = SMALL.iter().map(|&(path, text)| (path, text.replace("= var.size < 2", "= var.size < \"a\"")));
    let files: Vec<(&str, String)> = files.collect();
    let catalog = Catalog::parse(files.iter().map(|(path, text)| (*path, text.as_str())));
    let found = generate(&catalog, &Draft::default()).platform.findings;
    let beginning = "The catalog's finding `small-size` cannot be evaluated. net/subsystem.hcl:49:";
    assert!(found[0].says.starts_with(beginning), "{}", found[0].says);
}

#[test]
fn costs_add_up() {
    let costs = outcome(json!({"values": {"size": 3}})).costs;
    assert_eq!((costs.monthly, costs.lines[0].says.as_str()), (1095, "3 servers"));
}

#[test]
fn unknown_names_are_kept_and_mentioned() {
    check_findings(
        json!({"values": {"nope": 1}, "components": {"nil": true}}),
        &[
            "warning unknown-name: This catalog has no variable `nope`; the draft keeps it, and nothing comes of it.",
            "warning unknown-name: This catalog has no component `nil`; the draft keeps it, and nothing comes of it.",
        ],
    );
}

#[test]
fn switches_without_an_effect_are_mentioned() {
    check_findings(
        json!({"components": {"old": true, "logs": true}, "acknowledged": ["nil"]}),
        &[
            "warning unknown-name: This catalog has no component `nil`; the draft keeps it, and nothing comes of it.",
            "warning switch-not-used: `old` is a member of the choice \"Network\": its switch is not used.",
        ],
    );
    let files = SMALL.iter().map(|&(path, text)| (path, text.replace("include = \"default\"", "include = \"always\"")));
    let files: Vec<(&str, String)> = files.collect();
    let catalog = Catalog::parse(files.iter().map(|(path, text)| (*path, text.as_str())));
    let found = generate(&catalog, &draft(json!({"components": {"logs": false}}))).platform.findings;
    assert_eq!(found[0].says, "`logs` is part of every platform: its switch is not used.");
    assert_eq!(found[0].remedy.as_deref(), Some("Take the switch out of the draft."));
}

#[test]
fn a_choice_that_nothing_needs_is_not_in() {
    let files =
        SMALL.iter().map(|&(path, text)| (path, text.replace("include = \"always\"", "include = \"optional\"")));
    let files: Vec<(&str, String)> = files.collect();
    let catalog = Catalog::parse(files.iter().map(|(path, text)| (*path, text.as_str())));
    let says = |json: Json| -> Vec<String> {
        let findings = generate(&catalog, &draft(json)).platform.findings;
        findings.iter().map(|finding| format!("{} {finding}", finding.name)).collect()
    };
    let chosen = json!({"choices": {"network": "old"}, "values": {"network_id": "vpc-1", "owner": "a@b"}});
    assert_eq!(
        says(chosen.clone()),
        ["choice-not-in note: Old network was chosen, but nothing on this platform needs the choice \"Network\"."]
    );
    let mut needed = chosen;
    needed["components"] = json!({"app": true});
    assert_eq!(says(needed), Vec::<String>::new());
}

#[test]
fn a_slice_has_what_is_reached_and_nothing_else() {
    insta::assert_snapshot!(file(json!({}), "base/shared.tf"), @r#"
    provider "aws" {
      region = "eu-central-1"
    }

    locals {
      name = var.name
    }
    "#);
    insta::assert_snapshot!(file(json!({}), "base/terraform.tf"), @r#"
    terraform {
      required_providers {
        aws = {
          source = "hashicorp/aws"
        }
      }
    }
    "#);
}

#[test]
fn a_marked_line_ships_with_its_component_only() {
    assert!(file(json!({}), "base/net-new.tf").contains("log_group  = aws_log.this.id\n"));
    assert!(!file(json!({"components": {"logs": false}}), "base/net-new.tf").contains("log_group"));
}

#[test]
fn variables_and_outputs_are_gathered() {
    let names = |text: String| -> Vec<String> {
        text.lines()
            .filter(|line| line.starts_with("variable") || line.starts_with("output"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        names(file(json!({}), "base/variables.tf")),
        ["variable \"name\" {", "variable \"size\" {", "variable \"servers\" {"]
    );
    assert_eq!(names(file(json!({}), "base/outputs.tf")), ["output \"network\" {"]);
    assert_eq!(file(json!({}), "apps/variables.tf"), "no apps/variables.tf");
}

#[test]
fn values_are_a_menu() {
    insta::assert_snapshot!(file(
        json!({"components": {"app": true}, "values": {"size": 3}}),
        "environments/primary/base.tfvars"
    ));
    insta::assert_snapshot!(file(json!({"components": {"app": true}}), "environments/primary/apps.tfvars"));
}

#[test]
fn tests_ship_with_their_component_and_its_examples() {
    assert!(file(json!({}), "base/tests/net-logs.tftest.hcl").starts_with("run"));
    assert_eq!(
        file(json!({"components": {"logs": false}}), "base/tests/net-logs.tftest.hcl"),
        "no base/tests/net-logs.tftest.hcl"
    );
    assert!(
        file(json!({"components": {"app": true}}), "apps/tests/app.auto.tfvars")
            .contains("owner = \"ops@example.com\"")
    );
}

#[test]
fn templates_are_filled_in() {
    insta::assert_snapshot!(file(json!({"values": {"name": "harbor"}}), "README.md"), @r"
    # harbor
    - New network: Taken for the choice of Network.
    - Logs: In by default.
    ");
}

#[test]
fn a_template_that_cannot_be_filled_in_is_an_error_and_no_file() {
    let broken = |text: &'static str| {
        let files = SMALL.iter().map(|&(path, was)| (path, if path.ends_with("README.md.tftpl") { text } else { was }));
        let outcome = generate(&Catalog::parse(files), &Draft::default());
        assert!(!outcome.platform.is_valid());
        assert!(!outcome.bundle.files.contains_key("README.md"));
        let finding = outcome.platform.findings[0].clone();
        assert_eq!((finding.name.as_str(), finding.severity), ("template-not-filled-in", Severity::Error));
        assert!(finding.remedy.is_some());
        finding.says
    };
    let beginning = "README.md cannot be made, since its template cannot be filled in. bundle/README.md.tftpl:";
    let says = broken("# ${bundle.name}\n\n${null}\n");
    assert!(says.starts_with(&format!("{beginning}3:")), "{says}");
    let says = broken("${aws_vpc.this.id}, always\n");
    assert_eq!(says, format!("{beginning}1:1: It mentions what is known only at plan time."));
}

/// The small catalog with a file of its own for each server.
fn with_a_file_per_server() -> Catalog {
    let one = ("net/new/notes/[servers]/note.md.tftpl", "${each.key} is a ${each.value.kind} of ${var.size}\n");
    Catalog::parse(SMALL.iter().copied().chain([one]))
}

#[test]
fn a_template_with_a_variable_in_its_path_ships_once_for_each_key() {
    let catalog = with_a_file_per_server();
    assert_eq!(catalog.problems.len(), 0);
    let draft = draft(json!({"values": {"servers": {"a": {}, "b": {"kind": "l"}}}}));
    let files = generate(&catalog, &draft).bundle.files;
    let notes: Vec<(&str, &str)> = (files.iter().filter(|(path, _)| path.starts_with("notes/")))
        .map(|(path, file)| (path.as_str(), file.text.as_str()))
        .collect();
    assert_eq!(notes, [("notes/a/note.md", "a is a m of 2\n"), ("notes/b/note.md", "b is a l of 2\n")]);
}

#[test]
fn a_key_that_is_no_name_of_a_file_is_an_error() {
    let outcome = generate(&with_a_file_per_server(), &draft(json!({"values": {"servers": {"../a": {}, "b": {}}}})));
    let finding = outcome.platform.findings.iter().find(|finding| finding.name == "template-not-filled-in");
    assert!(finding.is_some_and(|finding| finding.says.contains("\"../a\" cannot be the name of a file.")));
    assert!(!outcome.platform.is_valid());
    assert!(outcome.bundle.files.contains_key("notes/b/note.md"));
    assert!(!outcome.bundle.files.keys().any(|path| path.contains("..") || path.contains('[')));
}

#[test]
fn errors_of_the_selection_say_what_to_do() {
    let check = |json: Json, remedy: &str| {
        let found = outcome(json).platform.findings;
        assert_eq!(found[0].remedy.as_deref(), Some(remedy), "{:?}", found[0]);
    };
    check(json!({"components": {"gone": true}}), "Take App. Acknowledge `gone`, or switch it off.");
    check(
        json!({"components": {"gone": true, "app": true}, "acknowledged": ["gone"], "values": {"owner": "a@b"}}),
        "Switch one of them off: App, Gone.",
    );
    check(json!({"components": {"nil": true}}), "Take it out of the draft, or write a name that the catalog lists.");
    check(json!({"values": {"nil": 1}}), "Take it out of the draft, or write a name that the catalog lists.");
}

#[test]
fn boxes_have_real_values() {
    let diagram = outcome(json!({"values": {"servers": {"a": {}, "b": {"kind": "xl"}}}})).diagram;
    let boxes: Vec<_> =
        diagram.nodes.iter().map(|node| (node.id.as_str(), node.label.as_str(), node.detail.as_str())).collect();
    assert_eq!(boxes, [("network", "Network 10.0.0.0/16", ""), ("server[a]", "a", "m"), ("server[b]", "b", "xl")]);
}

#[test]
fn equal_drafts_give_equal_bytes_and_another_draft_another_digest() {
    let (one, two) = (outcome(json!({})), outcome(json!({})));
    assert_eq!(generator::bundle::zip(&one.bundle), generator::bundle::zip(&two.bundle));
    assert_ne!(one.bundle.digest, outcome(json!({"values": {"size": 2}})).bundle.digest);
}

#[test]
fn a_configuration_opens_the_same_draft() {
    let given = draft(json!({"components": {"app": true}, "values": {"owner": "half"}}));
    let outcome = generate(&small(), &given);
    let (read, findings) = generator::draft::read(&outcome.bundle.files["configuration.json"].text);
    assert_eq!((read, findings), (given, vec![]));
}

#[test]
fn a_secret_is_in_no_file() {
    let outcome = outcome(json!({"components": {"app": true}, "values": {"token": "hunter2"}}));
    for (path, file) in &outcome.bundle.files {
        assert!(!file.text.contains("hunter2"), "{path}");
    }
}

#[test]
fn documents_can_name_the_secrets_to_supply() {
    let template = "%{ for secret in bundle.to_supply ~}\nTF_VAR_${secret.name}: ${secret.description}\n%{ endfor ~}\n";
    let files = SMALL.iter().copied().chain([("bundle/SECRETS.md.tftpl", template)]);
    let catalog = Catalog::parse(files);
    let text = |json: Json| generate(&catalog, &draft(json)).bundle.files["SECRETS.md"].text.clone();
    assert_eq!(text(json!({"components": {"app": true}})), "TF_VAR_token: Token of the registry.\n");
    assert_eq!(text(json!({})), "");
}

#[test]
fn what_has_to_exist_before_stands_in_the_readme() {
    let said = |values: Json| {
        let readme = file(json!({"components": {"app": true}, "values": values}), "README.md");
        let lines = readme.lines().filter_map(|line| line.strip_prefix("- Before: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    // An open question stands there by its name, and a condition on it may still come to hold.
    assert_eq!(said(json!({})), ["A desk for OWNER in small.", "A chair."]);
    assert_eq!(said(json!({"owner": "ops@example.com"})), ["A desk for ops@example.com in small.", "A chair."]);
    assert_eq!(said(json!({"owner": "nobody@example.com"})), ["A desk for nobody@example.com in small."]);
    assert!(!file(json!({}), "README.md").contains("Before"), "only of what is in");
}

#[test]
fn a_bundle_tells_what_is_in_it_and_what_comes_next() {
    let bundle = generate(&shipped::catalog(), &Draft::default()).bundle;
    let contents = bundle.contents();
    assert_eq!(contents.iter().map(|(_, count)| count).sum::<usize>(), bundle.files.len());
    assert!(contents.iter().any(|(name, count)| name == "infrastructure/" && *count > 10), "{contents:?}");
    assert!(contents.contains(&("configuration.json".to_owned(), 1)), "{contents:?}");
    let steps = bundle.next_steps();
    assert!(steps.len() > 2 && steps.iter().any(|step| step.starts_with("`scripts/apply primary`")), "{steps:?}");
}
