//! Findings of the manifests fire when they should, and are quiet when not.

use crate::{Broken, CATALOG};
use generator::generate;
use serde_json::{Value as Json, json};

/// Name, a draft that has it, and one that is almost the same and has it not.
fn cases() -> Vec<(&'static str, Json, Json)> {
    let with = |component: &str| json!({ "components": { component: true } });
    let dns = |domain: &str| json!({ "components": { "external-dns": true }, "values": { "domain_name": domain } });
    vec![
        (
            "new-zone-not-delegated",
            json!({ "components": { "external-dns": true }, "choices": { "dns-zone": "new-zone" } }),
            with("external-dns"),
        ),
        ("domain-is-not-public", dns("platform.internal"), dns("platform.example.com")),
        (
            "records-without-load-balancers",
            json!({ "components": { "external-dns": true, "load-balancer-controller": false } }),
            with("external-dns"),
        ),
        ("no-load-balancer-controller", json!({ "components": { "load-balancer-controller": false } }), json!({})),
        ("secret-without-reader", with("slack-webhook"), json!({})),
    ]
}

/// The subsystems all of whose findings are here.
const COMPLETE: &[&str] = &["ingress", "secrets"];

fn found(draft: &Json) -> Vec<String> {
    let (draft, problems) = generator::draft::read(&draft.to_string());
    assert_eq!(problems, vec![]);
    generate(&CATALOG, &draft).platform.findings.into_iter().map(|finding| finding.name).collect()
}

#[test]
fn findings_fire_and_are_quiet() {
    let mut broken = Broken::default();
    for (name, fires, quiet) in cases() {
        broken.unless(found(&fires).iter().any(|it| it == name), || format!("{name} is not found in {fires}"));
        broken.unless(!found(&quiet).iter().any(|it| it == name), || format!("{name} is found in {quiet}"));
    }
    broken.none();
}

#[test]
fn a_domain_that_nobody_gave_is_a_question() {
    let (draft, _) = generator::draft::read(r#"{"components": {"external-dns": true}}"#);
    let findings = generate(&CATALOG, &draft).platform.findings;
    let asked =
        |field: &str| findings.iter().any(|it| it.name == "value-missing" && it.field.as_deref() == Some(field));
    assert!(asked("domain_name"));
    assert!(!asked("slack_webhook_url"), "a secret is asked for when applying, and never in a draft");
}

#[test]
fn each_finding_has_a_case() {
    let mut broken = Broken::default();
    let cases = cases();
    for rule in &CATALOG.findings {
        let file = rule.when.as_ref().map_or("", |when| CATALOG.sources[when.source].path.as_str());
        let is_complete = COMPLETE.iter().any(|id| file == format!("{id}/subsystem.hcl"));
        broken.unless(!is_complete || cases.iter().any(|(name, ..)| *name == rule.name), || {
            format!("{file}: {} has no case in findings.rs", rule.name)
        });
    }
    broken.none();
}
