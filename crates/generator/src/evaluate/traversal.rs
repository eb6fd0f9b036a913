//! Names, attributes, indices and splats.

use hcl_edit::{
    Decorated,
    expr::{Expression, Traversal, TraversalOperator},
};

use super::{
    Error, SequenceKind, Value,
    access::{attribute, index},
    expression::Evaluator,
};

type Operators<'a> = &'a [Decorated<TraversalOperator>];

impl Evaluator<'_> {
    /// A name that stands alone.
    pub fn name(&mut self, name: &str) -> Result<Value, Error> {
        if let Some((_, value)) = self.names.iter().rev().find(|(known, _)| known == name) {
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
        let Expression::Variable(root) = &traversal.expr else {
            let value = self.value(&traversal.expr)?;
            return self.follow(value, &traversal.operators);
        };
        let root = root.as_str();
        let shadowed = self.names.iter().any(|(name, _)| name == root);
        let first = traversal.operators.split_first().map(|(first, rest)| (first.value(), rest));
        match (root, first) {
            ("var", Some((TraversalOperator::GetAttr(name), rest))) if !shadowed => {
                let value = self.scope.variable(name.as_str()).ok_or_else(|| {
                    let detail =
                        format!("An input variable with the name \"{}\" has not been declared.", name.as_str());
                    Error::new("Reference to undeclared input variable", detail).fatal()
                })?;
                self.follow(value, rest)
            }
            ("local", Some((TraversalOperator::GetAttr(name), rest))) if !shadowed => {
                let value = self.scope.local(name.as_str()).ok_or_else(|| {
                    let detail = format!("A local value with the name \"{}\" has not been declared.", name.as_str());
                    Error::new("Reference to undeclared local value", detail).fatal()
                })?;
                self.follow(value, rest)
            }
            (_, Some((TraversalOperator::GetAttr(name), _))) if !shadowed => {
                let value = self.scope.other(root).ok_or_else(|| {
                    let name = name.as_str();
                    let detail =
                        format!("A managed resource \"{root}\" \"{name}\" has not been declared in the root module.");
                    Error::new("Reference to undeclared resource", detail).fatal()
                })?;
                self.follow(value, &traversal.operators)
            }
            _ => {
                let value = self.name(root)?;
                self.follow(value, &traversal.operators)
            }
        }
    }

    fn follow(&mut self, mut value: Value, mut operators: Operators) -> Result<Value, Error> {
        while let Some((operator, rest)) = operators.split_first() {
            self.budget.work(1)?;
            operators = rest;
            let result = match operator.value() {
                TraversalOperator::GetAttr(name) => attribute(&value, name.as_str()),
                TraversalOperator::LegacyIndex(position) => index(&value, &Value::Number(*position.value() as f64)),
                TraversalOperator::Index(key) => {
                    let key = self.value(key)?;
                    index(&value, &key)
                }
                TraversalOperator::AttrSplat(_) => {
                    let is_attribute = |operator: &Decorated<TraversalOperator>| {
                        matches!(operator.value(), TraversalOperator::GetAttr(_))
                    };
                    let end = rest.iter().position(|operator| !is_attribute(operator)).unwrap_or(rest.len());
                    let (each, after) = rest.split_at(end);
                    operators = after;
                    self.splat(&value, each)
                }
                TraversalOperator::FullSplat(_) => {
                    operators = &[];
                    self.splat(&value, rest)
                }
            };
            value = result.map_err(|error| error.at(operator))?;
        }
        Ok(value)
    }

    /// Null has no elements; what is no sequence is the only element.
    fn splat(&mut self, value: &Value, operators: Operators) -> Result<Value, Error> {
        let (kind, elements) = match value {
            Value::Unknown => return Ok(Value::Unknown),
            Value::Null => return Ok(Value::tuple(Vec::new())),
            Value::Sequence(kind, elements) => (*kind, &elements[..]),
            single => (SequenceKind::Tuple, std::slice::from_ref(single)),
        };
        self.budget.take_elements(elements.len())?;
        let mut found = Vec::with_capacity(elements.len());
        for element in elements {
            found.push(self.follow(element.clone(), operators)?);
        }
        Ok(match kind {
            SequenceKind::Tuple => Value::tuple(found),
            SequenceKind::List | SequenceKind::Set => Value::list(found),
        })
    }
}
