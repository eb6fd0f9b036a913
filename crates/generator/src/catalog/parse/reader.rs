//! Reads attributes of a manifest's blocks; what has the wrong shape becomes a problem with its place.

use crate::catalog::{Located, Problem, Source};
use crate::evaluate::{Budget, Empty, Value, evaluate};
use crate::syntax::Expression;
use hcl_edit::Span;
use hcl_edit::structure::{Attribute, Block, Body};

/// Reads one body of a manifest.
pub(super) struct Reader<'a> {
    pub(super) body: &'a Body,
    pub(super) sources: &'a [Source],
    pub(super) source: usize,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn problem(&mut self, offset: usize, says: impl Into<String>) {
        self.problems.push(Problem::at(&self.sources[self.source], offset, says));
    }

    /// Every attribute must be one of these.
    pub(super) fn only(&mut self, names: &[&str]) {
        for attribute in self.body.attributes() {
            if !names.contains(&attribute.key.as_str()) {
                let says = format!("`{}` is not read here; known are: {}.", attribute.key.as_str(), names.join(", "));
                self.problem(start(attribute), says);
            }
        }
    }

    /// An expression that is evaluated for each draft.
    pub(super) fn expression(&mut self, name: &str) -> Option<Located> {
        let attribute = self.body.get_attribute(name)?;
        Some(Located { expression: (&attribute.value).into(), source: self.source })
    }

    /// A value that is the same for all drafts.
    pub(super) fn value(&mut self, name: &str) -> Option<Value> {
        let attribute = self.body.get_attribute(name)?;
        match evaluate(&Expression::from(&attribute.value), &Empty, &mut Budget::default()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.problem(error.span.map_or(start(attribute), |span| span.start), error.message);
                None
            }
        }
    }

    /// A constant text; empty if it is not given.
    pub(super) fn text(&mut self, name: &str) -> String {
        let Some(value) = self.value(name) else { return String::new() };
        match value.as_str() {
            Some(text) => text.to_owned(),
            None => {
                self.wrong(name, "a text");
                String::new()
            }
        }
    }

    pub(super) fn optional_text(&mut self, name: &str) -> Option<String> {
        self.body.has_attribute(name).then(|| self.text(name))
    }

    /// A constant truth; false if it is not given.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        let Some(value) = self.value(name) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.wrong(name, "true or false");
            false
        })
    }

    /// A constant list of texts; empty if it is not given.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let mut texts = vec![];
        let Some(value) = self.value(name) else { return texts };
        for (_, element) in value.elements().unwrap_or_default() {
            match element.as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong(name, "a list of texts"),
            }
        }
        texts
    }

    /// A constant map: name and value, sorted by name.
    pub(super) fn entries(&mut self, name: &str) -> Vec<(String, Value)> {
        let mut entries = vec![];
        let Some(value) = self.value(name) else { return entries };
        for (key, element) in value.elements().unwrap_or_default() {
            match key.as_str() {
                Some(key) => entries.push((key.to_owned(), element)),
                None => self.wrong(name, "a map"),
            }
        }
        entries
    }

    pub(super) fn wrong(&mut self, name: &str, wanted: &str) {
        let at = self.body.get_attribute(name).map_or(0, start);
        self.problem(at, format!("`{name}` is {wanted}."));
    }

    /// Reads a block inside.
    pub(super) fn inside<'b>(&'b mut self, block: &'b Block) -> Reader<'b> {
        Reader { body: &block.body, sources: self.sources, source: self.source, problems: self.problems }
    }
}

pub(super) fn start(attribute: &Attribute) -> usize {
    attribute.span().map_or(0, |span| span.start)
}

pub(super) fn label(block: &Block) -> String {
    block.labels.first().map_or_else(String::new, |label| label.as_str().to_owned())
}
