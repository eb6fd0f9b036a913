//! Findings of the manifests fire when they should, and are quiet when not.

use crate::{Broken, CATALOG};
use generator::catalog::Owner;
use generator::{Draft, Finding, Severity, generate};
use serde_json::{Value as Json, json};

/// Name, a draft that has it, and one that is almost the same and has it not.
fn cases() -> Vec<(&'static str, Json, Json)> {
    let with = |component: &str| json!({ "components": { component: true } });
    let dns = |domain: &str| json!({ "components": { "external-dns": true }, "values": { "domain_name": domain } });
    let both = |one: &str, other: &str| json!({ "components": { one: true, other: true } });
    let given = |component: &str, values: Json| json!({ "components": { component: true }, "values": values });
    let argocd = |values: Json| given("argocd", values);
    let by_ssh = |credentials: bool| {
        json!({
            "components": { "app-of-apps": true, "git-credentials": credentials },
            "values": { "gitops_repo_url": "git@github.com:o/r.git" }
        })
    };
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
        ("secret-without-reader", with("slack-webhook"), with("notifications-slack")),
        (
            "argocd-open-to-all",
            argocd(json!({ "argocd_load_balancer_scheme": "internet-facing", "argocd_allowed_cidrs": ["0.0.0.0/0"] })),
            argocd(
                json!({ "argocd_load_balancer_scheme": "internet-facing", "argocd_allowed_cidrs": ["203.0.113.0/24"] }),
            ),
        ),
        (
            "argocd-internal-for-public-ranges",
            argocd(json!({ "argocd_allowed_cidrs": ["203.0.113.0/24"] })),
            argocd(json!({ "argocd_allowed_cidrs": ["203.0.113.0/24", "10.8.0.0/16"] })),
        ),
        ("argocd-one-server", argocd(json!({ "argocd_min_replicas": 1 })), argocd(json!({}))),
        (
            "argocd-on-few-nodes",
            argocd(json!({ "node_groups": { "general": { "min_size": 2, "max_size": 4 } } })),
            argocd(json!({})),
        ),
        (
            "argocd-host-too-long",
            argocd(json!({ "domain_name": format!("{}.example.com", "a".repeat(50)) })),
            argocd(json!({ "domain_name": "platform.example.com" })),
        ),
        taken("namespace-of-argocd", "argocd", "argocd"),
        taken("namespace-of-the-root", "app-of-apps", "root"),
        taken("namespace-of-rollouts", "rollouts", "argo-rollouts"),
        taken("namespace-of-sealed-secrets", "sealed-secrets", "sealed-secrets"),
        taken("namespace-of-external-dns", "external-dns", "external-dns"),
        taken("namespace-of-external-secrets", "external-secrets", "external-secrets"),
        ("argocd-without-applications", with("argocd"), with("app-of-apps")),
        ("failures-unnoticed", with("argocd"), with("notifications-slack")),
        ("repository-without-key", by_ssh(false), by_ssh(true)),
        (
            "repository-is-public",
            json!({ "components": { "app-of-apps": true }, "values": { "gitops_repo_url": "https://github.com/o/r.git" } }),
            by_ssh(false),
        ),
        (
            "image-updater-without-images",
            with("image-updater"),
            json!({ "components": { "image-updater": true, "app-of-apps": true } }),
        ),
        ("notifications-to-nobody", with("notifications"), with("notifications-email")),
        (
            "nodes-too-small",
            everything(json!({})),
            everything(json!({ "general": { "instance_types": ["m7i.xlarge"] } })),
        ),
        ("sealing-keys-without-backup", with("sealed-secrets"), with("sealed-secrets-backup")),
        (
            "sealing-key-backup-deleted-with-the-cluster",
            json!({ "components": { "sealed-secrets-backup": true }, "values": { "sealing_key_backup_force_destroy": true } }),
            with("sealed-secrets-backup"),
        ),
        (
            "two-policy-engines",
            json!({ "components": { "gatekeeper-policies": true, "kyverno-baseline": true } }),
            with("gatekeeper-policies"),
        ),
        ("gatekeeper-without-policies", with("gatekeeper"), with("gatekeeper-policies")),
        ("kyverno-without-policies", with("kyverno"), with("kyverno-baseline")),
        (
            "namespace-of-security",
            given("kyverno", json!({ "namespaces": { "kyverno": {}, "shop": {} } })),
            given("kyverno", json!({ "namespaces": { "shop": {} } })),
        ),
        (
            "gatekeeper-refuses-at-once",
            given("gatekeeper-policies", json!({ "gatekeeper_enforcement_action": "deny" })),
            given("gatekeeper-policies", json!({ "gatekeeper_enforcement_action": "warn" })),
        ),
        (
            "unsigned-images-refused-at-once",
            given("image-verification", json!({ "image_verification_action": "Deny" })),
            with("image-verification"),
        ),
        (
            "whole-registry-allowed",
            given("gatekeeper-policies", json!({ "allowed_registries": ["docker.io/"] })),
            given("gatekeeper-policies", json!({ "allowed_registries": ["docker.io/library/"] })),
        ),
        samples("samples-from-another-registry", "gatekeeper-policies", "allowed_registries", "ghcr.io/stefanprodan/"),
        samples("samples-unknown-to-falco", "falco", "falco_allowed_processes", "podinfo"),
        ("falco-tells-nobody", with("falco"), with("falco-slack")),
        ("falco-lost-between", lost_between("emergency"), lost_between("critical")),
        ("guardduty-tells-nobody", with("guardduty"), both("guardduty", "security-alerts")),
        ("security-hub-tells-nobody", with("security-standards"), both("security-standards", "security-alerts")),
        ("image-scanning-tells-nobody", with("image-scanning"), both("image-scanning", "security-standards")),
        ("alerts-without-source", with("security-alerts"), with("falco-sns")),
        (
            "alerts-of-low-severity",
            json!({
                "components": { "security-standards": true, "security-alerts": true },
                "values": { "security_hub_severities": ["HIGH", "LOW"] }
            }),
            both("security-standards", "security-alerts"),
        ),
        (
            "existing-detector-is-shared",
            json!({ "components": { "guardduty": true }, "choices": { "guardduty-detector": "existing-detector" } }),
            with("guardduty"),
        ),
        ("new-detector-for-the-account", with("guardduty"), with("falco")),
        ("new-security-hub-for-the-account", with("security-standards"), with("guardduty")),
        ("image-scanning-for-the-account", with("image-scanning"), with("guardduty")),
    ]
}

