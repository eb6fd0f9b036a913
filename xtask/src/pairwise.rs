//! Few selections in which every pair of values of any two choices occurs.

/// Chooses rows so that every pair of values of every two parameters is in one of them; `sizes` holds the number of
/// values of each parameter, and `may_meet` says whether two values (parameter, value) can stand in one row.
///
/// Greedy: each row starts with the first pair that is not covered and takes, parameter by parameter, the value that
/// covers most of the rest. The result is the same for the same input.
pub fn rows(sizes: &[usize], may_meet: impl Fn(Value, Value) -> bool) -> Vec<Vec<usize>> {
    let mut missing: Vec<(Value, Value)> = Vec::new();
    for (left, &left_size) in sizes.iter().enumerate() {
        for (right, &right_size) in sizes.iter().enumerate().skip(left + 1) {
            let values = (0..left_size).flat_map(|a| (0..right_size).map(move |b| ((left, a), (right, b))));
            missing.extend(values.filter(|&(a, b)| may_meet(a, b)));
        }
    }
    let mut rows = Vec::new();
    while let Some(&seed) = missing.first() {
        let row = row(sizes, &missing, seed, &may_meet);
        let before = missing.len();
        missing.retain(|&(a, b)| !(row[a.0] == a.1 && row[b.0] == b.1));
        if missing.len() == before {
            missing.remove(0); // Three values can exclude each other where no two do.
            continue;
        }
        rows.push(row);
    }
    rows
}

/// A parameter and one of its values.
pub type Value = (usize, usize);

fn row(
    sizes: &[usize],
    missing: &[(Value, Value)],
    seed: (Value, Value),
    may_meet: &impl Fn(Value, Value) -> bool,
) -> Vec<usize> {
    let mut chosen: Vec<Option<usize>> = vec![None; sizes.len()];
    chosen[seed.0.0] = Some(seed.0.1);
    chosen[seed.1.0] = Some(seed.1.1);
    for parameter in 0..sizes.len() {
        if chosen[parameter].is_some() {
            continue;
        }
        let fits = |value: usize| {
            let others = chosen.iter().enumerate().filter_map(|(other, value)| value.map(|value| (other, value)));
            others.into_iter().all(|other| may_meet(other, (parameter, value)) && may_meet((parameter, value), other))
        };
        let gain = |value: usize| {
            let this = (parameter, value);
            let is_chosen = |other: Value| chosen[other.0] == Some(other.1);
            missing.iter().filter(|&&(a, b)| (a == this && is_chosen(b)) || (b == this && is_chosen(a))).count()
        };
        let best = (0..sizes[parameter])
            .filter(|&value| fits(value))
            .max_by_key(|&value| (gain(value), sizes[parameter] - value));
        chosen[parameter] = Some(best.unwrap_or(0));
    }
    chosen.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sizes: &[usize], forbidden: &[(Value, Value)], at_most: usize) {
        let may_meet = |a, b| !forbidden.contains(&(a, b)) && !forbidden.contains(&(b, a));
        let rows = rows(sizes, may_meet);
        assert!(rows.len() <= at_most, "{} rows", rows.len());
        for (left, &left_size) in sizes.iter().enumerate() {
            for (right, &right_size) in sizes.iter().enumerate().skip(left + 1) {
                for (a, b) in (0..left_size).flat_map(|a| (0..right_size).map(move |b| (a, b))) {
                    let occurs = rows.iter().any(|row| row[left] == a && row[right] == b);
                    assert_eq!(occurs, may_meet((left, a), (right, b)), "{left}={a} with {right}={b}");
                }
            }
        }
    }

    #[test]
    fn ten_switches_and_a_choice_of_three_need_few_rows() {
        check(&[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3], &[], 12);
    }

    #[test]
    fn values_in_conflict_never_meet() {
        check(&[2, 2, 2, 2], &[((0, 1), (1, 1))], 8);
    }

    #[test]
    fn nothing_to_choose_is_no_row() {
        check(&[], &[], 0);
        check(&[2], &[], 0);
    }
}
