//! The catalog: Terraform as its authors wrote it, a manifest beside it, and what can be read off both.
//!
//! Parsing is total: what is wrong with the catalog is listed in [`Catalog::problems`], with file, line and column, and a test
//! holds the shipped catalog to an empty list.

mod graph;
mod index;
mod local;
mod manifest;
#[cfg(feature = "parse")]
mod parse;
mod problem;
mod requirement;
mod source;
mod variable;

pub use graph::{Graph, Item, ItemIndex, Link};
pub use index::IndexError;
pub use local::Local;
pub use manifest::{
    Choice, Component, Conflict, Cost, Edge, FindingRule, Hint, Inclusion, Lifecycle, Located, Node, Preparation,
    Preset, Status, Subsystem,
};
pub use problem::Problem;
pub use requirement::{Needed, Requirement};
pub use source::{Owner, Role, Source};
pub use variable::{Part, Validation, Variable};

use crate::evaluate::{Function, Value};
use crate::sorted::{Map, Set};

/// The index of a component in [`Catalog::components`]; catalog order is the order everywhere.
pub type ComponentIndex = usize;

/// A parsed catalog.
#[derive(Debug, PartialEq)]
pub struct Catalog {
    pub title: String,
    /// The root modules in the order in which they are applied.
    pub roots: Vec<String>,
    pub subsystems: Vec<Subsystem>,
    pub components: Vec<Component>,
    pub choices: Vec<Choice>,
    pub conflicts: Vec<Conflict>,
    pub presets: Vec<Preset>,
    /// All variables, each declared once, in the order in which a bundle lists them.
    pub variables: Vec<Variable>,
    /// A value for each variable that must be given: shown as a placeholder, used by the bundle's own tests.
    pub examples: Map<String, Value>,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub findings: Vec<FindingRule>,
    pub costs: Vec<Cost>,
    pub preparations: Vec<Preparation>,
    pub hints: Vec<Hint>,
    /// Addresses of resources that are not drawn, on purpose.
    pub plumbing: Set<String>,
    /// What manifests may name beside `var` and `local`: `price`, `version`.
    pub facts: Map<String, Value>,
    /// The expression that names a bundle.
    pub bundle_name: Option<Located>,
    pub sources: Vec<Source>,
    /// The locals that drafts are read with, by name: each block that declares one, in catalog order.
    pub locals: Map<String, Vec<Local>>,
    pub graph: Graph,
    /// What each component needs, by its index.
    pub requirements: Vec<Vec<Requirement>>,
    /// What its expressions may call.
    pub functions: Vec<Function>,
    /// What is wrong with the catalog itself. An index is made only of a catalog without problems.
    pub problems: Vec<Problem>,
    /// SHA-256 over all paths and texts.
    pub digest: [u8; 32],
}

impl Catalog {
    /// The component of that id.
    pub fn component(&self, id: &str) -> Option<ComponentIndex> {
        self.components.iter().position(|component| component.id == id)
    }

    /// The variable of that name.
    pub fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.name == name)
    }

    /// The choice of that id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// What the manifests say about a field: `node_groups.*.instance_types.*`.
    pub fn hint(&self, field: &str) -> Option<&Hint> {
        self.hints.iter().find(|hint| hint.field == field)
    }

    /// Where a component's file goes in the bundle, by its name in the component's folder.
    pub fn ships_as(&self, component: ComponentIndex, file: &str) -> Option<&str> {
        let is_it = |source: &&Source| {
            let folder = source.path.strip_suffix(file);
            source.owner == Owner::Component(component) && folder.is_some_and(|folder| folder.ends_with('/'))
        };
        self.sources.iter().find(is_it)?.ships_as.as_deref()
    }

    /// An expression as its author wrote it.
    pub fn text_of(&self, located: &Located) -> &str {
        let source = self.sources.get(located.source);
        source.and_then(|source| source.text.get(located.expression.span.range())).unwrap_or_default()
    }

    /// The components of a subsystem, in order.
    pub fn components_of(&self, subsystem: usize) -> impl Iterator<Item = ComponentIndex> + '_ {
        (0..self.components.len()).filter(move |&index| self.components[index].subsystem == subsystem)
    }
}
