//! Spaces `=` and trailing comments as `terraform fmt` does, in text whose other spacing is already canonical.
//!
//! Neighbouring one-line attributes share a column for `=`, neighbouring trailing comments share one too; a blank line, a
//! comment, a block header or an attribute over several lines ends the group. A heredoc counts as one line.

use super::skip::{heredoc_end, skip_block_comment, skip_string};

/// One logical line, by offsets: `name = value # comment`.
struct Line {
    start: usize,
    end: usize,
    equals: Option<usize>,
    comment: Option<usize>,
    /// The value ends on this line, so that it takes part in a column.
    whole: bool,
}

impl Line {
    fn assignment(&self) -> Option<usize> {
        self.equals.filter(|_| self.whole)
    }

    fn name<'t>(&self, text: &'t str) -> &'t str {
        text[self.start..self.equals.unwrap_or(self.end)].trim_end_matches([' ', '\t'])
    }

    /// What stands before the comment: all of it, or with `from` what follows that offset.
    fn code<'t>(&self, text: &'t str, from: usize) -> &'t str {
        let code = &text[from..self.comment.unwrap_or(self.end)];
        if self.comment.is_some() { code.trim_end_matches([' ', '\t']) } else { code }
    }
}

/// The text with `=` and trailing comments in their columns.
pub fn align(text: &str) -> String {
    let lines = lines(text);
    let names = columns(&lines, |line| line.assignment().map(|_| width(line.name(text))));
    let comments = {
        let mut number = 0;
        columns(&lines, |line| {
            let column = names[number];
            number += 1;
            line.comment.map(|_| match line.assignment() {
                Some(equals) => column + width(line.code(text, equals)),
                None => width(line.code(text, line.start)),
            })
        })
    };
    let mut aligned = String::with_capacity(text.len() + text.len() / 8);
    for (number, line) in lines.iter().enumerate() {
        let start = aligned.len();
        match line.equals {
            Some(equals) if line.whole || line.comment.is_none() => {
                let name = line.name(text);
                aligned.push_str(name);
                pad(&mut aligned, if line.whole { names[number].saturating_sub(width(name)) } else { 1 });
                aligned.push_str(line.code(text, equals));
            }
            _ => aligned.push_str(line.code(text, line.start)),
        }
        if let Some(comment) = line.comment {
            let gap = comments[number].saturating_sub(width(&aligned[start..]));
            pad(&mut aligned, gap);
            aligned.push_str(&text[comment..line.end]);
        }
        if line.end < text.len() {
            aligned.push('\n');
        }
    }
    aligned
}

/// For each run of lines that `measure` gives a width, the column after the widest of them and one blank.
fn columns(lines: &[Line], mut measure: impl FnMut(&Line) -> Option<usize>) -> Vec<usize> {
    let mut columns = vec![0; lines.len()];
    let (mut start, mut widest) = (0, 0);
    for number in 0..=lines.len() {
        match lines.get(number).and_then(&mut measure) {
            Some(width) => widest = widest.max(width),
            None => {
                columns[start..number].fill(widest + 1);
                (start, widest) = (number + 1, 0);
            }
        }
    }
    columns
}

fn width(text: &str) -> usize {
    text.chars().count()
}

fn pad(text: &mut String, blanks: usize) {
    for _ in 0..blanks {
        text.push(' ');
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = vec![];
    let mut at = 0;
    while at < text.len() {
        let line = line(text.as_bytes(), at);
        at = line.end + 1;
        lines.push(line);
    }
    lines
}

fn line(bytes: &[u8], start: usize) -> Line {
    let mut line = Line { start, end: start, equals: None, comment: None, whole: false };
    let (mut at, mut depth, mut first) = (start, 0i32, true);
    while at < bytes.len() && bytes[at] != b'\n' {
        match bytes[at] {
            b' ' | b'\t' => {
                at += 1;
                continue;
            }
            b'"' => at = skip_string(bytes, at),
            b'#' | b'/' if bytes[at] == b'#' || bytes.get(at + 1) == Some(&b'/') => {
                line.comment = (!first).then_some(at);
                while at < bytes.len() && bytes[at] != b'\n' {
                    at += 1;
                }
                break;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = skip_block_comment(bytes, at);
                if !first && bytes.get(end) == Some(&b'\n') {
                    line.comment = Some(at);
                }
                at = end;
            }
            b'<' if heredoc_end(bytes, at).is_some() => at = heredoc_end(bytes, at).unwrap_or(at + 1),
            b'{' | b'[' | b'(' => (depth, at) = (depth + 1, at + 1),
            b'}' | b']' | b')' => (depth, at) = (depth - 1, at + 1),
            b'=' if matches!(bytes.get(at + 1), Some(b'=' | b'>')) => at += 2,
            b'!' | b'<' | b'>' if bytes.get(at + 1) == Some(&b'=') => at += 2,
            b'=' => {
                if line.equals.is_none() && !first {
                    line.equals = Some(at);
                    depth = 0;
                }
                at += 1;
            }
            _ => at += 1,
        }
        first = false;
    }
    line.end = at.min(bytes.len());
    line.whole = line.equals.is_some() && depth == 0;
    line
}

#[cfg(test)]
mod tests {
    use super::align;

    fn check(text: &str, aligned: &str) {
        assert_eq!(align(text), aligned);
        assert_eq!(align(aligned), aligned, "aligning twice changes nothing");
    }

    #[test]
    fn neighbours_share_a_column() {
        check("a = 1\nlong = 2\n\nb = 3\n", "a    = 1\nlong = 2\n\nb = 3\n");
    }

    #[test]
    fn a_value_over_several_lines_ends_the_group() {
        check(
            "a = 1\ntags     = {\n  x = 1\n  yy = 2\n}\nlonger = 2\n",
            "a = 1\ntags = {\n  x  = 1\n  yy = 2\n}\nlonger = 2\n",
        );
    }

    #[test]
    fn a_heredoc_counts_as_one_line() {
        check(
            "a = <<-EOT\n  x=1 # no comment\n  EOT\nlong = 2\n",
            "a    = <<-EOT\n  x=1 # no comment\n  EOT\nlong = 2\n",
        );
    }

    #[test]
    fn trailing_comments_share_a_column() {
        check("a = 1 # one\nlong = 22 # two\n", "a    = 1  # one\nlong = 22 # two\n");
        check("[\n  1, # one\n  100,   # two\n]\n", "[\n  1,   # one\n  100, # two\n]\n");
    }

    #[test]
    fn equals_in_strings_and_operators_are_left_alone() {
        check(
            "a = \"x = y\"\nbb = var.a == 1 ? \"=\" : \"${x == 2}\"\n",
            "a  = \"x = y\"\nbb = var.a == 1 ? \"=\" : \"${x == 2}\"\n",
        );
        check("for k, v in m : k => v\n", "for k, v in m : k => v\n");
    }

    #[test]
    fn text_without_a_last_newline_keeps_it_so() {
        check("a = 1\nbb = 2", "a  = 1\nbb = 2");
    }
}
