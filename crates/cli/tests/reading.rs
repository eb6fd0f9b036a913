//! The commands that only print: catalog, explain, diagram, diff, completions, man.

mod common;

use common::Place;
use serde_json::Value as Json;

fn prints(line: &str, texts: &[&str]) {
    let run = Place::new().line(line);
    for text in texts {
        run.prints(text);
    }
}

#[test]
fn the_catalog_lists_all_that_can_be_chosen() {
    prints(
        "catalog",
        &[
            "flow-logs",
            "by default",
            "choice vpc",
            "minimal",
            "cluster_name",
            "interface-endpoints-cost",
            "value-refused",
        ],
    );
    let answer: Json = serde_json::from_str(&Place::new().line("catalog --json").stdout).unwrap();
    for list in ["roots", "subsystems", "components", "choices", "presets", "variables", "findings"] {
        assert!(answer[list].as_array().is_some_and(|list| !list.is_empty()), "{list}");
    }
    assert!(answer["conflicts"].is_array(), "the shipped catalog may have none");
    let find = |list: &str, key: &str, name: &str| {
        let found = answer[list].as_array().and_then(|list| list.iter().find(|entry| entry[key] == name).cloned());
        found.unwrap_or_else(|| panic!("{list} has no {name}"))
    };
    assert_eq!(find("variables", "name", "tags")["type"], "map(string)");
    assert_eq!(find("components", "id", "new-vpc")["choice"], "vpc");
    assert!(find("components", "id", "metrics-server")["requires"].as_array().is_some_and(|list| !list.is_empty()));
    assert_eq!(find("findings", "name", "value-refused")["name"], "value-refused");
}

#[test]
fn a_component_says_why_it_is_in_and_what_it_needs() {
    prints(
        "explain metrics-server",
        &[
            "(component metrics-server)",
            "Here: in.",
            "Needs:",
            "platform/cluster-metrics-server.tf reads",
            "helm_release.metrics_server",
        ],
    );
    prints("explain metrics-server --preset minimal", &["Here: out. Switched off by you."]);
    prints("explain control-plane", &["Needed by:", "Resources:\n", "aws_eks_cluster.this"]);
}

#[test]
fn a_variable_says_what_it_takes_and_what_it_is() {
    prints(
        "explain cluster_name",
        &["Type: string", "Default: \"platform\"", "Here: the default.", "at most 30 characters"],
    );
    prints("explain cluster_name --set cluster_name=harbor", &["Here: \"harbor\""]);
}

#[test]
fn choices_subsystems_presets_and_findings_have_pages() {
    prints("explain vpc", &["Members:", "new-vpc (the default, in here)", "existing-vpc"]);
    prints("explain network", &["(subsystem network)", "flow-logs (in): In by default."]);
    prints("explain minimal", &["(preset minimal)", "flow-logs: out"]);
    prints("explain value-refused --set cluster_name=-", &["Found here:\n  error: The cluster name"]);
    Place::new().line("explain metric-server").check(2, "Did you mean `metrics-server`?");
}

#[test]
fn the_picture_is_svg_or_text() {
    let place = Place::new();
    place.line("diagram").prints("<svg").prints("</svg>");
    place.line("diagram --format text").prints("- ");
    place.line("diagram --format svg --out a.svg").check(0, "");
    assert_eq!(std::fs::read_to_string(place.path("a.svg")).unwrap(), place.line("diagram").stdout);
    place.line("diagram --preset minimal --out a.svg").check(1, "a.svg exists already");
    place.line("diagram --preset minimal --out a.svg --force").check(0, "");
    place.line("diagram --format png").check(2, "possible values: svg, text");
    assert_eq!(place.names(), ["a.svg"]);
}

#[test]
fn a_diff_lists_the_files_that_change() {
    let place = Place::new();
    place.write("a.json", "{}");
    place.write("b.json", r#"{"components": {"flow-logs": false, "oidc-provider": true}}"#);
    let run = place.line("diff a.json b.json");
    run.prints("- infrastructure/network-flow-logs.tf").prints("+ infrastructure/cluster-oidc-provider.tf");
    run.prints("~ configuration.json");
    assert_eq!(place.line("diff a.json a.json").prints("").stdout, "");
}

#[test]
fn shells_and_the_manual_know_the_arguments() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        prints(&format!("completions {shell}"), &["acknowledge"]);
    }
    prints("man", &[".TH eks-configurator", "generate"]);
    prints("man generate", &[".TH eks-configurator-generate", "acknowledge"]);
    Place::new().line("man generat").check(2, "Did you mean `generate`?");
}

#[test]
fn help_and_usage() {
    prints("--help", &["generate", "Exit status"]);
    prints("generate --help", &["--force", "All or nothing"]);
    prints("--version", &["eks-configurator "]);
    Place::new().line("").check(2, "Usage:");
    Place::new().line("generat").check(2, "similar subcommand");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    for line in ["catalog --json", "diagram", "generate --zip -", "man"] {
        let command =
            format!("{} {line} 2>err | head -c 10 >/dev/null; cat err", env!("CARGO_BIN_EXE_eks-configurator"));
        let place = Place::new();
        let run = std::process::Command::new("sh").args(["-c", &command]).current_dir(place.path("")).output().unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(!said.contains("panicked") && !said.contains("error: "), "{said}");
    }
}
