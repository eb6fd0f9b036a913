//! A value without what its type says anyway.

use crate::evaluate::Type;
use serde_json::Value as Json;

/// Leaves out the attributes of objects that equal their `optional` default.
pub fn lean(value: &Json, ty: &Type) -> Json {
    match (value, ty) {
        (Json::Array(elements), Type::List(ty) | Type::Set(ty)) => {
            Json::Array(elements.iter().map(|element| lean(element, ty)).collect())
        }
        (Json::Object(entries), Type::Map(ty)) => {
            let mut kept = serde_json::Map::new();
            for (key, entry) in entries {
                kept.insert(key.clone(), lean(entry, ty));
            }
            Json::Object(kept)
        }
        (Json::Object(attributes), Type::Object(fields)) => {
            let mut kept = serde_json::Map::new();
            for (name, attribute) in attributes {
                let Some(field) = fields.get(name) else {
                    kept.insert(name.clone(), attribute.clone());
                    continue;
                };
                let attribute = lean(attribute, &field.ty);
                let default = field.default.as_ref().map_or(Json::Null, |default| lean(&default.to_json(), &field.ty));
                if !(field.optional && (attribute == default || attribute.is_null())) {
                    kept.insert(name.clone(), attribute);
                }
            }
            Json::Object(kept)
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::lean;
    use crate::evaluate::{Field, Type, Value};
    use serde_json::json;

    #[test]
    fn attributes_at_their_default_go_and_all_else_stays() {
        let optional = |ty, default| Field { ty, optional: true, default };
        let fields = [
            ("size".to_owned(), optional(Type::Number, Some(Value::Number(50.0)))),
            ("zone".to_owned(), optional(Type::String, None)),
            ("key".to_owned(), Field::required(Type::String)),
        ];
        let ty = Type::Map(Box::new(Type::Object(fields.into())));
        let value = json!({"a": {"size": 50, "zone": null, "key": ""}, "b": {"size": 60, "more": 1}});
        assert_eq!(lean(&value, &ty), json!({"a": {"key": ""}, "b": {"size": 60, "more": 1}}));
        assert_eq!(lean(&json!("half"), &ty), json!("half"));
    }
}
