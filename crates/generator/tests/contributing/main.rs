//! The worked examples of CONTRIBUTING.md, put into the shipped catalog: what holds for the catalog holds for them.

#[path = "../catalog/data_pairs.rs"]
mod data_pairs;
mod examples;
#[path = "../catalog/expressions.rs"]
mod expressions;
#[path = "../catalog/functions.rs"]
mod functions;
#[path = "../catalog/picture.rs"]
mod picture;
#[path = "../catalog/references.rs"]
mod references;
#[path = "../catalog/sentences.rs"]
mod sentences;
#[path = "../catalog/support.rs"]
mod support;
#[path = "../catalog/values.rs"]
mod values;

use generator::{Catalog, Severity, generate};
use std::sync::LazyLock;
use support::{Broken, body, drafts, everything, everything_with_examples};

/// Pairs are tried in the catalog itself, and take a minute.
const EVERY_PAIR: bool = false;

static CATALOG: LazyLock<Catalog> = LazyLock::new(examples::catalog);

#[test]
fn nothing_is_wrong_with_them() {
    let problems: Vec<String> = CATALOG.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn the_bundle_has_what_is_promised() {
    let outcome = generate(&CATALOG, &examples::draft(&CATALOG));
    let errors = outcome.platform.findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.map(|finding| finding.says.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    let of_it = |path: &&String| path.contains("queues");
    let found: Vec<&String> = outcome.bundle.files.keys().filter(of_it).collect();
    assert_eq!(found, examples::read().promised.iter().collect::<Vec<_>>());
    let readme = &outcome.bundle.files["README.md"].text;
    assert!(readme.contains("- [ ] An image of the program that does jobs, for the namespace dev."), "{readme}");
    let drawn = |id: &str| outcome.diagram.nodes.iter().any(|node| node.id == id);
    assert!(drawn("job-queue") && drawn("artefacts"));
    assert!(outcome.diagram.edges.iter().any(|edge| edge.from == "namespace[dev]" && edge.to == "job-queue"));
}

#[test]
fn a_namespace_that_is_not_there_is_found() {
    let mut draft = examples::draft(&CATALOG);
    draft.values.insert("job_queue_namespace".to_owned(), "nowhere".into());
    let findings = generate(&CATALOG, &draft).platform.findings;
    assert!(findings.iter().any(|finding| finding.name == "job-queue-without-namespace"));
}