/// A workload's namespace that a component makes for itself, and the same name without that component.
fn taken(name: &'static str, component: &str, namespace: &str) -> (&'static str, Json, Json) {
    let with =
        |is_in: bool| json!({ "components": { component: is_in }, "values": { "namespaces": { namespace: {} } } });
    (name, with(true), with(false))
}

/// The samples of GitOps beside a component that does not know them, and with a list that names them.
fn samples(name: &'static str, component: &str, list: &str, item: &str) -> (&'static str, Json, Json) {
    let with = |values: Json| json!({ "components": { component: true, "rollouts": true, "app-of-apps": true }, "values": values });
    (name, with(json!({})), with(json!({ list: [item] })))
}

/// Both ways to Slack, and the priority from which on Falco's own one posts.
fn lost_between(priority: &str) -> Json {
    let components =
        ["falco-slack", "falco-sns", "security-alerts-slack"].map(|component| (component.to_owned(), json!(true)));
    json!({ "components": serde_json::Map::from_iter(components), "values": { "falco_slack_minimum_priority": priority } })
}

/// GitOps and security on these node groups, which hold either of the two by themselves.
fn everything(groups: Json) -> Json {
    let components =
        ["app-of-apps", "image-updater", "rollouts", "sealed-secrets", "notifications-slack", "falco-slack"];
    let components =
        components.iter().chain(&["gatekeeper-policies", "kyverno-baseline", "guardduty", "runtime-monitoring"]);
    let components: serde_json::Map<_, _> = components.map(|id| ((*id).to_owned(), json!(true))).collect();
    let groups = if groups == json!({}) { json!({ "general": {} }) } else { groups };
    json!({ "components": components, "values": { "node_groups": groups } })
}

/// The subsystems all of whose findings are here.
const COMPLETE: &[&str] = &["advanced-security", "gitops", "ingress", "secrets"];

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

