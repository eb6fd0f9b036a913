//! A value for each variable that a selection reaches: given, default, open, or refused.

use super::selection::UNKNOWN_NAME;
use super::{Scope, Selection, reads};
use crate::catalog::{Catalog, Owner, Variable};
use crate::draft::{Draft, short};
use crate::evaluate::{Budget, Value, convert, culprits, evaluate};
use crate::findings::{Finding, Severity};
use crate::sorted::{Map, Set};
use serde_json::Value as Json;

/// A variable's value, and where it is from.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Unknown if it is an open question, a secret, or refused without a default to fall back to.
    pub value: Value,
    pub origin: Origin,
}

/// Where a value is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Default,
    Given,
    /// Required, and nobody has given it yet.
    Open,
    /// Given, and refused; the value is the default until it is mended.
    Refused,
    /// A secret: supplied when applying.
    Secret,
}

/// The settings of all variables reached, and what is wrong with them, in catalog order.
pub(super) fn settings(
    catalog: &Catalog,
    selection: &Selection,
    draft: &Draft,
) -> (Map<String, Setting>, Vec<Finding>) {
    let mut settings = Map::new();
    let mut findings = vec![];
    let reached = reached(catalog, selection);
    for variable in &reached {
        let (setting, finding) = setting(catalog, variable, draft.values.get(&variable.name));
        settings.insert(variable.name.clone(), setting);
        findings.extend(finding);
    }
    for (variable, finding) in refused(catalog, selection, &settings, &reached) {
        if let Some(setting) = settings.get_mut(&variable.name) {
            let default = variable.default.clone().unwrap_or(Value::Unknown);
            *setting = Setting { value: default, origin: Origin::Refused };
        }
        findings.push(finding);
    }
    for name in draft.values.keys().filter(|name| catalog.variable(name).is_none()) {
        let says =
            format!("This catalog has no variable `{}`; the draft keeps it, and nothing comes of it.", short(name));
        findings.push(Finding::new("unknown-name", Severity::Warning, says).remedy(UNKNOWN_NAME));
    }
    (settings, findings)
}

fn reached<'c>(catalog: &'c Catalog, selection: &Selection) -> Vec<&'c Variable> {
    let mut names = Set::new();
    for &item in selection.variables.iter().flatten() {
        names.extend(catalog.graph.items[item].address.strip_prefix("var."));
    }
    catalog.variables.iter().filter(|variable| names.contains(variable.name.as_str())).collect()
}

fn setting(catalog: &Catalog, variable: &Variable, given: Option<&Json>) -> (Setting, Option<Finding>) {
    let find = |name: &str, severity, says: String| {
        let finding = Finding::new(name, severity, says).field(&variable.name);
        match variable.owner {
            Owner::Component(component) => finding.component(&catalog.components[component].id),
            _ => finding,
        }
    };
    if variable.is_secret() {
        let finding = given.map(|_| {
            let says =
                format!("`{}` is a secret: it is never in a draft, and the value given is not used.", variable.name);
            let remedy = format!("Supply it when applying, as TF_VAR_{}.", variable.name);
            find("secret-in-draft", Severity::Warning, says).remedy(remedy)
        });
        return (Setting { value: Value::Unknown, origin: Origin::Secret }, finding);
    }
    let fallback = |origin| Setting { value: variable.default.clone().unwrap_or(Value::Unknown), origin };
    let given = given.filter(|given| !given.is_null() || variable.nullable);
    match (given, &variable.default) {
        (Some(given), _) => match convert(&Value::from_json(given), &variable.ty) {
            Ok(value) => (Setting { value, origin: Origin::Given }, None),
            Err(error) => {
                let says = format!("The given value is not suitable for {}: {error}.", variable.name);
                let mut finding = find("value-refused", Severity::Error, says);
                finding.parts.extend(Some(error.steps).filter(|steps| !steps.is_empty()));
                (fallback(Origin::Refused), Some(finding))
            }
        },
        (None, Some(_)) => (fallback(Origin::Default), None),
        (None, None) => {
            let finding = find("value-missing", Severity::Question, variable.description.clone());
            let remedy = match catalog.examples.get(&variable.name) {
                Some(example) => format!("Give `{}` a value, for example {}.", variable.name, example.to_hcl(0)),
                None => format!("Give `{}` a value.", variable.name),
            };
            (fallback(Origin::Open), Some(finding.remedy(remedy)))
        }
    }
}

/// The variables whose own validation blocks refuse their value, with the message of each, as Terraform prints them all.
fn refused<'c>(
    catalog: &'c Catalog,
    selection: &Selection,
    settings: &Map<String, Setting>,
    reached: &[&'c Variable],
) -> Vec<(&'c Variable, Finding)> {
    let scope = Scope::new(catalog, selection, settings);
    let mut refused = vec![];
    for variable in reached {
        for validation in &variable.validations {
            let condition = evaluate(&validation.condition.expression, &scope, &mut Budget::default());
            let says = match condition {
                Ok(Value::Bool(false)) => {
                    let message = evaluate(&validation.error_message.expression, &scope, &mut Budget::default());
                    message.map_or_else(|error| error.message, |message| message.display())
                }
                Ok(_) => continue,
                Err(error) => error.message,
            };
            let mut finding = Finding::new("value-refused", Severity::Error, says).field(&variable.name);
            finding.parts = culprits(&validation.condition.expression, &variable.name, &scope);
            finding.also = reads(&validation.condition.expression, &scope, Some(&variable.name));
            if let Owner::Component(component) = variable.owner {
                finding = finding.component(&catalog.components[component].id);
            }
            refused.push((*variable, finding));
        }
    }
    refused
}
