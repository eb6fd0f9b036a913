//! Cuts spans out of a text.

use std::{cmp::Reverse, ops::Range};

/// The text without these spans; where one goes, the blank line after it goes too if one stands before it.
pub fn cut(text: &str, mut spans: Vec<Range<usize>>) -> String {
    crate::sort::sort_by_key(&mut spans, |span| (span.start, Reverse(span.end)));
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        if span.end <= at {
            continue;
        }
        kept.push_str(&text[at..span.start.max(at)]);
        at = span.end;
        let whole_lines = text[..at].ends_with('\n');
        let gap_before = kept.is_empty() || kept.ends_with("\n\n") || kept.ends_with("{\n");
        while whole_lines && gap_before && text[at..].starts_with('\n') {
            at += 1;
        }
        // The blank line before a cut goes with it when a block closes right after.
        if whole_lines && kept.ends_with("\n\n") && text[at..].trim_start_matches([' ', '\t']).starts_with('}') {
            kept.pop();
        }
    }
    kept.push_str(&text[at..]);
    while kept.ends_with("\n\n") {
        kept.pop();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn check(text: &str, pieces: &[&str], left: &str) {
        let spans = pieces.iter().map(|piece| {
            let start = text.find(piece).expect("the piece is in the text");
            start..start + piece.len()
        });
        assert_eq!(cut(text, spans.collect()), left);
    }

    #[test]
    fn no_blank_lines_double_up() {
        check("a\n\nb\n\nc\n", &["b\n"], "a\n\nc\n");
        check("a\n\nb\n", &["b\n"], "a\n");
        check("a\n\nb\n", &["a\n"], "b\n");
    }

    #[test]
    fn a_block_does_not_end_in_a_blank_line() {
        check("x {\n  a\n\n  b\n}\n", &["  b\n"], "x {\n  a\n}\n");
    }

    #[test]
    fn spans_may_overlap_and_nest() {
        let text = "0123456789";
        assert_eq!(cut(text, vec![2..8, 3..4, 7..9]), "019");
    }

    #[test]
    fn a_piece_of_a_line_leaves_the_rest_of_it() {
        check("a = 1 # if x\n\nb\n", &[" # if x"], "a = 1\n\nb\n");
    }
}
