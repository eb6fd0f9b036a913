//! In every slice each root module stands on its own: what it mentions is declared, and what it declares is mentioned.

use crate::{Broken, CATALOG, EVERY_PAIR, drafts, everything};
use generator::bundle::{File, terraform};
use generator::catalog::Owner;
use generator::platform::select;
use generator::slice::{Kind, blocks};
use generator::sorted::Map;
use generator::{Draft, generate};
use hcl_edit::structure::Body;
use std::collections::{BTreeMap, BTreeSet};

/// The drafts of [`drafts`], and every two components that can be switched, alone together and left out together.
fn many() -> Vec<(String, Draft)> {
    let mut many = drafts();
    let catalog = &*CATALOG;
    let last = if EVERY_PAIR { catalog.components.len() } else { 0 };
    for one in 0..last {
        for other in one + 1..catalog.components.len() {
            for all in [false, true] {
                let mut draft = everything(all);
                for index in [one, other] {
                    match catalog.components[index].choice {
                        Some(choice) => draft.choose(catalog, &catalog.choices[choice], index),
                        None => draft.switch(catalog, index, !all),
                    }
                }
                let ids = [one, other].map(|index| catalog.components[index].id.as_str());
                many.push((format!("{} {}", ids.join(" and "), if all { "left out" } else { "alone" }), draft));
            }
        }
    }
    many
}

/// The addresses of a file's blocks, each with what it mentions, by path and text: most files are the same in most drafts.
#[derive(Default)]
struct Parsed(BTreeMap<(String, String), Result<Vec<Block>, String>>);

#[derive(Clone)]
struct Block {
    address: String,
    is_terraform: bool,
    mentions: Vec<String>,
}

impl Parsed {
    fn blocks(&mut self, path: &str, text: &str) -> &Result<Vec<Block>, String> {
        self.0.entry((path.to_owned(), text.to_owned())).or_insert_with(|| {
            let body = text.parse::<Body>().map_err(|error| error.to_string())?;
            let blocks = blocks(text, &body, &[]).into_iter();
            Ok(blocks
                .map(|block| Block {
                    address: block.address,
                    is_terraform: block.kind == Kind::Terraform,
                    mentions: block.references.into_iter().map(|(reference, _)| reference.to).collect(),
                })
                .collect())
        })
    }
}

/// What a root module's files declare and mention; a file that is no HCL is one more thing to mend.
fn module(
    parsed: &mut Parsed,
    files: &Map<String, File>,
    root: &str,
    broken: &mut Broken,
) -> (BTreeSet<String>, Vec<(String, String)>) {
    let (mut declared, mut mentioned) = (BTreeSet::new(), vec![]);
    for (path, file) in files {
        let Some(name) = path.strip_prefix(root).and_then(|rest| rest.strip_prefix('/')) else { continue };
        if name.contains('/') || !name.ends_with(".tf") {
            continue;
        }
        let blocks = match parsed.blocks(path, &file.text) {
            Ok(blocks) => blocks,
            Err(error) => {
                broken.0.push(format!("{path}: {error}"));
                continue;
            }
        };
        for block in blocks {
            broken.unless(block.is_terraform || declared.insert(block.address.clone()), || {
                format!("{path}: {} is declared twice", block.address)
            });
            let by = format!("{path}: {}", block.address);
            mentioned.extend(block.mentions.iter().map(|to| (to.clone(), by.clone())));
        }
    }
    (declared, mentioned)
}

/// What the tests of a root module mention of it, and the test's path.
fn tested<'f>(parsed: &mut Parsed, files: &'f Map<String, File>, root: &str) -> Vec<(String, &'f str)> {
    let mut tested = vec![];
    for (path, file) in files.iter().filter(|(path, _)| path.starts_with(&format!("{root}/tests/"))) {
        if !path.ends_with(".tftest.hcl") {
            continue;
        }
        for to in parsed.blocks(path, &file.text).iter().flatten().flat_map(|block| &block.mentions) {
            // What earlier runs of the test made is its own, and `plan` and `apply` are words.
            if to.contains('.') && !to.starts_with("run.") {
                tested.push((to.clone(), path.as_str()));
            }
        }
    }
    tested
}

#[test]
fn every_slice_stands_on_its_own() {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut parsed = Parsed::default();
    for (name, draft) in many() {
        let files = terraform(&CATALOG, &select(&CATALOG, &draft));
        let mut here = Broken::default();
        for root in &CATALOG.roots {
            let (declared, mentioned) = module(&mut parsed, &files, root, &mut here);
            for (to, by) in &mentioned {
                let is_built_in = to == "provider.terraform";
                here.unless(is_built_in || declared.contains(to), || format!("{by} mentions {to}, which is not there"));
            }
            for (to, by) in tested(&mut parsed, &files, root) {
                here.unless(declared.contains(&to), || format!("{by} tests {to}, which is not there"));
            }
            let mentioned: BTreeSet<&String> = mentioned.iter().map(|(to, _)| to).collect();
            for address in declared.iter().filter(|address| !mentioned.contains(address)) {
                let wants_mention =
                    ["var.", "local.", "data.", "provider."].iter().any(|kind| address.starts_with(kind));
                here.unless(!wants_mention, || format!("{root} declares {address}, which nothing mentions"));
            }
        }
        for (path, file) in &files {
            let marked = file.text.lines().find(|line| {
                let mark = line.split("# if ").nth(1).map(str::trim);
                mark.is_some_and(|id| CATALOG.component(id).is_some())
            });
            here.unless(marked.is_none(), || format!("{path}: a mark is left: {marked:?}"));
        }
        for says in here.0 {
            first.entry(says).or_insert_with(|| name.clone());
        }
    }
    let mut broken = Broken::default();
    broken.0.extend(first.into_iter().map(|(says, name)| format!("{says} (first in: {name})")));
    broken.none();
}

/// A data source with a condition guards its component, so something that always ships must mention it.
#[test]
fn guards_ship_with_their_component() {
    let mut broken = Broken::default();
    for (name, draft) in drafts() {
        let selection = select(&CATALOG, &draft);
        for (item, kept) in CATALOG.graph.items.iter().zip(&selection.kept) {
            let Owner::Component(component) = item.owner else { continue };
            let text = &CATALOG.sources[item.source].text[item.lines.clone()];
            let is_guard = item.kind == Kind::Data && (text.contains("postcondition") || text.contains("precondition"));
            broken.unless(*kept || !is_guard || !selection.is_in(component), || {
                format!("{} guards nothing: nothing mentions it ({name})", item.address)
            });
        }
    }
    broken.none();
}

#[test]
fn values_are_given_only_to_what_is_declared() {
    let (mut broken, mut parsed) = (Broken::default(), Parsed::default());
    for (name, draft) in drafts() {
        let files = generate(&CATALOG, &draft).bundle.files;
        for root in &CATALOG.roots {
            let (declared, _) = module(&mut parsed, &files, root, &mut broken);
            let given = files.iter().filter(|(path, _)| {
                path.ends_with(&format!("/{root}.tfvars")) || (path.starts_with(root) && path.ends_with(".auto.tfvars"))
            });
            for (path, file) in given {
                let body: Body = file.text.parse().unwrap_or_default();
                for attribute in body.attributes() {
                    let address = format!("var.{}", attribute.key.as_str());
                    broken
                        .unless(declared.contains(&address), || format!("{path}: nothing declares {address} ({name})"));
                }
            }
        }
    }
    broken.none();
}
