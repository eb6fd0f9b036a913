//! Lists, tuples and what both share with sets.

use super::{
    super::{SequenceKind, compare, number, unify},
    Call, Failure, Function, NOT_WHOLE, Outcome, Parameter, Takes, Unknown, Value, fail, function, is_among, parameter,
    refuse, to_same_type,
};

const LIST: Parameter = parameter("list", Takes::Anything);
const STRINGS: Parameter = parameter("list", Takes::Strings);
const BOOLS: &[Parameter] = &[parameter("list", Takes::Bools)];
const ELEMENTS: Parameter = parameter("list", Takes::List);
const VALUE: Parameter = parameter("value", Takes::Anything);

pub const FUNCTIONS: &[Function] = &[
    function("alltrue", BOOLS, |call| quantified(call, false)),
    function("anytrue", BOOLS, |call| quantified(call, true)),
    function("chunklist", &[ELEMENTS, parameter("size", Takes::Number)], chunk_list),
    function("coalescelist", &[], coalesce_list)
        .rest(parameter("vals", Takes::Anything).or_null())
        .unknown(Unknown::Handled),
    function("compact", &[STRINGS], compact).unknown(Unknown::Parts),
    function("concat", &[], concat).rest(parameter("seqs", Takes::Anything)),
    function("contains", &[LIST, VALUE], contains),
    function("distinct", &[ELEMENTS], distinct).unknown(Unknown::Parts),
    function("element", &[LIST, parameter("index", Takes::Number)], element),
    function("flatten", &[LIST], flatten),
    function("index", &[LIST, VALUE], index),
    function("matchkeys", MATCH_KEYS, match_keys).unknown(Unknown::Parts),
    function("one", &[LIST], one),
    function("range", &[], range).rest(parameter("params", Takes::Number)),
    function("reverse", &[LIST], reverse),
    function("slice", SLICE, slice),
    function("sort", &[STRINGS], sort).unknown(Unknown::Parts),
];

const MATCH_KEYS: &[Parameter] =
    &[parameter("values", Takes::List), parameter("keys", Takes::List), parameter("searchset", Takes::List)];
const SLICE: &[Parameter] = &[LIST, parameter("start_index", Takes::Number), parameter("end_index", Takes::Number)];

/// The elements as a list where they came as one, otherwise as a tuple.
fn like(call: &mut Call, position: usize, elements: Vec<Value>) -> Outcome {
    call.budget.take_elements(elements.len())?;
    Ok(match call.arguments.get(position) {
        Some(Value::Sequence(SequenceKind::List | SequenceKind::Set, _)) => Value::list(elements),
        _ => Value::tuple(elements),
    })
}

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

