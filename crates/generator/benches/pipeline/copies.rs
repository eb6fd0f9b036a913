//! A catalog of many copies of another: each component, resource, variable and local once more, under another name.

use generator::Catalog;
use generator::catalog::{Role, Source};
use generator::slice::Kind;
use hcl_edit::Span;
use hcl_edit::structure::Body;
use regex_lite::{Captures, Regex};
use std::collections::{BTreeMap, BTreeSet};

/// The shipped catalog, `count` times over. What belongs to no component is there once.
pub fn copies(count: usize) -> Catalog {
    let shipped = shipped::catalog();
    let names = Names::of(&shipped);
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let order: Vec<String> = (0..count)
        .flat_map(|copy| {
            shipped.subsystems.iter().map(move |subsystem| format!("{:?}", suffixed(&subsystem.id, '-', copy)))
        })
        .collect();
    for source in &shipped.sources {
        let (path, text) = (source.path.as_str(), &source.text);
        let first = path.split('/').next().unwrap_or(path);
        if !shipped.subsystems.iter().any(|subsystem| subsystem.id == first) {
            let mut text = text.to_owned();
            if path == "catalog.hcl" {
                let list = Regex::new("(?m)^order( *)=.*$").expect("it is one");
                text = list.replace(&text, format!("order = [{}]", order.join(", "))).into_owned();
            }
            files.insert(path.to_owned(), text);
            continue;
        }
        for copy in 0..count {
            files.insert(names.path(path, copy), names.renamed(source, copy));
        }
    }
    Catalog::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The first copy keeps its names.
fn suffixed(name: &str, separator: char, copy: usize) -> String {
    if copy == 0 { name.to_owned() } else { format!("{name}{separator}{copy}") }
}

/// What is renamed.
struct Names {
    /// Of subsystems, components, choices, nodes, edges, findings and costs.
    ids: BTreeSet<String>,
    /// `var.x`, `local.x`, `output.x`, `aws_vpc.this`.
    addresses: BTreeSet<String>,
}

impl Names {
    fn of(catalog: &Catalog) -> Names {
        let mut ids: BTreeSet<String> = catalog.subsystems.iter().map(|it| it.id.clone()).collect();
        ids.extend(catalog.components.iter().map(|it| it.id.clone()));
        ids.extend(catalog.choices.iter().map(|it| it.id.clone()));
        ids.extend(catalog.nodes.iter().map(|it| it.id.clone()));
        ids.extend(catalog.edges.iter().map(|it| it.id.clone()));
        ids.extend(catalog.findings.iter().map(|it| it.name.clone()));
        ids.extend(catalog.costs.iter().map(|it| it.name.clone()));
        let of_components = catalog.graph.items.iter().filter(|item| {
            matches!(item.owner, generator::catalog::Owner::Component(_)) && item.kind != Kind::Provider
        });
        let addresses = of_components.map(|item| item.address.trim_start_matches("data.").to_owned()).collect();
        Names { ids, addresses }
    }

    fn path(&self, path: &str, copy: usize) -> String {
        let parts = path.split('/').enumerate();
        let renamed =
            parts.map(
                |(depth, part)| {
                    if depth < 2 && self.ids.contains(part) { suffixed(part, '-', copy) } else { part.to_owned() }
                },
            );
        renamed.collect::<Vec<_>>().join("/")
    }

    fn renamed(&self, source: &Source, copy: usize) -> String {
        if copy == 0 {
            return source.text.clone();
        }
        let mut text = source.text.clone();
        if matches!(source.role, Role::Terraform { .. }) {
            let body: Body = text.parse().expect("the catalog has no problems");
            let locals = body.get_blocks("locals").flat_map(|block| block.body.attributes());
            let mut ends: Vec<usize> = locals.filter_map(|local| local.key.span()).map(|span| span.end).collect();
            ends.sort_unstable();
            for end in ends.into_iter().rev() {
                text.insert_str(end, &format!("_{copy}"));
            }
        }
        let address = Regex::new(r"\b([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\b").expect("it is one");
        let text = address.replace_all(&text, |found: &Captures| match self.addresses.contains(&found[0]) {
            true => format!("{}_{copy}", &found[0]),
            false => found[0].to_owned(),
        });
        let labels =
            Regex::new(r#"(resource|data|variable|output) ("[a-z0-9_]+" )?"([a-z0-9_]+)""#).expect("it is one");
        let text = labels.replace_all(&text, |found: &Captures| {
            let address = match (&found[1], found.get(2)) {
                ("variable", _) => format!("var.{}", &found[3]),
                ("output", _) => format!("output.{}", &found[3]),
                (_, kind) => {
                    format!("{}.{}", kind.map_or("", |kind| kind.as_str()).trim_matches(['"', ' ']), &found[3])
                }
            };
            let whole = &found[0];
            if self.addresses.contains(&address) {
                format!("{}_{copy}\"", whole.trim_end_matches('"'))
            } else {
                whole.to_owned()
            }
        });
        let id = Regex::new(r#"("|# if )([a-z][a-z0-9-]*)("|\[|\n)"#).expect("it is one");
        let text = id.replace_all(&text, |found: &Captures| match self.ids.contains(&found[2]) {
            true => format!("{}{}-{copy}{}", &found[1], &found[2], &found[3]),
            false => found[0].to_owned(),
        });
        text.into_owned()
    }
}
