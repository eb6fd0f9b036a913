//! Reads one `NAME=VALUE`, as `terraform -var` does.

use super::{Refusal, nearest, short};
use crate::catalog::{Catalog, Variable};
use crate::evaluate::{Budget, Empty, Place, Type, Value, convert, evaluate, place};
use crate::syntax::parse_expression;
use serde_json::Value as Json;

/// Longer expressions are refused: the time to parse an object grows with the square of its keys.
pub const MAX_EXPRESSION: usize = 64 * 1024;

/// The variable and its value as a draft holds it. A value of the wrong type is no refusal but later a finding.
pub fn assign<'c>(catalog: &'c Catalog, text: &str) -> Result<(&'c Variable, Json), Refusal> {
    let refuse = |at: usize, message: String| Refusal { place: place(text, at), message };
    let Some(equals) = text.find('=') else {
        return Err(refuse(text.len(), "Write NAME=VALUE: there is no `=`.".to_owned()));
    };
    let name = text[..equals].trim();
    let Some(variable) = catalog.variable(name) else {
        let names = catalog.variables.iter().map(|variable| variable.name.as_str());
        let meant = nearest(name, names).map(|meant| format!(" Did you mean `{meant}`?")).unwrap_or_default();
        return Err(refuse(0, format!("This catalog has no variable `{}`.{meant}", short(name))));
    };
    if variable.is_secret() {
        let message =
            format!("`{name}` is a secret and is never written down. Supply it when applying, as TF_VAR_{name}.");
        return Err(refuse(0, message));
    }
    let start = equals + 1;
    match read(&text[start..], &variable.ty) {
        Ok(value) => Ok((variable, value)),
        Err((at, message)) => Err(refuse(start + at, message)),
    }
}

/// Strings, numbers and truths are taken as they stand, without quotes; all else is an expression.
fn read(text: &str, ty: &Type) -> Result<Json, (usize, String)> {
    match ty {
        Type::String => Ok(Json::from(text)),
        Type::Number | Type::Bool => {
            let converted = convert(&Value::string(text.trim()), ty);
            Ok(converted.map_or_else(|_| Json::from(text), |value| value.to_json()))
        }
        _ => expression(text).map(|value| value.to_json()),
    }
}

/// The value of an expression that names nothing, or where in it something is wrong, and what.
pub fn expression(text: &str) -> Result<Value, (usize, String)> {
    if text.len() > MAX_EXPRESSION {
        let message = format!("The expression has {} bytes; at most {MAX_EXPRESSION} are read.", text.len());
        return Err((0, message));
    }
    let trimmed = text.trim_start();
    let start = text.len() - trimmed.len();
    let parsed = parse_expression(trimmed.trim_end()).map_err(|error| {
        (start + offset(trimmed, error.place), format!("This is no expression of Terraform: {}.", error.message))
    })?;
    let value = evaluate(&parsed, &Empty, &mut Budget::default())
        .map_err(|error| (start + error.span.map_or(0, |span| span.start), error.message))?;
    if !value.is_known_whole() {
        return Err((start, "The value cannot be known before Terraform runs.".to_owned()));
    }
    Ok(value)
}

fn offset(text: &str, place: Place) -> usize {
    let before: usize = text.split_inclusive('\n').take(place.line.saturating_sub(1) as usize).map(str::len).sum();
    let rest = &text[before..];
    before + rest.char_indices().nth(place.column.saturating_sub(1) as usize).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{MAX_EXPRESSION, assign};
    use crate::Catalog;
    use serde_json::json;

    fn catalog() -> Catalog {
        let variables = "
variable \"name\" {
  type = string
}
variable \"size\" {
  type = number
}
variable \"on\" {
  type = bool
}
variable \"zones\" {
  type = list(string)
}
variable \"groups\" {
  type = map(object({ size = optional(number, 3) }))
}
variable \"password\" {
  type      = string
  sensitive = true
}
";
        Catalog::parse([("roots/variables.tf", variables)])
    }

    fn check(text: &str, name: &str, value: serde_json::Value) {
        let catalog = catalog();
        let (variable, read) = assign(&catalog, text).expect("it can be read");
        assert_eq!((variable.name.as_str(), read), (name, value));
    }

    fn refused(text: &str, place: &str, says: &str) {
        let refusal = assign(&catalog(), text).expect_err("it is refused");
        assert_eq!(refusal.place.to_string(), place);
        assert!(refusal.message.contains(says), "{}", refusal.message);
    }

    #[test]
    fn text_is_taken_as_it_stands() {
        check("name=harbor", "name", json!("harbor"));
        check("name=\"a\" = ${b}", "name", json!("\"a\" = ${b}"));
        check("name= a ", "name", json!(" a "));
        check("name=", "name", json!(""));
    }

    #[test]
    fn numbers_and_truths_need_no_quotes() {
        check("size=3", "size", json!(3));
        check("size=0.5", "size", json!(0.5));
        check("on=true", "on", json!(true));
    }

    #[test]
    fn what_does_not_fit_stays_as_it_was_typed() {
        check("size=three", "size", json!("three"));
        check("on=yes", "on", json!("yes"));
        check("zones=\"a\"", "zones", json!("a"));
    }

    #[test]
    fn all_else_is_an_expression() {
        check("zones=[\"a\", \"b\"]", "zones", json!(["a", "b"]));
        check(" zones = [\n  \"a\",\n]\n", "zones", json!(["a"]));
        check("groups={general = {size = 1 + 2}}", "groups", json!({ "general": { "size": 3 } }));
        check("groups={\"general\": {}}", "groups", json!({ "general": {} }));
        check("zones=null", "zones", json!(null));
    }

    #[test]
    fn a_refusal_points_into_the_argument() {
        refused("name", "1:5", "no `=`");
        refused("zone=[]", "1:1", "Did you mean `zones`?");
        refused("colour=red", "1:1", "no variable `colour`.");
        refused("zones=[\"a\" \"b\"]", "1:12", "");
        refused("zones=[\n  \"a\",\n  b,\n]", "3:3", "");
        refused("zones=", "1:7", "");
        refused("password=hunter2", "1:1", "TF_VAR_password");
        refused("=3", "1:1", "no variable");
    }

    #[test]
    fn hostile_expressions_are_refused() {
        refused(&format!("zones={}", "[".repeat(60_000)), "1:72", "");
        refused(&format!("zones=[{}]", "1,".repeat(MAX_EXPRESSION)), "1:7", "bytes");
        refused("zones=[timestamp()]", "1:7", "cannot be known");
        refused("zones=[var.zones]", "1:8", "");
    }
}
