//! `cargo xtask verify`: all that is too long for every change; nightly in CI.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::bundles::{self, Depth, Selection};
use crate::pairwise;
use crate::steps::{Job, Step, Stop};
use crate::tools::{CHECKOV, KUBECTL, PYTHON, SPRIG, TERRAFORM};

const REMEDY: &str =
    "Generate that selection with the command line and run `verify/verify test DIR` on its root modules.";

pub const STEPS: &[Step] = &[
    Step {
        name: "components",
        about: "every component alone, with what it requires",
        needs: &[TERRAFORM, PYTHON],
        remedy: REMEDY,
        run: |job| bundles::check_all(job, &Catalog::read(job)?.each_alone(), Depth::Whole),
    },
    Step {
        name: "pairs",
        about: "few bundles in which every two components are in, out, and one without the other",
        needs: &[TERRAFORM, PYTHON],
        remedy: REMEDY,
        run: |job| bundles::check_all(job, &Catalog::read(job)?.pairs(), Depth::Whole),
    },
    Step {
        name: "presets",
        about: "the bundles in verify/selections.txt, with the tests of each",
        needs: &[TERRAFORM, PYTHON],
        remedy: REMEDY,
        run: |job| bundles::check_all(job, &bundles::named(job.workspace)?, Depth::Whole),
    },
    Step {
        name: "contributing",
        about: "the same of the bundle with the worked examples of CONTRIBUTING.md",
        needs: &[TERRAFORM, PYTHON],
        remedy: "Mend the example in CONTRIBUTING.md; the log says which root module, and what Terraform says.",
        run: contributing,
    },
    Step {
        name: "values",
        about: "Helm values and custom resources of the named bundles, against charts and definitions in $CHARTS",
        needs: &[TERRAFORM, PYTHON],
        remedy: "Mend the value, after a look at the chart's values.yaml; verify/README.md says what $CHARTS holds.",
        run: values,
    },
    Step {
        name: "gitops",
        about: "gitops/ of the named bundles, rendered as Argo CD would: projects let it through, definitions in $CHARTS take it",
        needs: &[TERRAFORM, PYTHON, KUBECTL, SPRIG],
        remedy: "Mend the tree in catalog/; verify/gitops.py says how each object comes about.",
        run: gitops,
    },
    Step {
        name: "terraform-answers",
        about: "expressions, by Terraform itself and by the generator: the answers are the same",
        needs: &[TERRAFORM],
        remedy: "Run `cargo test -p generator -- --ignored`; Terraform's answer is the right one.",
        run: |job| job.run(job.workspace.command("cargo").args(["test", "--package", "generator", "--", "--ignored"])),
    },
    Step {
        name: "policies",
        about: "checkov over the named bundles",
        needs: &[CHECKOV],
        remedy: "Mend the resource, or add the check with its reason to verify/checkov.yaml.",
        run: policies,
    },
];

/// What the command line says about the catalog, as far as selections are made from it.
struct Catalog {
    components: Vec<Component>,
    /// The members of each choice.
    choices: BTreeMap<String, Vec<String>>,
    /// Components of which at most one is in.
    conflicts: Vec<Vec<String>>,
}

struct Component {
    id: String,
    is_always_in: bool,
    is_ended: bool,
    choice: Option<String>,
}

impl Component {
    /// How `generate` is told to take it.
    fn arguments(&self) -> Vec<String> {
        let mut arguments = match &self.choice {
            Some(choice) => vec!["--choose".to_string(), format!("{choice}={}", self.id)],
            None if self.is_always_in => Vec::new(),
            None => vec!["--with".to_string(), self.id.clone()],
        };
        if self.is_ended {
            arguments.extend(["--acknowledge".to_string(), self.id.clone()]);
        }
        arguments
    }
}

impl Catalog {
    fn read(job: &Job) -> Result<Self, Stop> {
        let command_line = bundles::command_line(job)?;
        let text = job.text(job.workspace.command(command_line).args(["catalog", "--json"]))?;
        let json: Json = serde_json::from_str(&text).map_err(|error| format!("`catalog --json`: {error}"))?;
        Ok(Self::from_json(&json))
    }

