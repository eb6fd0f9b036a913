//! From lists and tuples to others.

use super::{
    super::{SequenceKind, compare},
    Call, Function, Outcome, Parameter, Takes, Unknown, Value, fail, function, is_among, parameter, refuse,
    to_same_type,
};

const LIST: Parameter = parameter("list", Takes::Anything);
const STRINGS: Parameter = parameter("list", Takes::Strings);
const ELEMENTS: Parameter = parameter("list", Takes::List);

pub const FUNCTIONS: &[Function] = &[
    function("chunklist", &[ELEMENTS, parameter("size", Takes::Number)], chunk_list),
    function("compact", &[STRINGS], compact).unknown(Unknown::Parts),
    function("concat", &[], concat).rest(parameter("seqs", Takes::Anything)),
    function("distinct", &[ELEMENTS], distinct).unknown(Unknown::Parts),
    function("flatten", &[LIST], flatten),
    function("range", &[], range).rest(parameter("params", Takes::Number)),
    function("reverse", &[LIST], reverse),
    function("slice", SLICE, slice),
    function("sort", &[STRINGS], sort).unknown(Unknown::Parts),
];

const SLICE: &[Parameter] = &[LIST, parameter("start_index", Takes::Number), parameter("end_index", Takes::Number)];

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

fn compact(call: &mut Call) -> Outcome {
    let mut kept = call.elements(0)?.to_vec();
    kept.retain(|element| element.as_str().is_some_and(|text| !text.is_empty()));
    call.like_first(kept)
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

fn distinct(call: &mut Call) -> Outcome {
    let mut found: Vec<Value> = Vec::new();
    for element in call.elements(0)?.iter() {
        if !is_among(call.budget, &found, element)? {
            found.push(element.clone());
        }
    }
    call.like_first(found)
}

/// All levels into one tuple. What is unknown may be a list, so the length is unknown then.
fn flatten(call: &mut Call) -> Outcome {
    let elements = call.sequence("can only flatten lists, sets and tuples")?;
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
    let mut elements = call.sequence("can only reverse list or tuple values")?.to_vec();
    elements.reverse();
    call.like_first(elements)
}

fn slice(call: &mut Call) -> Outcome {
    let (start, end) = (call.whole(1)?, call.whole(2)?);
    let elements = call.sequence("can only slice list or tuple values")?;
    let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else {
        return refuse(1, "start index must not be less than zero");
    };
    if end > elements.len() {
        return refuse(2, "end index must not be greater than the length of the list");
    }
    match elements.get(start..end) {
        Some(part) => call.like_first(part.to_vec()),
        None => refuse(1, "start index must not be greater than end index"),
    }
}

fn sort(call: &mut Call) -> Outcome {
    let mut elements = call.elements(0)?.to_vec();
    if let Some(position) = elements.iter().position(Value::is_null) {
        return fail(format!("given list element {position} is null; a null string cannot be sorted"));
    }
    crate::sort::sort_by(&mut elements, |one, other| compare::order(one, other).is_gt());
    call.like_first(elements)
}
