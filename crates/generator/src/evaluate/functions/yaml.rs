//! The YAML that `yamlencode` writes, to the byte: blocks, quoted strings folded at 80 columns, literal blocks.

use super::super::{Value, json, number};

const WIDTH: usize = 80;

/// None where a key would need the form with `?`, which nobody means.
pub fn text(value: &Value) -> Option<String> {
    let mut out = String::new();
    write(value, 0, 2, &mut out)?;
    if matches!(value, Value::Null | Value::Bool(_) | Value::Number(_)) {
        out.push_str("...\n");
    }
    Some(out)
}

/// Writes a value that begins at the column `indent`; further lines of a string begin at `continued`.
fn write(value: &Value, indent: usize, continued: usize, out: &mut String) -> Option<()> {
    match value {
        Value::Sequence(_, elements) if !elements.is_empty() => {
            for (position, element) in elements.iter().enumerate() {
                if position > 0 {
                    spaces(indent, out);
                }
                out.push_str("- ");
                write(element, indent + 2, indent + 2, out)?;
            }
        }
        Value::Mapping(_, entries) if !entries.is_empty() => {
            for (position, (key, value)) in entries.iter().enumerate() {
                if position > 0 {
                    spaces(indent, out);
                }
                if key.contains('\n') || key.len() > 128 {
                    return None;
                }
                quoted(key, None, out);
                out.push(':');
                write_member(value, indent, out)?;
            }
        }
        Value::Sequence(..) => out.push_str("[]\n"),
        Value::Mapping(..) => out.push_str("{}\n"),
        Value::String(text) if is_literal(text) => literal(text, continued, out),
        Value::String(text) => {
            quoted(text, Some(continued), out);
            out.push('\n');
        }
        Value::Number(number) => {
            out.push_str(&number::text(*number));
            out.push('\n');
        }
        Value::Bool(_) | Value::Null | Value::Unknown => {
            out.push_str(&json::text(value));
            out.push('\n');
        }
    }
    Some(())
}

/// What stands after a key. A list is not indented.
fn write_member(value: &Value, indent: usize, out: &mut String) -> Option<()> {
    let inside = match value {
        Value::Sequence(_, elements) if !elements.is_empty() => indent,
        Value::Mapping(_, entries) if !entries.is_empty() => indent + 2,
        _ => {
            out.push(' ');
            return write(value, indent, indent + 2, out);
        }
    };
    out.push('\n');
    spaces(inside, out);
    write(value, inside, inside, out)
}

fn spaces(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}

fn is_printable(character: char) -> bool {
    matches!(character, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
        && !matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether lines can stand as they are, after `|`.
fn is_literal(text: &str) -> bool {
    text.contains('\n') && !text.contains(" \n") && !text.ends_with(' ') && text.chars().all(is_printable)
}

fn literal(text: &str, indent: usize, out: &mut String) {
    out.push('|');
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    if text == "\n" || text.ends_with("\n\n") {
        out.push('+');
    } else if !text.ends_with('\n') {
        out.push('-');
    }
    out.push('\n');
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        if !line.is_empty() {
            spaces(indent, out);
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// A string in quotes; past the width it goes on in the next line, unless it is a key.
fn quoted(text: &str, continued: Option<usize>, out: &mut String) {
    let start_of_line = out.rfind('\n').map_or(0, |end| end + 1);
    let mut column = out[start_of_line..].chars().count() + 1;
    out.push('"');
    let mut after_space = false;
    let mut characters = text.chars().peekable();
    let mut first = true;
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match (character, continued) {
            (' ', Some(continued)) if !first && !after_space && column > WIDTH && next.is_some() => {
                out.push('\n');
                spaces(continued, out);
                column = continued;
                if next == Some(' ') {
                    out.push('\\');
                    column += 1;
                }
            }
            _ => {
                let before = out.len();
                escape(character, out);
                column += out[before..].chars().count();
            }
        }
        after_space = character == ' ';
        first = false;
    }
    out.push('"');
}

fn escape(character: char, out: &mut String) {
    let short = match character {
        '"' => '"',
        '\\' => '\\',
        '\0' => '0',
        '\u{7}' => 'a',
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{b}' => 'v',
        '\u{c}' => 'f',
        '\r' => 'r',
        '\u{1b}' => 'e',
        '\u{85}' => 'N',
        '\u{2028}' => 'L',
        '\u{2029}' => 'P',
        _ if is_printable(character) => return out.push(character),
        _ => {
            let code = character as u32;
            match code {
                0..=0xff => out.push_str(&format!("\\x{code:02X}")),
                0x100..=0xffff => out.push_str(&format!("\\u{code:04X}")),
                _ => out.push_str(&format!("\\U{code:08X}")),
            }
            return;
        }
    };
    out.push('\\');
    out.push(short);
}
