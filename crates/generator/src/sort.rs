//! A small sort. The library's sorts weigh up to 8 KB of WebAssembly for each type that is sorted; of this one, what is long is
//! there once for all types.

/// Sorts by a key, stable.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one) > key(other));
}

/// Sorts by what comes after what, stable.
pub(crate) fn sort_by<T>(items: &mut [T], is_after: impl Fn(&T, &T) -> bool) {
    let mut order = order(items.len(), &|one, other| is_after(&items[one], &items[other]));
    // Each cycle of the permutation is walked once, by swaps.
    for start in 0..items.len() {
        let mut at = start;
        while order[at] != start {
            let from = order[at];
            items.swap(at, from);
            order[at] = at;
            at = from;
        }
        order[at] = at;
    }
}

/// The positions in the order of what stands there: merged from runs of twice the length each time.
fn order(count: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some((&one, others)), Some((&other, rest))) = (left.split_first(), right.split_first()) {
                if is_after(one, other) {
                    merged.push(other);
                    right = rest;
                } else {
                    merged.push(one);
                    left = others;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut words = ["pear", "fig", "plum", "nut", "a"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["a", "fig", "nut", "pear", "plum"]);
    }

    #[test]
    fn it_sorts_as_the_library_does() {
        for count in 0..70_u32 {
            let mut numbers: Vec<(u32, u32)> = (0..count).map(|at| (at * 7919 % 23, at)).collect();
            let mut expected = numbers.clone();
            expected.sort_by_key(|number| number.0);
            sort_by_key(&mut numbers, |number| number.0);
            assert_eq!(numbers, expected);
        }
    }
}