fn chunk_list(call: &mut Call) -> Outcome {
    let (elements, size) = (call.elements(0)?, call.whole(1)?);
    let size = match usize::try_from(size) {
        Ok(0) => elements.len().max(1),
        Ok(size) => size,
        Err(_) => return fail("the size argument must be positive"),
    };
    call.budget.take_elements(2 * elements.len())?;
    Ok(Value::list(elements.chunks(size).map(|chunk| Value::list(chunk.to_vec())).collect()))
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

fn compact(call: &mut Call) -> Outcome {
    let mut kept = call.elements(0)?.to_vec();
    kept.retain(|element| element.as_str().is_some_and(|text| !text.is_empty()));
    like(call, 0, kept)
}

fn concat(call: &mut Call) -> Outcome {
    let mut all = Vec::new();
    let mut lists = true;
    for position in 0..call.arguments.len() {
        let Some(Value::Sequence(kind, elements)) = call.arguments.get(position) else {
            return refuse(
                position,
                "all arguments must be lists or tuples; got ".to_string() + call.any(position).kind(),
            );
        };
        lists &= *kind == SequenceKind::List;
        call.budget.take_elements(elements.len())?;
        all.extend(elements.iter().cloned());
    }
    match (call.arguments.is_empty(), lists) {
        (true, _) => fail("at least one argument is required"),
        (false, true) => Ok(to_same_type(&all).map_or_else(|| Value::tuple(all), Value::list)),
        (false, false) => Ok(Value::tuple(all)),
    }
}

fn sequence(call: &Call, problem: &str) -> Result<std::sync::Arc<Vec<Value>>, Failure> {
    call.elements(0).or_else(|_| fail(problem))
}

fn contains(call: &mut Call) -> Outcome {
    let wanted = call.any(1);
    let mut unknown = false;
    for element in sequence(call, "argument must be list, tuple, or set")?.iter() {
        call.budget.look(&wanted)?;
        match compare::equal(element, &wanted) {
            Some(true) => return Ok(Value::Bool(true)),
            Some(false) => {}
            None => unknown = true,
        }
    }
    Ok(if unknown { Value::Unknown } else { Value::Bool(false) })
}

fn distinct(call: &mut Call) -> Outcome {
    let mut found: Vec<Value> = Vec::new();
    for element in call.elements(0)?.iter() {
        if !is_among(call.budget, &found, element)? {
            found.push(element.clone());
        }
    }
    like(call, 0, found)
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

/// All levels into one tuple. What is unknown may be a list, so the length is unknown then.
fn flatten(call: &mut Call) -> Outcome {
    let elements = sequence(call, "can only flatten lists, sets and tuples")?;
    let mut flat = Vec::new();
    flatten_into(&elements, &mut flat);
    call.budget.take_elements(flat.len())?;
    Ok(if flat.iter().any(Value::is_unknown) { Value::Unknown } else { Value::tuple(flat) })
}

fn flatten_into(elements: &[Value], flat: &mut Vec<Value>) {
    for element in elements {
        match element {
            Value::Sequence(_, elements) => flatten_into(elements, flat),
            element => flat.push(element.clone()),
        }
    }
}

fn index(call: &mut Call) -> Outcome {
    let wanted = call.any(1);
    let elements = sequence(call, "argument must be a list or tuple")?;
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
    like(call, 0, matched)
}

fn one(call: &mut Call) -> Outcome {
    match call.arguments.first() {
        Some(Value::Sequence(_, elements)) if elements.len() < 2 => Ok(elements.first().cloned().unwrap_or_default()),
        _ => refuse(0, "must be a list, set, or tuple value with either zero or one elements"),
    }
}

/// At most 1024 numbers.
fn range(call: &mut Call) -> Outcome {
    let (start, end) = match call.arguments.len() {
        1 => (0.0, call.number(0)?),
        2 | 3 => (call.number(0)?, call.number(1)?),
        _ => return fail("must have one, two, or three arguments"),
    };
    let step = match call.arguments.len() {
        3 => call.number(2)?,
        _ if end < start => -1.0,
        _ => 1.0,
    };
    if step > 0.0 && end < start {
        return refuse(2, "end must be greater than start when step is positive");
    }
    if step < 0.0 && end > start {
        return refuse(2, "end must be less than start when step is negative");
    }
    let mut numbers = Vec::new();
    loop {
        let number = start + step * numbers.len() as f64;
        let order = compare::order(&Value::Number(number), &Value::Number(end));
        if if step >= 0.0 { order.is_ge() } else { order.is_le() } {
            break;
        }
        if numbers.len() == 1024 {
            return fail(
                "more than 1024 values were generated; either decrease the difference between start and end or use a \
                 smaller step",
            );
        }
        numbers.push(Value::Number(number));
    }
    call.budget.take_elements(numbers.len())?;
    Ok(Value::list(numbers))
}

fn reverse(call: &mut Call) -> Outcome {
    let mut elements = sequence(call, "can only reverse list or tuple values")?.to_vec();
    elements.reverse();
    like(call, 0, elements)
}

fn slice(call: &mut Call) -> Outcome {
    let (start, end) = (call.whole(1)?, call.whole(2)?);
    let elements = sequence(call, "can only slice list or tuple values")?;
    let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else {
        return refuse(1, "start index must not be less than zero");
    };
    if end > elements.len() {
        return refuse(2, "end index must not be greater than the length of the list");
    }
    match elements.get(start..end) {
        Some(part) => like(call, 0, part.to_vec()),
        None => refuse(1, "start index must not be greater than end index"),
    }
}

fn sort(call: &mut Call) -> Outcome {
    let mut elements = call.elements(0)?.to_vec();
    if let Some(position) = elements.iter().position(Value::is_null) {
        return fail(format!("given list element {position} is null; a null string cannot be sorted"));
    }
    elements.sort_unstable_by(compare::order);
    like(call, 0, elements)
}
