//! Reads the variables off their blocks.

use super::parts::parts;
use super::reader::{Reader, label};
use crate::catalog::{Owner, Problem, Role, Source, Validation, Variable};
use crate::evaluate::{Type, Value, convert};
use crate::syntax::Expression;
use hcl_edit::Span;
use hcl_edit::structure::{Block, Body};

/// All variables, in catalog order.
pub(super) fn variables(sources: &[Source], bodies: &[Body], problems: &mut Vec<Problem>) -> Vec<Variable> {
    let mut variables: Vec<Variable> = vec![];
    for (index, (source, body)) in sources.iter().zip(bodies).enumerate() {
        if !matches!(source.role, Role::Terraform { .. }) {
            continue;
        }
        for block in body.get_blocks("variable") {
            let mut reader = Reader { body: &block.body, sources, source: index, problems };
            let variable = variable(block, source.owner, &mut reader);
            if variables.iter().any(|known| known.name == variable.name) {
                let says = format!(
                    "Variable `{}` is declared a second time; each is declared once in the whole catalog.",
                    variable.name
                );
                reader.problem(variable.offset, says);
                continue;
            }
            variables.push(variable);
        }
    }
    variables
}

fn variable(block: &Block, owner: Owner, reader: &mut Reader) -> Variable {
    let name = label(block);
    let offset = block.span().map_or(0, |span| span.start);
    let ty = match block.body.get_attribute("type").map(|attribute| Type::parse(&Expression::from(&attribute.value))) {
        Some(Ok(ty)) => ty,
        Some(Err(error)) => {
            reader.problem(error.span.map_or(offset, |span| span.start), error.message);
            Type::Any
        }
        None => {
            reader.problem(offset, format!("Variable `{name}` has no type."));
            Type::Any
        }
    };
    let default = reader.value("default").and_then(|value| match convert(&value, &ty) {
        Ok(value) => Some(value),
        Err(error) => {
            reader.problem(offset, format!("The default of `{name}` does not fit its type: {error}."));
            None
        }
    });
    let flag = |reader: &mut Reader, attribute: &str, otherwise: bool| match reader.value(attribute) {
        Some(Value::Bool(value)) => value,
        _ => otherwise,
    };
    let mut validations = vec![];
    for node in block.body.get_blocks("validation") {
        let mut inside = reader.inside(node);
        let (condition, error_message) = (inside.expression("condition"), inside.expression("error_message"));
        let (Some(condition), Some(error_message)) = (condition, error_message) else {
            inside.problem(offset, format!("A validation of `{name}` lacks its condition or its error_message."));
            continue;
        };
        validations.push(Validation { condition, error_message });
    }
    let parts = parts(block, &reader.sources[reader.source].text, &name, &validations);
    Variable {
        description: reader.text("description"),
        nullable: flag(reader, "nullable", true),
        sensitive: flag(reader, "sensitive", false),
        ephemeral: flag(reader, "ephemeral", false),
        source: reader.source,
        name,
        owner,
        ty,
        default,
        validations,
        parts,
        offset,
    }
}
