//! Reads a catalog: first which subsystems and components there are, then the files in catalog order, then what they say.

mod graph;
mod locals;
mod manifests;
mod parts;
mod placement;
mod reader;
mod requirements;
mod variables;

use super::{Catalog, Owner, Problem, Role, Source, Variable};
use crate::bundle::keyed;
use crate::evaluate::{FAMILIES, Place, Value};
use crate::sorted::Map;
use crate::syntax::{SyntaxError, Template};
use hcl_edit::structure::Body;
use manifests::Manifests;
use placement::placement;
use reader::{Reader, label};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

impl Catalog {
    /// Reads a catalog from its files: path below the catalog's folder (with `/`), and text.
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Catalog {
        parse(files)
    }
}

fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Catalog {
    let mut texts = BTreeMap::new();
    for (path, text) in files {
        texts.insert(path, text);
    }
    let mut problems = vec![];
    let outline = Outline::read(&texts);
    let (sources, bodies) = sources(&texts, &outline, &mut problems);
    let mut manifests = Manifests::new(&outline.subsystems, &outline.components);
    for index in 0..sources.len() {
        let source = &sources[index];
        if source.role != Role::Manifest {
            continue;
        }
        let reader = Reader { body: &bodies[index], sources: &sources, source: index, problems: &mut problems };
        match source.owner {
            Owner::Subsystem(subsystem) => manifests.read_subsystem(reader, subsystem),
            _ => manifests.read_catalog(reader),
        }
    }
    manifests.finish();
    for id in &outline.subsystems {
        let path = format!("{id}/subsystem.hcl");
        if !texts.contains_key(path.as_str()) {
            let message = format!("`order` names the subsystem `{id}`, which has no such file.");
            problems.push(Problem { path, place: Place { line: 1, column: 1 }, message });
        }
    }
    let examples = examples(&sources, &bodies, &mut problems);
    let ids: Vec<String> = outline.components.iter().map(|(_, id)| id.clone()).collect();
    let graph = graph::graph(&sources, &bodies, &ids, &mut problems);
    let variables = variables::variables(&sources, &bodies, &mut problems);
    for source in &sources {
        problems.extend(keyed_by_nothing(source, &variables));
    }
    let choices = std::mem::take(&mut manifests.choices);
    let requirements = requirements::requirements(&graph, &sources, ids.len(), &choices, &mut problems);
    let mut catalog = Catalog {
        title: manifests.title,
        roots: outline.roots,
        subsystems: manifests.subsystems,
        components: manifests.components,
        choices,
        conflicts: manifests.conflicts,
        presets: manifests.presets,
        variables,
        examples,
        nodes: manifests.nodes,
        edges: manifests.edges,
        findings: manifests.findings,
        costs: manifests.costs,
        preparations: manifests.preparations,
        hints: manifests.hints,
        plumbing: manifests.plumbing,
        facts: manifests.facts,
        bundle_name: manifests.bundle_name,
        sources,
        locals: Map::new(),
        graph,
        requirements,
        functions: FAMILIES.concat(),
        problems,
        digest: digest(&texts),
    };
    catalog.locals = locals::locals(&catalog, &bodies);
    catalog
}

/// A file that ships once for each key of a variable is a template, and there is such a variable.
fn keyed_by_nothing(source: &Source, variables: &[Variable]) -> Option<Problem> {
    let name = keyed::variable(source.ships_as.as_ref()?)?;
    let says = if source.role != Role::Template {
        "A file that ships once for each key of a variable ends in `.tftpl`.".to_owned()
    } else if !variables.iter().any(|variable| variable.name == name) {
        format!("The path names the variable `{name}`, which is declared nowhere.")
    } else {
        return None;
    };
    Some(Problem::at(source, 0, says))
}

/// The names that paths are made of.
struct Outline {
    roots: Vec<String>,
    subsystems: Vec<String>,
    /// The index of the subsystem, and the component's id; in catalog order.
    components: Vec<(usize, String)>,
}

