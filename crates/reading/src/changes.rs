//! Which lines of a text are not those of the text before it.

/// What happened to a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mark {
    #[default]
    Same,
    Added,
    Changed,
    /// Before it, something was taken away.
    Removed,
}

/// More than this many comparisons are not made: what is between the first and the last change then counts as changed.
const MOST: usize = 250_000;

/// A mark for each line of `after`.
pub fn marks(before: &str, after: &str) -> Vec<Mark> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut marks = vec![Mark::Same; new.len()];
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(one, other)| one == other).count();
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let kept = if old.len().saturating_mul(new.len()) <= MOST { common(old, new) } else { vec![] };
    let (mut at_old, mut at_new) = (0, 0);
    for (in_old, in_new) in kept.into_iter().chain([(old.len(), new.len())]) {
        let (gone, come) = (in_old - at_old, in_new - at_new);
        let mark = if gone == 0 { Mark::Added } else { Mark::Changed };
        marks[start + at_new..start + in_new].fill(mark);
        if gone > 0 && come == 0 {
            // After the last line there is none to say so.
            let next = (start + in_new).min(marks.len().saturating_sub(1));
            if let Some(next) = marks.get_mut(next) {
                *next = Mark::Removed;
            }
        }
        (at_old, at_new) = (in_old + 1, in_new + 1);
    }
    marks
}

/// The longest list of lines that both have, as pairs of positions.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // How many lines are common from here on.
    let mut lengths = vec![0_u16; (old.len() + 1) * width];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            lengths[i * width + j] = if one == other {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut pairs, mut i, mut j) = (vec![], 0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Mark, marks};

    fn check(before: &str, after: &str, expected: &str) {
        let lines = |text: &str| text.replace(' ', "\n");
        let shown: String = (marks(&lines(before), &lines(after)).into_iter())
            .map(|mark| match mark {
                Mark::Same => '.',
                Mark::Added => '+',
                Mark::Changed => '~',
                Mark::Removed => '-',
            })
            .collect();
        assert_eq!(shown, expected, "{before} to {after}");
    }

    #[test]
    fn what_is_new_what_is_changed_and_where_something_was() {
        check("a b c", "a b c", "...");
        check("a b c", "a x c", ".~.");
        check("a b c", "a b x c", "..+.");
        check("a b c", "a c", ".-");
        check("a b c", "a b", ".-");
        check("a b c d e", "a x c e f", ".~.-+");
        check("", "a b", "++");
        check("a b", "", "");
        check("a a b", "a b a b", ".+..");
    }

    #[test]
    fn what_is_too_long_to_compare_counts_as_changed() {
        let many = |from: usize| (from..from + 600).map(|line| format!("{line}\n")).collect::<String>();
        let marks = marks(&format!("a\n{}z", many(0)), &format!("a\n{}z", many(1000)));
        assert_eq!(marks.len(), 602);
        assert!(marks[1..601].iter().all(|mark| *mark == Mark::Changed));
        assert_eq!((marks[0], marks[601]), (Mark::Same, Mark::Same));
    }
}
