//! The files that are filled in: README, guides, decision records, whatever ends in `.tftpl`.

use super::digest::{VERSION, digest};
use super::prepare::prepare;
use super::terraform::component_of;
use super::{Bundle, File, keyed};
use crate::catalog::{Catalog, Owner, Problem, Role, Source};
use crate::draft::Draft;
use crate::estimate::{Costs, estimate};
use crate::evaluate::{Budget, Scope as _, Value, render};
use crate::findings::{Finding, Severity};
use crate::json::quoted;
use crate::platform::{Origin, Platform, Scope, why};
use crate::sorted::Map;
use crate::syntax::Template;

/// The templates of what is in, filled in; one that cannot be is a finding, and there is no file of it.
pub(crate) fn documents(catalog: &Catalog, platform: &Platform, draft: &Draft) -> (Map<String, File>, Vec<Finding>) {
    let digest = digest(catalog, &draft.without_secrets(catalog));
    let mut scope = Scope::new(catalog, &platform.selection, &platform.settings);
    scope.set("bundle", facts(catalog, platform, &estimate(catalog, platform), &digest));
    let (mut files, mut findings) = (Map::new(), vec![]);
    for source in catalog.sources.iter().filter(|source| source.role == Role::Template) {
        let ships = match source.owner {
            Owner::Component(component) => platform.selection.is_in(component),
            Owner::Subsystem(subsystem) => has_subsystem(catalog, platform, subsystem),
            Owner::Root(root) => platform.selection.has_root(catalog, root),
            Owner::Catalog => true,
        };
        let (Some(path), Some(template)) = (source.ships_as.as_ref().filter(|_| ships), &source.template) else {
            continue;
        };
        let component = component_of(catalog, source);
        for (path, each) in copies(path, &scope) {
            if let Some(each) = each {
                scope.set("each", each);
            }
            match path.and_then(|path| Ok((fill_in(template, &scope)?, path))) {
                Ok((text, path)) => _ = files.insert(path, File { text, component: component.clone() }),
                Err((at, says)) => findings.push(not_filled_in(source, at, &says)),
            }
        }
    }
    (files, findings)
}

/// What is wrong with a template, and where.
type Mistake = (usize, String);

/// The paths that a template ships to: its own or, with a variable in brackets, one for each key, and what `each` is there.
fn copies(path: &str, scope: &Scope) -> Vec<(Result<String, Mistake>, Option<Value>)> {
    let Some(variable) = keyed::variable(path) else { return vec![(Ok(path.to_owned()), None)] };
    let mut copies = vec![];
    for (key, value) in scope.variable(variable).and_then(|value| value.elements()).unwrap_or_default() {
        let name = key.display();
        let path =
            keyed::path(path, &name).ok_or_else(|| (0, format!("{} cannot be the name of a file.", quoted(&name))));
        copies.push((path, Some(object([("key", key), ("value", value)]))));
    }
    copies
}

fn fill_in(template: &Template, scope: &Scope) -> Result<String, Mistake> {
    let text = render(template, scope, &mut Budget::default())
        .map_err(|error| (error.span.map_or(0, |span| span.start), error.message))?;
    match text.as_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err((0, "It mentions what is known only at plan time.".to_owned())),
    }
}

fn not_filled_in(source: &Source, at: usize, says: &str) -> Finding {
    let path = source.ships_as.as_deref().unwrap_or(&source.path);
    let problem = Problem::at(source, at, says);
    let says = format!("{path} cannot be made, since its template cannot be filled in. {problem}");
    let remedy = "Mend the template in the catalog; until then, change back what led to this.";
    Finding::new("template-not-filled-in", Severity::Error, says).remedy(remedy)
}

fn has_subsystem(catalog: &Catalog, platform: &Platform, subsystem: usize) -> bool {
    catalog.components_of(subsystem).any(|component| platform.selection.is_in(component))
}

/// What templates may name as `bundle`.
fn facts(catalog: &Catalog, platform: &Platform, costs: &Costs, digest: &str) -> Value {
    let text = |text: &str| Value::string(text);
    let mut roots = vec![];
    for (root, name) in catalog.roots.iter().enumerate() {
        if platform.selection.has_root(catalog, root) {
            roots.push(text(name));
        }
    }
    let (mut components, mut subsystems) = (vec![], vec![]);
    for (index, subsystem) in catalog.subsystems.iter().enumerate() {
        if has_subsystem(catalog, platform, index) {
            subsystems.push(object([
                ("id", text(&subsystem.id)),
                ("title", text(&subsystem.title)),
                ("summary", text(&subsystem.summary)),
            ]));
        }
    }
    for index in platform.selection.components() {
        let component = &catalog.components[index];
        components.push(object([
            ("id", text(&component.id)),
            ("title", text(&component.title)),
            ("summary", text(&component.summary)),
            ("subsystem", text(&catalog.subsystems[component.subsystem].id)),
            ("why", text(&why(catalog, &platform.selection, index))),
        ]));
    }
    let is_question = |finding: &&Finding| finding.severity == Severity::Question;
    let questions = platform.findings.iter().filter(is_question).map(finding).collect();
    // The draft in the bundle has no secrets, so the bundle says nothing of them: it is the same when it is opened again.
    let is_listed = |found: &&Finding| !is_question(found) && found.name != "secret-in-draft";
    let findings = platform.findings.iter().filter(is_listed).map(finding).collect();
    let mut to_supply = vec![];
    for variable in &catalog.variables {
        let is_asked = platform.settings.get(&variable.name).is_some_and(|it| it.origin == Origin::Secret);
        if is_asked && variable.default.is_none() {
            to_supply.push(object([("name", text(&variable.name)), ("description", text(&variable.description))]));
        }
    }
    let mut lines = vec![];
    for line in &costs.lines {
        lines.push(object([
            ("component", text(&line.component)),
            ("says", text(&line.says)),
            ("monthly", line.monthly.map_or(Value::Null, |monthly| Value::Number(monthly as f64))),
        ]));
    }
    object([
        ("name", text(&platform.name)),
        ("digest", text(digest)),
        ("generator_version", text(VERSION)),
        ("command", text(&Bundle::command(&platform.name))),
        ("roots", Value::tuple(roots)),
        ("subsystems", Value::tuple(subsystems)),
        ("components", Value::tuple(components)),
        ("questions", Value::tuple(questions)),
        ("prepare", Value::tuple(prepare(catalog, platform))),
        ("to_supply", Value::tuple(to_supply)),
        ("findings", Value::tuple(findings)),
        ("costs", Value::tuple(lines)),
        ("monthly", Value::Number(costs.monthly as f64)),
        ("resources", Value::Number(platform.selection.resources(catalog) as f64)),
    ])
}

fn finding(finding: &Finding) -> Value {
    // A finding may quote what somebody typed; in a document it is one line.
    let line = |text: &str| Value::string(text.split(char::is_control).collect::<Vec<_>>().join(" "));
    let optional = |text: &Option<String>| text.as_deref().map_or(Value::Null, line);
    object([
        ("name", Value::string(finding.name.as_str())),
        ("severity", Value::string(finding.severity.as_str())),
        ("says", line(&finding.says)),
        ("remedy", optional(&finding.remedy)),
        ("field", optional(&finding.field)),
        ("component", optional(&finding.component)),
    ])
}

fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in entries {
        object.insert(name.to_owned(), value);
    }
    Value::object(object)
}
