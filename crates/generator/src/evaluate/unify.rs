//! The one type that several values agree on: what a conditional's arms or a list's elements become.

use super::{Field, MappingKind, SequenceKind, Type, Value};

/// The type that a value has by itself. Null and unknown fit every type.
pub fn type_of(value: &Value) -> Type {
    match value {
        Value::Unknown | Value::Null => Type::Any,
        Value::Bool(_) => Type::Bool,
        Value::Number(_) => Type::Number,
        Value::String(_) => Type::String,
        Value::Sequence(SequenceKind::Tuple, elements) => Type::Tuple(elements.iter().map(type_of).collect()),
        Value::Sequence(SequenceKind::List, elements) => Type::List(Box::new(common(elements.iter()))),
        Value::Sequence(SequenceKind::Set, elements) => Type::Set(Box::new(common(elements.iter()))),
        Value::Mapping(MappingKind::Map, entries) => Type::Map(Box::new(common(entries.values()))),
        Value::Mapping(MappingKind::Object, entries) => {
            let mut fields = crate::sorted::Map::new();
            for (name, value) in entries.iter() {
                fields.insert(name.clone(), Field::required(type_of(value)));
            }
            Type::Object(fields)
        }
    }
}

fn common<'a>(values: impl Iterator<Item = &'a Value>) -> Type {
    unify_all(values.map(type_of)).unwrap_or(Type::Any)
}

pub fn unify_all(types: impl Iterator<Item = Type>) -> Option<Type> {
    let mut all = Type::Any;
    for ty in types {
        all = unify(all, ty)?;
    }
    Some(all)
}

/// None where no type fits both.
pub fn unify(one: Type, other: Type) -> Option<Type> {
    use Type::{Any, Bool, List, Map, Number, Object, Set, String, Tuple};
    match (one, other) {
        (one, other) if one == other => Some(one),
        (Any, ty) | (ty, Any) => Some(ty),
        (String, Number | Bool) | (Number | Bool, String) => Some(String),
        (Tuple(one), Tuple(other)) if one.len() == other.len() => {
            let elements: Option<_> = one.into_iter().zip(other).map(|(one, other)| unify(one, other)).collect();
            elements.map(Tuple)
        }
        (Tuple(one), Tuple(other)) => boxed(List, unify_all(one.into_iter().chain(other))),
        (Tuple(tuple), List(element)) | (List(element), Tuple(tuple)) => {
            boxed(List, unify_all(tuple.into_iter().chain([*element])))
        }
        (Tuple(tuple), Set(element)) | (Set(element), Tuple(tuple)) => {
            boxed(Set, unify_all(tuple.into_iter().chain([*element])))
        }
        (List(one), List(other)) | (List(one), Set(other)) | (Set(one), List(other)) => {
            boxed(List, unify(*one, *other))
        }
        (Set(one), Set(other)) => boxed(Set, unify(*one, *other)),
        (Map(one), Map(other)) => boxed(Map, unify(*one, *other)),
        (Object(one), Object(other)) if one.keys().eq(other.keys()) => {
            let mut fields = crate::sorted::Map::new();
            for ((name, one), (_, other)) in one.into_iter().zip(other) {
                fields.insert(name, Field::required(unify(one.ty, other.ty)?));
            }
            Some(Object(fields))
        }
        (Object(one), Object(other)) => {
            boxed(Map, unify_all(one.into_values().chain(other.into_values()).map(|field| field.ty)))
        }
        (Object(object), Map(element)) | (Map(element), Object(object)) => {
            boxed(Map, unify_all(object.into_values().map(|field| field.ty).chain([*element])))
        }
        _ => None,
    }
}

fn boxed(collection: fn(Box<Type>) -> Type, element: Option<Type>) -> Option<Type> {
    element.map(|element| collection(Box::new(element)))
}
