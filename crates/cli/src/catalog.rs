//! `catalog`: all that there is to choose from.

use crate::failure::Failure;
use crate::stdout::print;
use clap::Args;
use generator::catalog::{Catalog, ComponentIndex, Inclusion, Needed, Owner, Status, Variable};
use generator::findings::OWN;
use serde_json::{Value as Json, json};

/// List the subsystems, components, choices, presets, variables and findings.
#[derive(Debug, Args)]
pub struct PrintCatalog {
    /// All of it as JSON
    #[arg(long)]
    json: bool,
}

impl PrintCatalog {
    pub fn run(&self) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let text = if self.json { format!("{:#}\n", json(&catalog)) } else { text(&catalog) };
        print(text.as_bytes())?;
        Ok(0)
    }
}

fn text(catalog: &Catalog) -> String {
    let mut text = format!("{}\n", catalog.title);
    for (index, subsystem) in catalog.subsystems.iter().enumerate() {
        text.push_str(&format!("\n{} ({}): {}\n", subsystem.title, subsystem.id, subsystem.summary));
        for component in catalog.components_of(index) {
            let (inclusion, component) = (inclusion(catalog, component), &catalog.components[component]);
            text.push_str(&format!("  {:<24} {inclusion:<20} {}\n", component.id, component.summary));
        }
    }
    text.push_str("\nChoices\n");
    for choice in &catalog.choices {
        text.push_str(&format!("  {:<24} {}\n", choice.id, choice.summary));
    }
    text.push_str("\nPresets\n");
    for preset in &catalog.presets {
        text.push_str(&format!("  {:<24} {}\n", preset.id, preset.summary));
    }
    text.push_str("\nVariables\n");
    for variable in &catalog.variables {
        text.push_str(&format!("  {:<32} {}\n", variable.name, variable.description));
    }
    text.push_str("\nFindings\n");
    for rule in &catalog.findings {
        text.push_str(&format!("  {:<32} {}\n", rule.name, rule.severity.as_str()));
    }
    for (name, _) in OWN {
        text.push_str(&format!("  {name:<32} of every catalog\n"));
    }
    text
}

/// "always", "by default", "optional", or the choice.
fn inclusion(catalog: &Catalog, component: ComponentIndex) -> String {
    let component = &catalog.components[component];
    match (component.choice, component.inclusion) {
        (Some(choice), _) => format!("choice {}", catalog.choices[choice].id),
        (None, Inclusion::Always) => "always".to_owned(),
        (None, Inclusion::Default) => "by default".to_owned(),
        (None, Inclusion::Optional) => "optional".to_owned(),
    }
}

fn json(catalog: &Catalog) -> Json {
    let id = |component: ComponentIndex| &catalog.components[component].id;
    let subsystems = catalog
        .subsystems
        .iter()
        .map(|subsystem| json!({ "id": subsystem.id, "title": subsystem.title, "summary": subsystem.summary }));
    let choices = catalog.choices.iter().map(|choice| {
        let members: Vec<&String> = choice.members.iter().map(|&member| id(member)).collect();
        json!({ "id": choice.id, "title": choice.title, "summary": choice.summary, "members": members, "default": id(choice.default) })
    });
    let conflicts = catalog.conflicts.iter().map(|conflict| {
        let between: Vec<&String> = conflict.between.iter().map(|&component| id(component)).collect();
        json!({ "between": between, "says": conflict.says })
    });
    let presets = catalog.presets.iter().map(|preset| {
        json!({ "id": preset.id, "title": preset.title, "summary": preset.summary, "draft": generator::Draft::preset(preset).to_value() })
    });
    let findings = catalog.findings.iter().map(|rule| json!({ "name": rule.name, "severity": rule.severity }));
    let own = OWN.iter().map(|(name, says)| json!({ "name": name, "says": says }));
    json!({
        "title": catalog.title,
        "roots": catalog.roots,
        "subsystems": subsystems.collect::<Vec<_>>(),
        "components": (0..catalog.components.len()).map(|index| component(catalog, index)).collect::<Vec<_>>(),
        "choices": choices.collect::<Vec<_>>(),
        "conflicts": conflicts.collect::<Vec<_>>(),
        "presets": presets.collect::<Vec<_>>(),
        "variables": catalog.variables.iter().map(|known| variable(catalog, known)).collect::<Vec<_>>(),
        "findings": findings.chain(own).collect::<Vec<_>>(),
    })
}

fn component(catalog: &Catalog, index: ComponentIndex) -> Json {
    let component = &catalog.components[index];
    let requires = catalog.requirements[index].iter().map(|requirement| {
        let needs = match requirement.needs {
            Needed::Component(needed) => json!({ "component": catalog.components[needed].id }),
            Needed::Choice(choice) => json!({ "choice": catalog.choices[choice].id }),
        };
        let with: Vec<&str> = requirement.with.iter().map(|&other| catalog.components[other].id.as_str()).collect();
        json!({ "needs": needs, "with": with, "file": requirement.file, "address": requirement.address })
    });
    let status = match component.lifecycle.status {
        Status::Supported => "supported",
        Status::Deprecated => "deprecated",
        Status::Ended => "ended",
    };
    let include = match component.inclusion {
        Inclusion::Always => "always",
        Inclusion::Default => "default",
        Inclusion::Optional => "optional",
    };
    json!({
        "id": component.id,
        "title": component.title,
        "summary": component.summary,
        "subsystem": catalog.subsystems[component.subsystem].id,
        "include": include,
        "choice": component.choice.map(|choice| &catalog.choices[choice].id),
        "requires": requires.collect::<Vec<_>>(),
        "lifecycle": { "status": status, "since": component.lifecycle.since, "source": component.lifecycle.source },
    })
}

fn variable(catalog: &Catalog, variable: &Variable) -> Json {
    let component = match variable.owner {
        Owner::Component(component) => Some(&catalog.components[component].id),
        _ => None,
    };
    json!({
        "name": variable.name,
        "type": variable.ty.to_string(),
        "description": variable.description,
        "required": variable.default.is_none(),
        "default": variable.default.as_ref().map(|value| value.to_json()),
        "example": catalog.examples.get(&variable.name).map(|value| value.to_json()),
        "options": variable.options,
        "sensitive": variable.sensitive,
        "component": component,
    })
}