impl Outline {
    fn read(texts: &BTreeMap<&str, &str>) -> Outline {
        let body = |path: &str| texts.get(path).and_then(|text| text.parse::<Body>().ok()).unwrap_or_default();
        let catalog = body("catalog.hcl");
        let names = |attribute: &str| {
            let mut names = vec![];
            for element in catalog.get_attribute(attribute).and_then(|list| list.value.as_array()).into_iter().flatten()
            {
                names.extend(element.as_str().map(str::to_owned));
            }
            names
        };
        let (mut roots, mut subsystems, mut components) = (names("roots"), names("order"), vec![]);
        for path in texts.keys() {
            let mut parts = path.split('/');
            match (parts.next(), parts.next(), parts.next()) {
                (Some("roots"), Some(root), Some(_)) if !roots.iter().any(|known| known == root) => {
                    roots.push(root.to_owned())
                }
                (Some(id), Some("subsystem.hcl"), None) if !subsystems.iter().any(|known| known == id) => {
                    subsystems.push(id.to_owned());
                }
                _ => {}
            }
        }
        for (index, subsystem) in subsystems.iter().enumerate() {
            for block in body(&format!("{subsystem}/subsystem.hcl")).get_blocks("component") {
                components.push((index, label(block)));
            }
        }
        Outline { roots, subsystems, components }
    }
}

/// The files in catalog order: what is shared, the root modules, then component by component; and their trees, empty where a
/// file is no HCL.
fn sources(texts: &BTreeMap<&str, &str>, outline: &Outline, problems: &mut Vec<Problem>) -> (Vec<Source>, Vec<Body>) {
    let mut sources = vec![];
    for (path, text) in texts {
        let placement = placement(path, &outline.roots, &outline.subsystems, &outline.components);
        let Some(placement) = placement else {
            let message =
                "This file is nowhere in the catalog's layout: no root, subsystem or component is named so.".to_owned();
            problems.push(Problem { path: (*path).to_owned(), place: Place { line: 1, column: 1 }, message });
            continue;
        };
        let mut refuse = |error: hcl_edit::parser::Error| {
            let SyntaxError { place, message } = error.into();
            problems.push(Problem { path: (*path).to_owned(), place, message });
        };
        let (mut body, mut template) = (Body::default(), None);
        match placement.role {
            Role::Verbatim => {}
            Role::Template => {
                let parsed = hcl_edit::parser::parse_template(text).map_err(&mut refuse).ok();
                template = parsed.as_ref().map(Template::from);
            }
            _ => body = hcl_edit::parser::parse_body(text).map_err(&mut refuse).unwrap_or_default(),
        }
        let source = Source {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
            owner: placement.owner,
            role: placement.role,
            ships_as: placement.ships_as,
            template,
        };
        sources.push((source, body));
    }
    // The sort is stable, and the paths were in order.
    crate::sort::sort_by_key(&mut sources, |(source, _)| match source.owner {
        Owner::Catalog => (0, 0),
        Owner::Root(index) => (1, index),
        Owner::Subsystem(index) => (2, index),
        Owner::Component(index) => (3, index),
    });
    sources.into_iter().unzip()
}

/// What the bundle's own tests answer to questions without a default, in `tests/*.auto.tfvars`, serves as example everywhere.
fn examples(sources: &[Source], bodies: &[Body], problems: &mut Vec<Problem>) -> Map<String, Value> {
    let mut examples = Map::new();
    for (index, _) in sources.iter().enumerate().filter(|(_, source)| source.role == Role::Examples) {
        let mut reader = Reader { body: &bodies[index], sources, source: index, problems };
        for attribute in bodies[index].attributes() {
            let name = attribute.key.as_str();
            if let Some(value) = reader.value(name) {
                examples.insert(name.to_owned(), value);
            }
        }
    }
    examples
}

fn digest(texts: &BTreeMap<&str, &str>) -> [u8; 32] {
    let mut digest = Sha256::new();
    for (path, text) in texts {
        // Lengths keep two catalogs apart that differ only in where one text ends.
        for part in [path, text] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
    }
    digest.finalize().into()
}
