//! The promises.

use generator::bundle::{self, File, zip};
use generator::diagram::{Drawing, DrawnNode};
use generator::evaluate::{Budget, Empty, convert, evaluate};
use generator::platform::{Origin, Platform, is_name};
use generator::slice::{Kind, align, blocks};
use generator::sorted::Map;
use generator::{Catalog, Draft, Outcome, draft, generate};
use hcl_edit::structure::Body;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

type Held = Result<(), TestCaseError>;

/// All that holds for a draft.
pub fn holds(catalog: &Catalog, draft: &Draft) -> Held {
    let (read, findings) = draft::read(&draft.to_json());
    prop_assert_eq!(&read, draft, "read(write(x)) is x");
    prop_assert_eq!(findings, vec![]);
    let outcome = generate(catalog, draft);
    let not_filled_in = outcome.platform.findings.iter().find(|finding| finding.name == "template-not-filled-in");
    prop_assert_eq!(not_filled_in, None);
    paths(&outcome)?;
    let declared = parses(&outcome.bundle.files)?;
    values(catalog, &outcome.platform, &outcome.bundle.files)?;
    let terraform = bundle::terraform(catalog, &outcome.platform.selection);
    for (path, file) in terraform.iter().filter(|(path, _)| path.ends_with(".tf") || path.ends_with(".tftest.hcl")) {
        prop_assert_eq!(&align(&file.text), &file.text, "{} is spaced as `terraform fmt` does", path);
    }
    let count = bundle::count(catalog, &outcome.platform, &terraform);
    prop_assert_eq!(count, outcome.bundle.files.len());
    reopens(catalog, draft, &outcome)?;
    picture(&outcome.drawing, &declared)?;
    prop_assert_eq!(zip(&outcome.bundle), zip(&generate(catalog, &read).bundle), "equal drafts give equal bytes");
    Ok(())
}

/// Relative, plain, and different on a machine that does not tell capitals from small letters.
fn paths(outcome: &Outcome) -> Held {
    prop_assert!(is_name(&outcome.bundle.name), "{:?}", outcome.bundle.name);
    let mut seen = BTreeSet::new();
    for path in outcome.bundle.files.keys() {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let is_part = |part: &str| !part.is_empty() && part != "." && part != ".." && part.bytes().all(plain);
        prop_assert!(path.split('/').all(is_part), "{path:?}");
        prop_assert!(seen.insert(path.to_lowercase()), "{path:?} is there twice");
    }
    Ok(())
}

/// Every file of Terraform is HCL; the addresses that they declare.
fn parses(files: &Map<String, File>) -> Result<BTreeSet<String>, TestCaseError> {
    let mut declared = BTreeSet::new();
    for (path, file) in files {
        prop_assert!(!file.text.contains('\r'), "{path} has another end of line");
        prop_assert!(!file.text.starts_with("The template "), "{path} is no document: {}", file.text);
        if ![".tf", ".tfvars", ".tftest.hcl"].iter().any(|suffix| path.ends_with(suffix)) {
            continue;
        }
        match file.text.parse::<Body>() {
            Ok(body) => declared.extend(
                blocks(&file.text, &body, &[])
                    .into_iter()
                    .map(|block| (block.kind, block.address))
                    .filter_map(|(kind, address)| matches!(kind, Kind::Resource | Kind::Data).then_some(address)),
            ),
            Err(error) => return Err(TestCaseError::fail(format!("{path} is no HCL: {error}\n{}", file.text))),
        }
    }
    Ok(declared)
}

/// What was given stands in the tfvars, and means the same there.
fn values(catalog: &Catalog, platform: &Platform, files: &Map<String, File>) -> Held {
    let mut written = BTreeMap::new();
    for (_, file) in files.iter().filter(|(path, _)| path.starts_with("environments/")) {
        let body: Body = file.text.parse().unwrap_or_default();
        for attribute in body.attributes() {
            let value = evaluate(&(&attribute.value).into(), &Empty, &mut Budget::default());
            prop_assert!(value.is_ok(), "{}: {value:?}", attribute.key.as_str());
            written.insert(attribute.key.as_str().to_owned(), value.unwrap_or_default());
        }
    }
    for (name, setting) in &platform.settings {
        let Some(variable) = catalog.variable(name) else { continue };
        let value = written.remove(name);
        match (setting.origin, value) {
            (Origin::Given, Some(value)) => {
                prop_assert_eq!(convert(&value, &variable.ty).ok(), Some(setting.value.clone()), "{}", name);
            }
            (Origin::Given, None) => return Err(TestCaseError::fail(format!("{name} was given and is not written"))),
            (_, value) => prop_assert_eq!(value, None, "{} was not given", name),
        }
    }
    prop_assert!(written.is_empty(), "{written:?} is not reached");
    Ok(())
}

/// The bundle's own configuration gives the same bundle; only secrets are not in it.
fn reopens(catalog: &Catalog, draft: &Draft, outcome: &Outcome) -> Held {
    let text = &outcome.bundle.files["configuration.json"].text;
    let (again, findings) = draft::read(text);
    prop_assert_eq!(findings, vec![]);
    prop_assert_eq!(&again, &draft.without_secrets(catalog));
    let again = generate(catalog, &again).bundle;
    prop_assert_eq!(&again.digest, &outcome.bundle.digest);
    prop_assert_eq!(zip(&again), zip(&outcome.bundle), "equal digests mean equal bytes");
    Ok(())
}

/// Boxes stand for what there is, and overlap only if one is in the other.
fn picture(drawing: &Drawing, declared: &BTreeSet<String>) -> Held {
    let mut around: Vec<&DrawnNode> = vec![];
    for (index, node) in drawing.boxes.iter().enumerate() {
        for address in &node.stands_for {
            prop_assert!(declared.contains(address), "{} stands for {address}, which is not in the bundle", node.id);
        }
        prop_assert!(node.rect.width > 0 && node.rect.height > 0, "{} has no size", node.id);
        prop_assert!(node.rect.x >= 0 && node.rect.right() <= drawing.width, "{} is outside", node.id);
        prop_assert!(node.rect.y >= 0 && node.rect.bottom() <= drawing.height, "{} is outside", node.id);
        // Parents stand before their children.
        around.truncate(node.depth);
        for outer in &around {
            prop_assert!(outer.rect.contains(&node.rect), "{} is not in {}", node.id, outer.id);
        }
        for other in &drawing.boxes[..index] {
            let is_around = around.iter().any(|outer| outer.id == other.id);
            prop_assert!(is_around || !other.rect.overlaps(&node.rect), "{} and {} overlap", node.id, other.id);
        }
        around.push(node);
    }
    Ok(())
}
