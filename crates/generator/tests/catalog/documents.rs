//! What a bundle's documents have to say.

use crate::{Broken, CATALOG, drafts};
use generator::Draft;
use generator::platform::{Platform, resolve, select};

/// The documents are part of what a draft means, so nothing is drawn for them.
fn platform(draft: &Draft) -> Platform {
    resolve(&CATALOG, select(&CATALOG, draft), draft)
}

/// The document, and the headings that it has wherever it ships.
fn wanted() -> Vec<(String, Vec<&'static str>)> {
    let mut wanted = vec![("docs/runbooks/sealed-secrets.md".to_owned(), vec!["Seal", "Rotate", "Back up", "Recover"])];
    wanted.push((
        "README.md".to_owned(),
        vec!["Before the first apply", "Run it", "Take it down", "How this was proven"],
    ));
    for subsystem in &CATALOG.subsystems {
        wanted.push((format!("docs/decisions/{}.md", subsystem.id), vec!["Context", "Decision", "Consequences"]));
    }
    wanted
}

#[test]
fn documents_have_their_chapters() {
    let (mut broken, wanted) = (Broken::default(), wanted());
    for (name, draft) in drafts() {
        let files = platform(&draft).documents;
        for (path, headings) in &wanted {
            let Some(file) = files.get(path) else { continue };
            for heading in headings {
                let has = file.text.lines().any(|line| line.strip_prefix("## ") == Some(heading));
                broken.unless(has, || format!("{path}: there is no \"{heading}\" ({name})"));
            }
        }
        // A record of what was decided goes with each chapter.
        for subsystem in CATALOG.subsystems.iter().map(|subsystem| &subsystem.id) {
            let pair = [format!("docs/{subsystem}.md"), format!("docs/decisions/{subsystem}.md")];
            let there = pair.iter().filter(|path| files.contains_key(*path)).count();
            broken.unless(there != 1, || format!("{subsystem} has a guide or a decision, and not both ({name})"));
        }
    }
    broken.none();
}

/// What has to be supplied is asked for by its name, with the command that keeps it out of the shell's history.
#[test]
fn the_readme_asks_for_each_secret() {
    let mut broken = Broken::default();
    for (name, draft) in drafts() {
        let platform = platform(&draft);
        let readme = &platform.documents["README.md"].text;
        for variable in CATALOG.variables.iter().filter(|variable| variable.is_secret()) {
            let reached = platform.settings.contains_key(&variable.name);
            let asked = readme.contains(&format!("read -rs TF_VAR_{0}; export TF_VAR_{0}\n", variable.name));
            broken.unless(reached == asked, || format!("{}: reached {reached}, asked {asked} ({name})", variable.name));
        }
    }
    broken.none();
}

/// What to do by hand works only if nothing of it is left out: the document of a draft, and what has to stand in it.
fn said() -> Vec<(&'static str, serde_json::Value, Vec<&'static str>)> {
    let json = |text: &str| serde_json::from_str(text).expect("it is one");
    vec![
        (
            "docs/secrets.md",
            json(r#"{ "values": { "permissions_boundary_arn": "arn:aws:iam::111122223333:policy/edge" } }"#),
            vec![
                r#"Action    = ["sts:AssumeRole", "sts:TagSession"]"#,
                r#"kind       = "ClusterSecretStore""#,
                r#"conditions = [{ namespaces = ["production"] }]"#,
                "The permissions boundary bounds both roles",
            ],
        ),
        // Nothing replaces the nodes' images but this.
        (
            "docs/cluster.md",
            json("{}"),
            vec!["aws eks update-nodegroup-version --region us-east-1 --cluster-name platform"],
        ),
        ("docs/network.md", json("{}"), vec!["Images from anywhere else come over the internet"]),
        (
            "docs/gitops.md",
            json(r#"{ "components": { "image-updater": true, "app-of-apps": true } }"#),
            vec!["goes past reviews and `CODEOWNERS`", "pullRequest:", ":image-updater-{{ \"{{ .SHA256 }}\" }}"],
        ),
        // Three nodes with 2 vCPUs each, and two with 8 that are spot; twice.
        (
            "README.md",
            json(
                r#"{ "values": { "node_groups": {
                    "general": {},
                    "batch": { "capacity_type": "SPOT", "instance_types": ["c7i.2xlarge"], "min_size": 2 },
                    "models": { "instance_types": ["g5.xlarge"], "min_size": 1 }
                } } }"#,
            ),
            vec![
                "at least 12 vCPUs for On-Demand Standard instances",
                "--quota-code L-1216C47A",
                "at least 32 vCPUs for Standard Spot instances",
                "--quota-code L-34B43A08",
            ],
        ),
        ("README.md", json("{}"), vec!["every month", "brew install coreutils"]),
    ]
}

#[test]
fn documents_leave_nothing_out() {
    let mut broken = Broken::default();
    for (path, draft, phrases) in said() {
        let (draft, problems) = generator::draft::read(&draft.to_string());
        assert_eq!(problems, vec![]);
        let text = &platform(&draft).documents[path].text;
        for phrase in phrases {
            broken.unless(text.contains(phrase), || format!("{path} does not say: {phrase}"));
        }
    }
    broken.none();
}
