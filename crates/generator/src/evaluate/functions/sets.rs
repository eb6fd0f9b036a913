//! Sets.

use super::{
    Call, Failure, Function, Outcome, Parameter, Takes, Unknown, Value, fail, function, is_among, parameter, refuse,
    to_same_type,
};

const FIRST: &[Parameter] = &[parameter("first_set", Takes::Set)];
const OTHERS: Parameter = parameter("other_sets", Takes::Set);

pub const FUNCTIONS: &[Function] = &[
    function("setintersection", FIRST, |call| {
        let sets = sets(call)?;
        keep(call, &sets, |in_others| in_others == sets.len() - 1)
    })
    .rest(OTHERS),
    function("setproduct", &[], product).rest(parameter("sets", Takes::Anything)).unknown(Unknown::Parts),
    function("setsubtract", &[parameter("a", Takes::Set), parameter("b", Takes::Set)], |call| {
        let sets = sets(call)?;
        keep(call, &sets, |in_others| in_others == 0)
    }),
    function("setunion", FIRST, |call| {
        let all = sets(call)?.concat();
        call.budget.take_elements(all.len())?;
        Ok(Value::set(all))
    })
    .rest(OTHERS),
];

/// The arguments' elements, all of one type.
fn sets(call: &mut Call) -> Result<Vec<Vec<Value>>, Failure> {
    let mut all = Vec::new();
    let mut lengths = Vec::new();
    for position in 0..call.arguments.len() {
        let elements = call.elements(position)?;
        call.budget.take_elements(2 * elements.len())?;
        lengths.push(elements.len());
        all.extend(elements.iter().cloned());
    }
    let Some(all) = to_same_type(&all) else { return fail("given sets must all have compatible element types") };
    let mut rest = &all[..];
    let mut sets = Vec::new();
    for length in lengths {
        let (set, after) = rest.split_at(length);
        sets.push(set.to_vec());
        rest = after;
    }
    Ok(sets)
}

/// The elements of the first set that are in as many others as wanted.
fn keep(call: &mut Call, sets: &[Vec<Value>], wanted: impl Fn(usize) -> bool) -> Outcome {
    let Some((first, others)) = sets.split_first() else { return fail("at least one set is required") };
    let mut kept = Vec::new();
    for element in first {
        let mut found = 0;
        for other in others {
            found += usize::from(is_among(call.budget, other, element)?);
        }
        if wanted(found) {
            kept.push(element.clone());
        }
    }
    Ok(Value::set(kept))
}

/// Every combination, as a list of tuples; of sets alone a set.
fn product(call: &mut Call) -> Outcome {
    if call.arguments.len() < 2 {
        return fail("at least two arguments are required");
    }
    let mut rows: Vec<Vec<Value>> = vec![Vec::new()];
    let mut all_sets = true;
    for position in 0..call.arguments.len() {
        let Some(Value::Sequence(kind, elements)) = call.arguments.get(position) else {
            return refuse(position, "a set or a list is required; value is ".to_string() + call.any(position).kind());
        };
        all_sets &= *kind == super::super::SequenceKind::Set;
        call.budget.take_elements((position + 2).saturating_mul(rows.len()).saturating_mul(elements.len()))?;
        let mut longer = Vec::new();
        for row in &rows {
            for element in elements.iter() {
                let mut row = row.clone();
                row.push(element.clone());
                longer.push(row);
            }
        }
        rows = longer;
    }
    let mut tuples = Vec::new();
    for row in rows {
        tuples.push(Value::tuple(row));
    }
    Ok(if all_sets { Value::set(tuples) } else { Value::list(tuples) })
}
