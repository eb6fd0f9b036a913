//! Names, attributes, indices and splats.

use crate::syntax::{Kind, Step, Traversal};

use super::{
    Error, SequenceKind, Value,
    access::{attribute, index},
    expression::Evaluator,
};

impl Evaluator<'_> {
    /// A name that stands alone.
    pub fn name(&mut self, name: &str) -> Result<Value, Error> {
        if let Some((_, value)) = self.names.iter().rev().find(|(known, _)| &**known == name) {
            return Ok(value.clone());
        }
        if matches!(name, "var" | "local") {
            let detail =
                format!("The \"{name}\" object cannot be accessed directly. Instead, access one of its attributes.");
            return Err(Error::new("Invalid reference", detail).fatal());
        }
        self.scope.other(name).ok_or_else(|| {
            let detail = "A reference to a resource type must be followed by at least one attribute access, specifying \
                          the resource name.";
            Error::new("Invalid reference", detail).fatal()
        })
    }

    pub fn traversal(&mut self, traversal: &Traversal) -> Result<Value, Error> {
        let Kind::Name(root) = &traversal.from.kind else {
            let value = self.value(&traversal.from)?;
            return self.follow(value, &traversal.steps);
        };
        let shadowed = self.names.iter().any(|(name, _)| name == root);
        let root = &**root;
        let first = traversal.steps.split_first();
        match (root, first) {
            ("var", Some((Step::Attribute(name), rest))) if !shadowed => {
                let value = self.scope.variable(name).ok_or_else(|| {
                    let detail = format!("An input variable with the name \"{name}\" has not been declared.");
                    Error::new("Reference to undeclared input variable", detail).fatal()
                })?;
                self.follow(value, rest)
            }
            ("local", Some((Step::Attribute(name), rest))) if !shadowed => {
                let value = self.scope.local(name).ok_or_else(|| {
                    let detail = format!("A local value with the name \"{name}\" has not been declared.");
                    Error::new("Reference to undeclared local value", detail).fatal()
                })?;
                self.follow(value, rest)
            }
            (_, Some((Step::Attribute(name), _))) if !shadowed => {
                let value = self.scope.other(root).ok_or_else(|| {
                    let detail =
                        format!("A managed resource \"{root}\" \"{name}\" has not been declared in the root module.");
                    Error::new("Reference to undeclared resource", detail).fatal()
                })?;
                self.follow(value, &traversal.steps)
            }
            _ => {
                let value = self.name(root)?;
                self.follow(value, &traversal.steps)
            }
        }
    }

    fn follow(&mut self, mut value: Value, mut steps: &[Step]) -> Result<Value, Error> {
        while let Some((step, rest)) = steps.split_first() {
            self.budget.work(1)?;
            steps = rest;
            value = match step {
                Step::Attribute(name) => attribute(&value, name)?,
                Step::LegacyIndex(position) => index(&value, &Value::Number(*position as f64))?,
                Step::Index(key) => {
                    let found = index(&value, &self.value(key)?);
                    found.map_err(|error| error.at(key))?
                }
                Step::AttributeSplat => {
                    let is_attribute = |step: &Step| matches!(step, Step::Attribute(_));
                    let end = rest.iter().position(|step| !is_attribute(step)).unwrap_or(rest.len());
                    let (each, after) = rest.split_at(end);
                    steps = after;
                    self.splat(&value, each)?
                }
                Step::FullSplat => {
                    steps = &[];
                    self.splat(&value, rest)?
                }
            };
        }
        Ok(value)
    }

    /// Null has no elements; what is no sequence is the only element.
    fn splat(&mut self, value: &Value, steps: &[Step]) -> Result<Value, Error> {
        let (kind, elements) = match value {
            Value::Unknown => return Ok(Value::Unknown),
            Value::Null => return Ok(Value::tuple(Vec::new())),
            Value::Sequence(kind, elements) => (*kind, &elements[..]),
            single => (SequenceKind::Tuple, std::slice::from_ref(single)),
        };
        self.budget.take_elements(elements.len())?;
        let mut found = Vec::with_capacity(elements.len());
        for element in elements {
            found.push(self.follow(element.clone(), steps)?);
        }
        Ok(match kind {
            SequenceKind::Tuple => Value::tuple(found),
            SequenceKind::List | SequenceKind::Set => Value::list(found),
        })
    }
}
