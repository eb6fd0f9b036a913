//! Maps and objects, and what they share with lists.

use crate::json::quoted;
use crate::sorted::Map;

use super::{
    super::{MappingKind, SequenceKind, unify},
    Call, Failure, Function, Outcome, Parameter, Takes, Unknown, Value, fail, function, parameter, refuse, text,
    to_same_type,
};

const LOOKUP: &[Parameter] = &[parameter("inputMap", Takes::Anything), parameter("key", Takes::String)];

pub const FUNCTIONS: &[Function] = &[
    function("keys", &[parameter("inputMap", Takes::Anything)], keys),
    function("length", &[parameter("value", Takes::Anything)], length),
    function("lookup", LOOKUP, lookup).rest(parameter("default", Takes::Anything).or_null()),
    function("merge", &[], merge).rest(parameter("maps", Takes::Anything).or_null()),
    function("transpose", &[parameter("values", Takes::ListsByKey)], transpose).unknown(Unknown::Parts),
    function("values", &[parameter("mapping", Takes::Anything)], values),
    function("zipmap", &[parameter("keys", Takes::Strings), parameter("values", Takes::Anything)], zip_map),
];

fn mapping(call: &Call) -> Result<(MappingKind, std::sync::Arc<Map<String, Value>>), Failure> {
    match call.arguments.first() {
        Some(Value::Mapping(kind, entries)) => Ok((*kind, entries.clone())),
        _ => refuse(0, "must have map or object type"),
    }
}

/// Of a map a list, of an object a tuple.
fn keys(call: &mut Call) -> Outcome {
    let (kind, entries) = mapping(call)?;
    call.budget.take_elements(entries.len())?;
    let mut keys = Vec::new();
    for key in entries.keys() {
        call.budget.take(key.len())?;
        keys.push(Value::string(key.as_str()));
    }
    Ok(if kind == MappingKind::Map { Value::list(keys) } else { Value::tuple(keys) })
}

fn values(call: &mut Call) -> Outcome {
    let (kind, entries) = mapping(call)?;
    call.budget.take_elements(entries.len())?;
    let values = entries.values().cloned().collect();
    Ok(if kind == MappingKind::Map { Value::list(values) } else { Value::tuple(values) })
}

fn length(call: &mut Call) -> Outcome {
    let length = match call.arguments.first() {
        Some(Value::String(text)) => match text::characters(text) {
            Some(characters) => characters.len(),
            None => return Ok(Value::Unknown),
        },
        Some(Value::Sequence(_, elements)) => elements.len(),
        Some(Value::Mapping(_, entries)) => entries.len(),
        _ => return fail("argument must be a string, a collection type, or a structural type"),
    };
    Ok(Value::Number(length as f64))
}

fn lookup(call: &mut Call) -> Outcome {
    let key = call.text(1)?;
    let (kind, entries) = mapping(call)?;
    if call.arguments.len() > 3 {
        return fail(format!("lookup() takes two or three arguments, got {}", call.arguments.len()));
    }
    match (entries.get(&*key), call.arguments.get(2), kind) {
        (Some(value), _, _) => Ok(value.clone()),
        // The default takes the type of the map's elements.
        (None, Some(default), MappingKind::Map) => {
            let with_default: Vec<_> = entries.values().chain([default]).cloned().collect();
            match to_same_type(&with_default).and_then(|mut values| values.pop()) {
                Some(default) => Ok(default),
                None => refuse(2, "the default value must have the same type as the map elements"),
            }
        }
        (None, Some(default), MappingKind::Object) => Ok(default.clone()),
        (None, None, MappingKind::Map) => fail(format!("lookup failed to find key {}", quoted(&key))),
        (None, None, MappingKind::Object) => refuse(0, format!("the given object has no attribute {}", quoted(&key))),
    }
}

fn merge(call: &mut Call) -> Outcome {
    let mut merged = Map::new();
    let mut types = Vec::new();
    for argument in &call.arguments {
        match argument {
            Value::Null => {}
            Value::Mapping(kind, entries) => {
                types.push((*kind, unify::type_of(argument)));
                call.budget.take_elements(2 * entries.len())?;
                for (key, value) in entries.iter() {
                    call.budget.take(key.len())?;
                    merged.insert(key.clone(), value.clone());
                }
            }
            _ => return fail(format!("arguments must be maps or objects, got \"{}\"", argument.kind())),
        }
    }
    let one_map_type = types.windows(2).all(|pair| pair[0].1 == pair[1].1)
        && types.first().is_some_and(|(kind, _)| *kind == MappingKind::Map);
    Ok(if one_map_type { Value::map(merged) } else { Value::object(merged) })
}

fn transpose(call: &mut Call) -> Outcome {
    let mut lists: Map<String, Vec<Value>> = Map::new();
    for (key, list) in call.entries(0)?.iter() {
        let Value::Sequence(_, list) = list else { return fail("input must not contain null values") };
        for element in list.iter() {
            let Some(element) = element.as_str() else { return fail("input must not contain null values") };
            call.budget.take_elements(2)?;
            call.budget.take(element.len() + key.len())?;
            lists.or_insert_with(element.to_string(), Vec::new).push(Value::string(key.as_str()));
        }
    }
    let mut transposed = Map::new();
    for (key, list) in lists {
        transposed.insert(key, Value::list(list));
    }
    Ok(Value::map(transposed))
}

fn zip_map(call: &mut Call) -> Outcome {
    let (keys, values) = (call.elements(0)?, call.elements(1)?);
    if keys.len() != values.len() {
        let (keys, values) = (keys.len(), values.len());
        return fail(format!("number of keys ({keys}) does not match number of values ({values})"));
    }
    let mut zipped = Map::new();
    for (key, value) in keys.iter().zip(values.iter()) {
        let Some(key) = key.as_str() else {
            return if key.is_unknown() { Ok(Value::Unknown) } else { refuse(0, "keys must not be null") };
        };
        call.budget.take_elements(2)?;
        call.budget.take(key.len())?;
        zipped.insert(key.to_string(), value.clone());
    }
    Ok(match call.arguments.get(1) {
        Some(Value::Sequence(SequenceKind::List, _)) => Value::map(zipped),
        _ => Value::object(zipped),
    })
}
