//! What has to exist before the first apply, and is not made here.

use crate::catalog::Catalog;
use crate::evaluate::{Budget, Type, Value, evaluate};
use crate::platform::{Origin, Platform, Scope};

/// A sentence for each thing, in catalog order. What is not answered yet stands in it by its name, in capitals.
pub(super) fn prepare(catalog: &Catalog, platform: &Platform) -> Vec<Value> {
    let mut settings = platform.settings.clone();
    for variable in &catalog.variables {
        if let Some(setting) = settings.get_mut(&variable.name)
            && variable.ty == Type::String
            && setting.value.is_unknown()
            && setting.origin != Origin::Secret
        {
            setting.value = Value::string(variable.name.to_ascii_uppercase());
        }
    }
    let known = Scope::new(catalog, &platform.selection, &platform.settings);
    let named = Scope::new(catalog, &platform.selection, &settings);
    let mut sentences = vec![];
    for one in catalog.preparations.iter().filter(|one| platform.selection.is_in(one.component)) {
        let when = one.when.as_ref().map(|when| evaluate(&when.expression, &known, &mut Budget::default()));
        // A condition that is not known yet may come to hold.
        let is_over = when.is_some_and(|when| when.is_ok_and(|when| when.as_bool() == Some(false)));
        let Some(says) = one.says.as_ref().filter(|_| !is_over) else { continue };
        let says = evaluate(&says.expression, &named, &mut Budget::default());
        sentences.extend(says.ok().filter(|says| says.as_str().is_some()));
    }
    sentences
}