    fn from_json(json: &Json) -> Self {
        let text = |value: &Json| value.as_str().map(str::to_string);
        let list = |value: &Json| value.as_array().cloned().unwrap_or_default();
        let texts = |value: &Json| list(value).iter().filter_map(text).collect::<Vec<_>>();
        let components = list(&json["components"]).into_iter().filter_map(|component| {
            Some(Component {
                id: text(&component["id"])?,
                is_always_in: component["include"] == "always",
                is_ended: component["lifecycle"]["status"] == "ended",
                choice: text(&component["choice"]),
            })
        });
        let choices = list(&json["choices"]);
        let choices = choices.iter().filter_map(|choice| Some((text(&choice["id"])?, texts(&choice["members"]))));
        let conflicts = list(&json["conflicts"]);
        let conflicts = conflicts.iter().map(|conflict| texts(&conflict["between"]));
        Catalog { components: components.collect(), choices: choices.collect(), conflicts: conflicts.collect() }
    }

    /// What the minimal preset becomes with these components.
    fn selection(&self, name: String, ids: &[&str]) -> Selection {
        let chosen = self.components.iter().filter(|component| ids.contains(&component.id.as_str()));
        let minimal = ["--preset".to_string(), "minimal".to_string()];
        Selection::new(name, minimal.into_iter().chain(chosen.flat_map(Component::arguments)))
    }

    fn each_alone(&self) -> Vec<Selection> {
        let optional = self.components.iter().filter(|component| !component.arguments().is_empty());
        optional.map(|component| self.selection(format!("alone-{}", component.id), &[&component.id])).collect()
    }

    fn pairs(&self) -> Vec<Selection> {
        // A switch is out or in; a choice is one of its members.
        let switches = self.components.iter().filter(|component| !component.is_always_in && component.choice.is_none());
        let mut parameters: Vec<Vec<Option<&str>>> =
            switches.map(|switch| vec![None, Some(switch.id.as_str())]).collect();
        parameters
            .extend(self.choices.values().map(|members| members.iter().map(|member| Some(member.as_str())).collect()));
        let sizes: Vec<usize> = parameters.iter().map(Vec::len).collect();
        let component = |(parameter, value): pairwise::Value| parameters[parameter][value];
        let may_meet = |a, b| {
            let (a, b) = (component(a), component(b));
            let is_of = |conflict: &[String], id: Option<&str>| id.is_some_and(|id| conflict.iter().any(|of| of == id));
            a == b || !self.conflicts.iter().any(|conflict| is_of(conflict, a) && is_of(conflict, b))
        };
        let rows = pairwise::rows(&sizes, may_meet);
        let selection = |(number, row): (usize, Vec<usize>)| {
            let ids: Vec<&str> = row.into_iter().enumerate().filter_map(component).collect();
            self.selection(format!("pairs-{:02}", number + 1), &ids)
        };
        rows.into_iter().enumerate().map(selection).collect()
    }
}

/// Charts are not part of this repository, so whoever has them says where.
fn values(job: &Job) -> Result<(), Stop> {
    job.run(bundles::verify(job.workspace).args(["values", "--test"]))?;
    let Some(charts) = std::env::var_os("CHARTS").filter(|folder| !folder.is_empty()) else {
        job.note(
            "NOT COMPARED: CHARTS names no folder with charts and definitions; verify/README.md says how to make one.",
        );
        return Ok(());
    };
    let command_line = bundles::command_line(job)?;
    let mut compare = bundles::verify(job.workspace);
    compare.arg("values").arg(charts);
    for selection in bundles::named(job.workspace)? {
        let bundle = bundles::generate(job, &command_line, &selection)?;
        for releases in releases(job, &bundle)? {
            compare.arg(releases);
        }
    }
    let says = job.text(&mut compare)?;
    job.note(says.lines().last().unwrap_or_default());
    Ok(())
}

/// The files with the Helm releases of each root module that has any.
fn releases(job: &Job, bundle: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut files = vec![];
    for root in bundles::roots(bundle)?.iter().filter(|root| root.join("charts").is_dir()) {
        let file = bundle.with_extension("releases.jsonl");
        job.run(bundles::verify(job.workspace).arg("releases").arg(root).arg(&file))?;
        files.push(file);
    }
    Ok(files)
}

