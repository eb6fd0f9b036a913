//! `explain`: what a name stands for, and what it means for a platform.

mod choice;
mod component;
mod finding;
mod page;
mod subsystem;
mod variable;

use crate::failure::Failure;
use crate::inputs::{Inputs, unknown};
use crate::stdout::print;
use clap::Args;
use generator::findings::OWN;
use generator::{Catalog, Draft, Outcome};
use page::Page;

/// Say what a component, variable, choice, finding, subsystem or preset is, and what it means for a platform.
#[derive(Debug, Args)]
pub struct Explain {
    /// The name, as `catalog` and `check` print it
    name: String,
    #[command(flatten)]
    inputs: Inputs,
}

/// What explanations are made from.
struct Context<'a> {
    catalog: &'a Catalog,
    draft: &'a Draft,
    outcome: &'a Outcome,
}

impl Explain {
    pub fn run(&self, _quiet: bool) -> Result<u8, Failure> {
        let catalog = shipped::catalog();
        let draft = self.inputs.draft(&catalog)?.draft;
        let outcome = generator::generate(&catalog, &draft);
        let context = Context { catalog: &catalog, draft: &draft, outcome: &outcome };
        let pages = context.pages(&self.name);
        if pages.is_empty() {
            let names = names(&catalog);
            return Err(unknown(
                "explain",
                "component, variable, choice, finding, subsystem or preset",
                &self.name,
                names.into_iter(),
            ));
        }
        let texts: Vec<String> = pages.into_iter().map(Page::text).collect();
        print(texts.join("\n").as_bytes())?;
        Ok(0)
    }
}

impl Context<'_> {
    /// All that a name stands for: nothing hinders a choice and a subsystem from sharing one.
    fn pages(&self, name: &str) -> Vec<Page> {
        let catalog = self.catalog;
        let mut pages = vec![];
        pages.extend(
            catalog.components.iter().position(|component| component.id == name).map(|index| self.component(index)),
        );
        pages.extend(catalog.choices.iter().position(|choice| choice.id == name).map(|index| self.choice(index)));
        pages.extend(catalog.variable(name).map(|variable| self.variable(variable)));
        pages.extend(
            catalog.subsystems.iter().position(|subsystem| subsystem.id == name).map(|index| self.subsystem(index)),
        );
        pages.extend(catalog.presets.iter().find(|preset| preset.id == name).map(subsystem::preset));
        pages.extend(catalog.findings.iter().filter(|rule| rule.name == name).map(|rule| self.finding(rule)));
        pages.extend(OWN.iter().find(|(own, _)| *own == name).map(|(_, says)| self.own_finding(name, says)));
        pages
    }
}

fn names(catalog: &Catalog) -> Vec<&str> {
    let mut names: Vec<&str> = catalog.components.iter().map(|component| component.id.as_str()).collect();
    names.extend(catalog.variables.iter().map(|variable| variable.name.as_str()));
    names.extend(catalog.choices.iter().map(|choice| choice.id.as_str()));
    names.extend(catalog.findings.iter().map(|rule| rule.name.as_str()));
    names.extend(catalog.subsystems.iter().map(|subsystem| subsystem.id.as_str()));
    names.extend(catalog.presets.iter().map(|preset| preset.id.as_str()));
    names.extend(OWN.iter().map(|(name, _)| *name));
    names
}
