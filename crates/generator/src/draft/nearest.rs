//! The name that somebody meant.

/// The candidate that is fewest changes of a character away, if it is near enough to be meant; the first of equally near ones.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(MOST).collect();
    let enough = 1 + name.len() / 4;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = distance(&name, candidate);
        if distance <= enough && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Longer names are cut: the comparison's time grows with the product of the lengths.
const MOST: usize = 100;

/// How many characters must be added, taken away, changed or swapped with their neighbour.
fn distance(one: &[char], other: &str) -> usize {
    let other: Vec<char> = other.chars().take(MOST).collect();
    let mut before = vec![0; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for row in 1..=one.len() {
        let mut current = vec![row; other.len() + 1];
        for column in 1..=other.len() {
            let same = one[row - 1] == other[column - 1];
            let changed = above[column - 1] + usize::from(!same);
            let mut least = changed.min(above[column] + 1).min(current[column - 1] + 1);
            let swapped =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if swapped {
                least = least.min(before[column - 2] + 1);
            }
            current[column] = least;
        }
        before = std::mem::replace(&mut above, current);
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    fn check(name: &str, meant: Option<&str>) {
        assert_eq!(nearest(name, ["vpc_cidr", "cluster_name", "tags", "zones"]), meant);
    }

    #[test]
    fn a_slip_of_the_finger_is_known() {
        check("vpc_cdir", Some("vpc_cidr"));
        check("vpc_cird", Some("vpc_cidr"));
        check("clustername", Some("cluster_name"));
        check("tag", Some("tags"));
    }

    #[test]
    fn another_word_is_nobody_s_name() {
        check("colour", None);
        check("", None);
        check(&"x".repeat(5_000_000), None);
    }
}
