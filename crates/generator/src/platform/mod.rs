//! The platform: what a draft means. The components that are in, and a value for each variable that they reach.

mod hint;
mod name;
mod needed_by;
mod reads;
mod scope;
mod selection;
mod switched;
mod values;
mod why;

pub use hint::hint;
pub use name::is_name;
pub use needed_by::needed_by;
pub(crate) use reads::reads;
pub use scope::Scope;
pub use selection::{Presence, Selection, Why, select};
pub use switched::{switched, titles};
pub use values::{Origin, Setting};
pub use why::{mention, why};

use crate::bundle::{File, documents};
use crate::catalog::Catalog;
use crate::draft::Draft;
use crate::evaluate::Value;
use crate::findings::{Finding, Severity, rules};
use crate::sorted::Map;

/// What a draft means.
#[derive(Debug, Clone, PartialEq)]
pub struct Platform {
    /// The bundle's name, which is the name of its folder.
    pub name: String,
    pub selection: Selection,
    /// Each variable that the selection reaches, by name.
    pub settings: Map<String, Setting>,
    /// Errors first, then open questions, warnings and notes; in catalog order within each.
    pub findings: Vec<Finding>,
    /// The templates filled in, by path: what cannot be filled in is a finding, so they are filled in here.
    pub documents: Map<String, File>,
}

/// Reads what a draft means. Total: whatever is wrong is in the findings, and a value that is refused counts as not given.
pub fn resolve(catalog: &Catalog, selection: Selection, draft: &Draft) -> Platform {
    let (settings, mut findings) = values::settings(catalog, &selection, draft);
    findings.extend(selection.findings.iter().cloned());
    let mut platform = Platform { name: String::new(), selection, settings, findings, documents: Map::new() };
    platform.name = name::bundle_name(catalog, &platform);
    let found = rules(catalog, &platform);
    platform.findings.extend(found);
    crate::sort::sort_by_key(&mut platform.findings, |finding| finding.severity);
    let (documents, not_filled_in) = documents(catalog, &platform, draft);
    platform.documents = documents;
    let errors = platform.findings.partition_point(|finding| finding.severity == Severity::Error);
    platform.findings.splice(errors..errors, not_filled_in);
    platform
}

impl Platform {
    /// The value of a variable: unknown if it is an open question, or not reached.
    pub fn value(&self, variable: &str) -> Value {
        self.settings.get(variable).map_or(Value::Unknown, |setting| setting.value.clone())
    }

    /// No value is refused: the bundle can be downloaded.
    pub fn is_valid(&self) -> bool {
        !self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}
