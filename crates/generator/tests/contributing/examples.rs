//! Reads the worked examples out of CONTRIBUTING.md, and puts them into the shipped catalog.

use generator::{Catalog, Draft};
use std::collections::BTreeMap;

/// The examples, and what is said that a bundle has of them.
#[derive(Default)]
pub struct Examples {
    /// Contents by path, as the text names it: `catalog/...`.
    pub files: Vec<(String, String)>,
    /// Paths in the bundle.
    pub promised: Vec<String>,
}

/// A fenced block is the file whose path stands last before it; one of plain text is what the bundle has.
pub fn read() -> Examples {
    let text = include_str!("../../../../CONTRIBUTING.md");
    let start = text.find("## Add a component").expect("there is an example");
    let end = text.find("## Write for the reader").expect("there is an end of them");
    let mut examples = Examples::default();
    let mut path = None;
    let mut lines = text[start..end].lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.trim_start().strip_prefix("```") else {
            let named = line.split('`').skip(1).step_by(2).filter(|name| name.starts_with("catalog/"));
            path = named.last().map(str::to_owned).or(path);
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        let mut block = String::new();
        for line in lines.by_ref().take_while(|line| line.trim() != "```") {
            block += line.get(indent..).unwrap_or_default();
            block.push('\n');
        }
        match language {
            "text" => examples.promised.extend(block.lines().map(str::to_owned)),
            _ => examples.files.push((path.take().expect("a block has a path before it"), block)),
        }
    }
    examples
}

/// The shipped catalog with the examples: new files are added, others get longer, and a new subsystem is the last in order.
pub fn catalog() -> Catalog {
    let shipped = shipped::catalog();
    let mut files: BTreeMap<String, String> =
        shipped.sources.into_iter().map(|source| (source.path, source.text.to_string())).collect();
    for (path, text) in read().files {
        let path = path.strip_prefix("catalog/").expect("it is a path of the catalog").to_owned();
        if let Some(subsystem) = path.strip_suffix("/subsystem.hcl").filter(|_| !files.contains_key(&path)) {
            let order = files.get_mut("catalog.hcl").expect("it is in the catalog");
            let end = order.find("order ").and_then(|at| Some(at + order[at..].find(']')?)).expect("there is an order");
            order.insert_str(end, &format!(", \"{subsystem}\""));
        }
        let file = files.entry(path).or_default();
        if !file.is_empty() {
            file.push('\n');
        }
        file.push_str(&text);
    }
    Catalog::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The default, and the examples.
pub fn draft(catalog: &Catalog) -> Draft {
    let mut draft = Draft::default();
    for id in ["artefacts", "job-queue"] {
        draft.switch(catalog, catalog.component(id).expect("the examples have it"), true);
    }
    for (name, value) in &catalog.examples {
        draft.values.insert(name.clone(), value.to_json());
    }
    draft
}
