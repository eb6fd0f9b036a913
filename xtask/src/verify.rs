//! `cargo xtask verify`: all that is too long for every change; nightly in CI.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::bundles::{self, Selection};
use crate::pairwise;
use crate::steps::{Job, Step, Stop};
use crate::tools::{CHECKOV, PYTHON, TERRAFORM};

const REMEDY: &str =
    "Generate that selection with the command line and run `verify/verify test DIR` on its root modules.";

pub const STEPS: &[Step] = &[
    Step {
        name: "components",
        about: "every component alone, with what it requires",
        needs: &[TERRAFORM, PYTHON],
        remedy: REMEDY,
        run: |job| bundles::check_all(job, &Catalog::read(job)?.each_alone()),
    },
    Step {
        name: "pairs",
        about: "few bundles in which every two components are in, out, and one without the other",
        needs: &[TERRAFORM, PYTHON],
        remedy: REMEDY,
        run: |job| bundles::check_all(job, &Catalog::read(job)?.pairs()),
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
    conflicts: Vec<[String; 2]>,
}

struct Component {
    id: String,
    is_always_in: bool,
    choice: Option<String>,
}

impl Catalog {
    fn read(job: &Job) -> Result<Self, Stop> {
        let output = job.workspace.command(bundles::command_line(job)?).args(["catalog", "--json"]).output()?;
        if !output.status.success() {
            return Err(Stop::Failed(format!(
                "`eks-configurator catalog --json`: {}",
                String::from_utf8_lossy(&output.stderr)
            )));
        }
        let json: Json =
            serde_json::from_slice(&output.stdout).map_err(|error| format!("`catalog --json`: {error}"))?;
        Ok(Self::from_json(&json))
    }

    fn from_json(json: &Json) -> Self {
        let text = |value: &Json| value.as_str().map(str::to_string);
        let list = |value: &Json| value.as_array().cloned().unwrap_or_default();
        let texts = |value: &Json| list(value).iter().filter_map(text).collect::<Vec<_>>();
        let components = list(&json["components"]).into_iter().filter_map(|component| {
            let is_always_in = component["include"] == "always";
            Some(Component { id: text(&component["id"])?, is_always_in, choice: text(&component["choice"]) })
        });
        let choices = list(&json["choices"])
            .into_iter()
            .filter_map(|choice| Some((text(&choice["id"])?, texts(&choice["members"]))));
        let conflicts =
            list(&json["conflicts"]).into_iter().filter_map(|conflict| texts(&conflict["between"]).try_into().ok());
        Catalog { components: components.collect(), choices: choices.collect(), conflicts: conflicts.collect() }
    }

    fn each_alone(&self) -> Vec<Selection> {
        let optional = self.components.iter().filter(|component| !component.is_always_in);
        optional
            .map(|component| {
                Selection::new(format!("alone-{}", component.id), ["--preset", "minimal", "--with", &component.id])
            })
            .collect()
    }

    fn pairs(&self) -> Vec<Selection> {
        // A switch is out (0) or in (1); a choice is one of its members.
        let switches = self.components.iter().filter(|component| !component.is_always_in && component.choice.is_none());
        let mut parameters: Vec<Vec<Option<&str>>> =
            switches.map(|switch| vec![None, Some(switch.id.as_str())]).collect();
        parameters
            .extend(self.choices.values().map(|members| members.iter().map(|member| Some(member.as_str())).collect()));
        let sizes: Vec<usize> = parameters.iter().map(Vec::len).collect();
        let component = |(parameter, value): pairwise::Value| parameters[parameter][value];
        let may_meet = |a, b| {
            let pair = [component(a), component(b)];
            let clash =
                |[one, other]: &[String; 2]| pair.contains(&Some(one.as_str())) && pair.contains(&Some(other.as_str()));
            !self.conflicts.iter().any(clash)
        };
        let rows = pairwise::rows(&sizes, may_meet);
        let selection = |(number, row): (usize, Vec<usize>)| {
            let components = row.into_iter().enumerate().filter_map(component);
            let with = components.flat_map(|id| ["--with".to_string(), id.to_string()]);
            Selection::new(
                format!("pairs-{:02}", number + 1),
                ["--preset".to_string(), "minimal".to_string()].into_iter().chain(with),
            )
        };
        rows.into_iter().enumerate().map(selection).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        Catalog::from_json(&serde_json::json!({
            "components": [
                { "id": "base", "include": "always", "choice": null },
                { "id": "new-vpc", "include": "default", "choice": "vpc" },
                { "id": "existing-vpc", "include": "optional", "choice": "vpc" },
                { "id": "logs", "include": "default" },
                { "id": "metrics", "include": "optional" },
            ],
            "choices": [{ "id": "vpc", "members": ["new-vpc", "existing-vpc"] }],
            "conflicts": [{ "between": ["logs", "existing-vpc"] }],
        }))
    }

    #[test]
    fn what_is_always_in_is_not_tried_alone() {
        let names: Vec<String> = catalog().each_alone().into_iter().map(|selection| selection.name).collect();
        assert_eq!(names, ["alone-new-vpc", "alone-existing-vpc", "alone-logs", "alone-metrics"]);
    }

    #[test]
    fn pairs_take_one_member_of_each_choice_and_keep_conflicts_apart() {
        for selection in catalog().pairs() {
            let has = |id: &str| selection.arguments.iter().any(|argument| argument == id);
            assert!(has("new-vpc") != has("existing-vpc"), "{:?}", selection.arguments);
            assert!(!(has("logs") && has("existing-vpc")), "{:?}", selection.arguments);
        }
    }
}
