//! What is in a list, a tuple or a set.

use super::{
    super::{SequenceKind, compare, number, unify},
    Call, Function, NOT_WHOLE, Outcome, Parameter, Takes, Unknown, Value, fail, function, is_among, parameter, refuse,
    to_same_type,
};

const LIST: Parameter = parameter("list", Takes::Anything);
const BOOLS: &[Parameter] = &[parameter("list", Takes::Bools)];
const VALUE: Parameter = parameter("value", Takes::Anything);
const MATCH_KEYS: &[Parameter] =
    &[parameter("values", Takes::List), parameter("keys", Takes::List), parameter("searchset", Takes::List)];

pub const FUNCTIONS: &[Function] = &[
    function("alltrue", BOOLS, |call| quantified(call, false)),
    function("anytrue", BOOLS, |call| quantified(call, true)),
    function("coalescelist", &[], coalesce_list)
        .rest(parameter("vals", Takes::Anything).or_null())
        .unknown(Unknown::Handled),
    function("contains", &[LIST, VALUE], contains),
    function("element", &[LIST, parameter("index", Takes::Number)], element),
    function("index", &[LIST, VALUE], index),
    function("matchkeys", MATCH_KEYS, match_keys).unknown(Unknown::Parts),
    function("one", &[LIST], one),
];

/// Whether any element is true, or all are; null is neither.
fn quantified(call: &mut Call, any: bool) -> Outcome {
    let mut unknown = false;
    for element in call.elements(0)?.iter() {
        match element {
            Value::Unknown => unknown = true,
            element if element.as_bool().unwrap_or(false) == any => return Ok(Value::Bool(any)),
            _ => {}
        }
    }
    Ok(if unknown { Value::Unknown } else { Value::Bool(!any) })
}

fn coalesce_list(call: &mut Call) -> Outcome {
    for value in &call.arguments {
        match value {
            Value::Unknown => return Ok(Value::Unknown),
            Value::Sequence(_, elements) if elements.is_empty() => {}
            Value::Sequence(..) => return Ok(value.clone()),
            _ => return fail("coalescelist arguments must be lists or tuples"),
        }
    }
    fail("no non-null arguments")
}

fn contains(call: &mut Call) -> Outcome {
    let wanted = call.any(1);
    let mut unknown = false;
    for element in call.sequence("argument must be list, tuple, or set")?.iter() {
        call.budget.look(&wanted)?;
        match compare::equal(element, &wanted) {
            Some(true) => return Ok(Value::Bool(true)),
            Some(false) => {}
            None => unknown = true,
        }
    }
    Ok(if unknown { Value::Unknown } else { Value::Bool(false) })
}

/// Counts on from the start when the index is past the end.
fn element(call: &mut Call) -> Outcome {
    let list = call.any(0);
    let elements = match &list {
        Value::Sequence(SequenceKind::List | SequenceKind::Tuple, elements) => elements,
        _ => return fail(["cannot read elements from ", &unify::type_of(&list).friendly()].concat()),
    };
    let Some(index) = number::whole(call.number(1)?) else {
        return fail(["invalid index: ", NOT_WHOLE].concat());
    };
    match (elements.len(), usize::try_from(index)) {
        (0, _) => fail("cannot use element function with an empty list"),
        (_, Err(_)) => fail("cannot use element function with a negative index"),
        (length, Ok(index)) => Ok(elements[index % length].clone()),
    }
}

fn index(call: &mut Call) -> Outcome {
    let wanted = call.any(1);
    let elements = call.sequence("argument must be a list or tuple")?;
    if elements.is_empty() {
        return fail("cannot search an empty list");
    }
    for (position, element) in elements.iter().enumerate() {
        call.budget.look(&wanted)?;
        match compare::equal(element, &wanted) {
            Some(true) => return Ok(Value::Number(position as f64)),
            Some(false) => {}
            None => return Ok(Value::Unknown),
        }
    }
    fail("item not found")
}

fn match_keys(call: &mut Call) -> Outcome {
    let (values, keys, wanted) = (call.elements(0)?, call.elements(1)?, call.elements(2)?);
    if values.len() != keys.len() {
        return fail("length of keys and values should be equal");
    }
    let all: Vec<_> = keys.iter().chain(wanted.iter()).cloned().collect();
    let Some(all) = to_same_type(&all) else { return fail("keys and searchset must be of the same type") };
    let (keys, wanted) = all.split_at(values.len());
    let mut matched = Vec::new();
    for (value, key) in values.iter().zip(keys) {
        if is_among(call.budget, wanted, key)? {
            matched.push(value.clone());
        }
    }
    call.like_first(matched)
}

fn one(call: &mut Call) -> Outcome {
    match call.arguments.first() {
        Some(Value::Sequence(_, elements)) if elements.len() < 2 => Ok(elements.first().cloned().unwrap_or_default()),
        _ => refuse(0, "must be a list, set, or tuple value with either zero or one elements"),
    }
}
