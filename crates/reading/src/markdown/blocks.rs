//! Blocks, by the lines that they begin with.

use super::inlines::inlines;
use super::{Align, Block};

/// Cuts a document between its blocks, so that each can be shown, and shown again, by itself.
pub fn sections(text: &str) -> Vec<&str> {
    let (mut sections, mut start, mut at) = (vec![], 0, 0);
    let (mut is_fenced, mut is_list, mut was_blank) = (false, false, false);
    for line in text.split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        let goes_on =
            is_fenced || is_blank || !was_blank || is_list && (line.starts_with(' ') || entry(line).is_some());
        if !goes_on && !text[start..at].trim().is_empty() {
            sections.push(&text[start..at]);
            (start, is_list) = (at, false);
        }
        is_list |= !is_fenced && entry(line).is_some();
        is_fenced ^= line.trim_start().starts_with(FENCE);
        was_blank = is_blank;
        at += line.len();
    }
    if !text[start..].trim().is_empty() {
        sections.push(&text[start..]);
    }
    sections
}

/// Lists in lists deeper than this are text.
const DEEPEST: usize = 8;

pub fn parse(text: &str) -> Vec<Block> {
    blocks(&text.lines().collect::<Vec<_>>(), 0)
}

const FENCE: &str = "```";

fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut blocks = vec![];
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        let (block, length) = if line.trim().is_empty() {
            at += 1;
            continue;
        } else if line.trim_start().starts_with(FENCE) {
            code(rest)
        } else if let Some((level, title)) = heading(line) {
            (Block::Heading(level, inlines(title)), 1)
        } else if entry(line).is_some() && depth < DEEPEST {
            list(rest, depth)
        } else if line.starts_with('|') && rest.get(1).is_some_and(|second| is_rule(second)) {
            table(rest)
        } else {
            let length = 1 + rest[1..].iter().take_while(|line| !begins(line)).count();
            let text: Vec<&str> = rest[..length].iter().map(|line| line.trim()).collect();
            let text = text.join(" ");
            let text = if depth > 0 { task(text) } else { text };
            (Block::Paragraph(inlines(&text)), length)
        };
        blocks.push(block);
        at += length;
    }
    blocks
}

/// Whether a line ends the paragraph before it.
fn begins(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with(FENCE) || heading(line).is_some() || entry(line).is_some()
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    ((1..=6).contains(&level) && title.starts_with(' ')).then(|| (level, title.trim()))
}

fn code(lines: &[&str]) -> (Block, usize) {
    let first = lines[0].trim_start();
    let indent = lines[0].len() - first.len();
    let language = first.trim_start_matches('`').trim().to_owned();
    let length = lines[1..].iter().take_while(|line| !line.trim_start().starts_with(FENCE)).count();
    let mut text = String::new();
    for line in &lines[1..=length] {
        text.push_str(dedent(line, indent));
        text.push('\n');
    }
    (Block::Code(language, text), lines.len().min(length + 2))
}

/// The line without so many blanks at its beginning, as far as it has them.
fn dedent(line: &str, indent: usize) -> &str {
    let blanks = line.len() - line.trim_start_matches(' ').len();
    &line[blanks.min(indent)..]
}

/// The width of an entry's marker with what is before it, and its number.
fn entry(line: &str) -> Option<(usize, Option<usize>)> {
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (marker, number) = match text.as_bytes().get(digits)? {
        b'-' | b'*' if digits == 0 => (1, None),
        b'.' if (1..10).contains(&digits) => (digits + 1, text[..digits].parse().ok()),
        _ => return None,
    };
    text[marker..].starts_with(' ').then_some((indent + marker + 1, number))
}

fn list(lines: &[&str], depth: usize) -> (Block, usize) {
    let first = entry(lines[0]).unwrap_or_default();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let outer = indent(lines[0]);
    let (mut entries, mut inside): (Vec<Vec<Block>>, Vec<&str>) = (vec![], vec![]);
    let (mut at, mut width) = (0, first.0);
    while let Some(line) = lines.get(at) {
        match entry(line) {
            Some((its, number)) if indent(line) < width && indent(line) >= outer => {
                if number.is_some() != first.1.is_some() {
                    break;
                }
                if at > 0 {
                    entries.push(blocks(&inside, depth + 1));
                    inside.clear();
                }
                width = its;
                inside.push(&line[its..]);
            }
            // After a blank line, what is not indented is not of the list any more.
            None if indent(line) <= outer && lines[at - 1].trim().is_empty() && !line.trim().is_empty() => break,
            Some(_) if indent(line) < outer => break,
            _ => inside.push(dedent(line, width)),
        }
        at += 1;
    }
    entries.push(blocks(&inside, depth + 1));
    (Block::List(first.1, entries), at)
}

/// The box of a task, as one ticks it off.
fn task(text: String) -> String {
    for (written, shown) in [("[ ] ", "\u{2610} "), ("[x] ", "\u{2611} ")] {
        if let Some(rest) = text.strip_prefix(written) {
            return [shown, rest].concat();
        }
    }
    text
}

fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
}

fn table(lines: &[&str]) -> (Block, usize) {
    let mut aligns = vec![];
    for cell in cells(lines[1]) {
        aligns.push(if cell.trim().ends_with(':') { Align::End } else { Align::Start });
    }
    let length = lines.iter().take_while(|line| line.starts_with('|')).count();
    let mut rows = vec![];
    for (at, line) in lines[..length].iter().enumerate() {
        if at != 1 {
            rows.push(cells(line).iter().map(|cell| inlines(cell.trim())).collect());
        }
    }
    (Block::Table(aligns, rows), length)
}

/// The cells of a row; a bar after a backslash is a letter.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut letters = line.trim().trim_start_matches('|').chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek(), cells.last_mut()) {
            ('\\', Some('|'), Some(cell)) => cell.extend(letters.next()),
            ('|', Some(_), _) => cells.push(String::new()),
            ('|', None, _) | (_, _, None) => {}
            (_, _, Some(cell)) => cell.push(letter),
        }
    }
    cells
}
