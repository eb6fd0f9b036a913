//! The findings that manifests describe.

use super::{Finding, Severity};
use crate::catalog::{Catalog, FindingRule, Located, Problem};
use crate::evaluate::{Budget, Value, evaluate};
use crate::platform::{Platform, Scope, reads};

/// What the manifests' rules find in a platform, in catalog order.
pub fn rules(catalog: &Catalog, platform: &Platform) -> Vec<Finding> {
    let scope = Scope::new(catalog, &platform.selection, &platform.settings);
    let mut found = vec![];
    for rule in &catalog.findings {
        if rule.component.is_some_and(|component| !platform.selection.is_in(component)) {
            continue;
        }
        match apply(catalog, rule, &scope) {
            Ok(finding) => found.extend(finding.map(|mut finding| {
                let out = rule.switch.iter().filter(|&&index| !platform.selection.is_in(index));
                finding.switch.extend(out.map(|&index| catalog.components[index].id.clone()));
                finding
            })),
            Err(problem) => {
                let says = format!("The catalog's finding `{}` cannot be evaluated. {problem}", rule.name);
                found.push(Finding::new("catalog-expression", Severity::Warning, says));
            }
        }
    }
    found
}

fn apply(catalog: &Catalog, rule: &FindingRule, scope: &Scope) -> Result<Option<Finding>, Problem> {
    let value = |expression: &Option<Located>| {
        let Some(located) = expression else { return Ok(Value::Null) };
        evaluate(&located.expression, scope, &mut Budget::default()).map_err(|error| {
            let span = error.span.unwrap_or_else(|| located.expression.span.range());
            Problem::at(&catalog.sources[located.source], span.start, error.message)
        })
    };
    if value(&rule.when)?.as_bool() != Some(true) {
        return Ok(None);
    }
    let mut finding = Finding::new(&rule.name, rule.severity, value(&rule.says)?.display());
    if let Some(remedy) = value(&rule.remedy)?.as_str() {
        finding = finding.remedy(remedy);
    }
    if let Some(field) = &rule.field {
        finding = finding.field(field);
    }
    if let (Severity::Error, Some(when)) = (rule.severity, &rule.when) {
        finding.also = reads(&when.expression, scope, rule.field.as_deref());
    }
    if let Some(component) = rule.component {
        finding = finding.component(&catalog.components[component].id);
    }
    for (name, value) in value(&rule.set)?.elements().unwrap_or_default() {
        finding.set.insert(name.display(), value.to_json());
    }
    Ok(Some(finding))
}