fn gitops(job: &Job) -> Result<(), Stop> {
    job.run(bundles::verify(job.workspace).args(["gitops", "--test"]))?;
    let command_line = bundles::command_line(job)?;
    let charts = std::env::var_os("CHARTS").filter(|folder| !folder.is_empty());
    for selection in bundles::named(job.workspace)? {
        let bundle = bundles::generate(job, &command_line, &selection)?;
        if !bundle.join("gitops/apps").is_dir() {
            continue;
        }
        for releases in releases(job, &bundle)? {
            let objects = bundle.with_extension("objects.jsonl");
            let mut render = bundles::verify(job.workspace);
            let says = job.text(render.arg("gitops").arg(&bundle).arg(releases).arg(&objects))?;
            job.note(&format!("{}: {}", selection.name, says.lines().last().unwrap_or_default()));
            match &charts {
                Some(charts) => job.run(bundles::verify(job.workspace).arg("values").arg(charts).arg(objects))?,
                None => job.note("NOT COMPARED with definitions: CHARTS names no folder; see verify/README.md."),
            }
        }
    }
    Ok(())
}

fn policies(job: &Job) -> Result<(), Stop> {
    let command_line = bundles::command_line(job)?;
    for selection in bundles::named(job.workspace)? {
        let bundle = bundles::generate(job, &command_line, &selection)?;
        let mut checkov = job.workspace.command("checkov");
        checkov.args(["--config-file", "verify/checkov.yaml", "--directory"]).arg(bundle);
        job.run(checkov.env("PYTHONHASHSEED", "0"))?;
    }
    Ok(())
}

fn contributing(job: &Job) -> Result<(), Stop> {
    job.run(bundles::verify(job.workspace).arg("setup"))?;
    let folder = job.workspace.target.join("xtask/bundles/contributing");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let write = ["run", "--quiet", "--package", "generator", "--example", "contributing", "--"];
    job.run(job.workspace.command("cargo").args(write).arg(&folder))?;
    bundles::roots(&folder)?.iter().try_for_each(|root| job.run(bundles::verify(job.workspace).arg("test").arg(root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        Catalog::from_json(&serde_json::json!({
            "components": [
                { "id": "base", "include": "always", "choice": null },
                { "id": "new-vpc", "include": "always", "choice": "vpc" },
                { "id": "existing-vpc", "include": "optional", "choice": "vpc" },
                { "id": "logs", "include": "default" },
                { "id": "metrics", "include": "optional", "lifecycle": { "status": "ended" } },
            ],
            "choices": [{ "id": "vpc", "members": ["new-vpc", "existing-vpc"] }],
            "conflicts": [{ "between": ["logs", "existing-vpc", "metrics"] }],
        }))
    }

    #[test]
    fn what_is_always_in_is_not_tried_alone() {
        let names: Vec<String> = catalog().each_alone().into_iter().map(|selection| selection.name).collect();
        assert_eq!(names, ["alone-new-vpc", "alone-existing-vpc", "alone-logs", "alone-metrics"]);
    }

    #[test]
    fn what_has_ended_is_acknowledged_by_name() {
        let alone = catalog().each_alone();
        let ended =
            alone.iter().find(|selection| selection.name == "alone-metrics").map(|found| found.arguments.join(" "));
        assert_eq!(ended.as_deref(), Some("--preset minimal --with metrics --acknowledge metrics"));
    }

    #[test]
    fn pairs_take_one_member_of_each_choice_and_keep_conflicts_apart() {
        for selection in catalog().pairs() {
            let has = |id: &str| selection.arguments.iter().any(|argument| argument == id);
            assert!(has("vpc=new-vpc") != has("vpc=existing-vpc"), "{:?}", selection.arguments);
            let together = ["logs", "vpc=existing-vpc", "metrics"].into_iter().filter(|id| has(id)).count();
            assert!(together <= 1, "{:?}", selection.arguments);
        }
    }
}
