//! What the manifests offer at a field.

use super::{Platform, Scope};
use crate::catalog::{Catalog, Located};
use crate::evaluate::{Budget, Value, evaluate};

/// The entries of a hint's expression, as text: keys and values of a map, or the elements with nothing beside them. Empty as long
/// as it cannot be known.
pub fn hint(catalog: &Catalog, platform: &Platform, located: &Option<Located>) -> Vec<(String, String)> {
    let Some(located) = located else { return vec![] };
    let scope = Scope::new(catalog, &platform.selection, &platform.settings);
    let value = evaluate(&located.expression, &scope, &mut Budget::default()).unwrap_or(Value::Null);
    let is_map = matches!(value, Value::Mapping(..));
    let mut entries = vec![];
    for (key, value) in value.elements().unwrap_or_default() {
        if !value.is_unknown() {
            let says = value.display();
            entries.push(if is_map { (key.display(), says) } else { (says, String::new()) });
        }
    }
    entries
}