/// Every preset starts with nodes that hold it, and the remedy of one click is one.
#[test]
fn nodes_hold_what_a_preset_runs() {
    let name = "nodes-too-small";
    for preset in &CATALOG.presets {
        let findings = generate(&CATALOG, &Draft::preset(preset)).platform.findings;
        assert!(!findings.iter().any(|it| it.name == name), "{} starts with nodes that are too small", preset.id);
    }
    let (mut draft, _) = generator::draft::read(&everything(json!({})).to_string());
    let findings = generate(&CATALOG, &draft).platform.findings;
    let found = findings.iter().find(|it| it.name == name).expect("it is there");
    assert_eq!(
        found.says.split(": ").next(),
        Some("The platform's own pods request 5.8 of 5.8 CPU, and are 75 where 87 have room")
    );
    for (variable, value) in &found.set {
        draft.values.insert(variable.clone(), value.clone());
    }
    let after = generate(&CATALOG, &draft).platform.findings;
    assert!(!after.iter().any(|it| it.name == name || it.severity == Severity::Error), "{after:?}");
}

/// Whatever brings pods by a chart or an add-on is counted.
#[test]
fn what_runs_on_the_nodes_is_counted() {
    let counted =
        CATALOG.sources.iter().find(|it| it.path == "cluster/node-groups/infrastructure.tf").expect("it is there");
    let mut broken = Broken::default();
    for source in &CATALOG.sources {
        let Owner::Component(component) = source.owner else { continue };
        let id = &CATALOG.components[component].id;
        let runs = source.text.contains("  repository = \"")
            || source.text.contains("  repository       = \"")
            || source.text.contains("resource \"aws_eks_addon\"");
        let mark = format!(" # if {id}");
        let is_counted = counted.text.lines().any(|line| line.contains("on_each") && line.ends_with(&mark));
        broken.unless(!runs || is_counted || id == "core-addons", || {
            format!("{}: what {id} requests is not in platform_requests", source.path)
        });
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
fn what_only_the_user_knows_is_asked() {
    let draft = Draft::preset(CATALOG.presets.iter().find(|preset| preset.id == "gitops").expect("it is there"));
    let findings = generate(&CATALOG, &draft).platform.findings;
    let mut asked: Vec<&str> = (findings.iter().filter(|it| it.name == "value-missing"))
        .filter_map(|it| it.field.as_deref())
        .filter(|field| !field.starts_with("cluster_"))
        .collect();
    asked.sort_unstable();
    let github = ["github_oauth_client_id", "github_org", "gitops_repo_url"];
    assert_eq!(asked, [&["argocd_admin_team", "argocd_allowed_cidrs", "domain_name"][..], &github].concat());
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

/// A workload's namespace of the same name would be fenced like one, and the component's pods with it.
#[test]
fn a_namespace_that_a_component_makes_is_taken() {
    let made = r#"namespace += "([a-z-]+)"\n +create_namespace += true|kind += "Namespace"\n +metadata += \{\n +name += "([a-z-]+)""#;
    let made = regex_lite::Regex::new(made).expect("it is one");
    let (mut broken, mut names) = (Broken::default(), 0);
    // Comments stand in a column there.
    let locals = CATALOG.sources.iter().find(|it| it.path == "roots/platform/locals.tf").expect("it is there");
    let locals = regex_lite::Regex::new(", +#").expect("it is one").replace_all(&locals.text, ", #");
    for source in &CATALOG.sources {
        let Owner::Component(component) = source.owner else { continue };
        for found in made.captures_iter(&source.text) {
            let name = found.get(1).or(found.get(2)).map_or("", |name| name.as_str());
            let mut draft = Draft::default();
            draft.switch(&CATALOG, component, true);
            draft.values.insert("namespaces".to_owned(), json!({ name: {} }));
            let findings = generate(&CATALOG, &draft).platform.findings;
            let says = |it: &Finding| it.severity == Severity::Error && it.field.as_deref() == Some("namespaces");
            broken.unless(findings.iter().any(says), || format!("{}: nothing says that {name} is taken", source.path));
            let listed = format!("    \"{name}\", # if {}\n", CATALOG.components[component].id);
            broken.unless(locals.contains(&listed), || {
                format!("{name} is not in platform_namespaces, so Terraform takes it")
            });
            names += 1;
        }
    }
    broken.none();
    assert!(names >= 5, "the search finds {names} namespaces");
}
