//! A search in a text: plain, and the same for small and capital letters of ASCII.

/// A line in which something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Counted from 1.
    pub line: usize,
    /// What stands before it in the line, the thing itself, and what stands after it; long lines are cut.
    pub parts: [String; 3],
}

/// How much of a line is shown before what was found in it, and after.
const BEFORE: usize = 12;
const AFTER: usize = 120;

/// Tells the lines in which it is, each once, until told to stop; resolves to how many lines there are altogether.
pub fn find(text: &str, wanted: &str, most: usize, found: &mut Vec<Found>) -> usize {
    let mut count = 0;
    for (number, line) in text.lines().enumerate() {
        let Some(at) = position(line, wanted) else { continue };
        count += 1;
        if found.len() < most {
            found.push(Found { line: number + 1, parts: excerpt(line, at, at + wanted.len()) });
        }
    }
    count
}

/// Where it stands in a text.
pub fn position(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let first = wanted.first()?.to_ascii_lowercase();
    let last = text.len().checked_sub(wanted.len())?;
    (0..=last)
        .find(|&at| text[at].to_ascii_lowercase() == first && text[at..at + wanted.len()].eq_ignore_ascii_case(wanted))
}

fn excerpt(line: &str, start: usize, end: usize) -> [String; 3] {
    let line_start = line.len() - line.trim_start().len();
    let mut from = start.saturating_sub(BEFORE).max(line_start).min(start);
    let mut to = line.trim_end().len().min(end + AFTER).max(end);
    while !line.is_char_boundary(from) {
        from -= 1;
    }
    while !line.is_char_boundary(to) {
        to += 1;
    }
    let more = if from > line_start { "\u{2026}" } else { "" };
    [more.to_owned() + &line[from..start], line[start..end].to_owned(), line[end..to].to_owned()]
}

#[cfg(test)]
mod tests {
    use super::{Found, find};

    fn check(text: &str, wanted: &str, expected: &[(usize, &str)]) {
        let mut found = vec![];
        assert_eq!(find(text, wanted, 9, &mut found), expected.len());
        let shown: Vec<(usize, String)> =
            found.into_iter().map(|Found { line, parts: [a, b, c] }| (line, format!("{a}[{b}]{c}"))).collect();
        let expected: Vec<(usize, String)> = expected.iter().map(|&(line, text)| (line, text.to_owned())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn capitals_do_not_matter() {
        check("a\n  VPC_id = vpc\n", "vpc", &[(2, "[VPC]_id = vpc")]);
        check("\u{c4}b \u{e4}B", "\u{e4}b", &[(1, "\u{c4}b [\u{e4}B]")]);
    }

    #[test]
    fn nothing_wanted_is_nothing_found() {
        check("a", "", &[]);
        check("a", "ab", &[]);
    }

    #[test]
    fn long_lines_are_cut_between_letters() {
        let line = "\u{e4}".repeat(100) + "x" + &"\u{1f600}".repeat(99);
        let (before, after) = ("\u{e4}".repeat(6), "\u{1f600}".repeat(30));
        check(&line, "x", &[(1, &format!("\u{2026}{before}[x]{after}"))]);
    }

    #[test]
    fn no_more_is_kept_than_is_asked_for_but_all_is_counted() {
        let mut found = vec![];
        assert_eq!(find("a\na\na\n", "A", 2, &mut found), 3);
        assert_eq!(found.len(), 2);
    }
}
