//! Values to text.

use crate::evaluate::number::shortest;
use serde_json::{Number, Value as Json};

/// On one line, without blanks.
pub fn line(value: &Json) -> String {
    let mut out = String::new();
    write(value, None, &mut out);
    out
}

/// An entry on each line, with two blanks of indentation.
pub fn pretty(value: &Json) -> String {
    let mut out = String::new();
    write(value, Some(0), &mut out);
    out
}

fn write(value: &Json, depth: Option<usize>, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Json::Number(number) => out.push_str(&digits(number)),
        Json::String(text) => string(text, out),
        Json::Array(elements) => {
            let each = |at: usize, depth, out: &mut String| write(&elements[at], depth, out);
            list(['[', ']'], elements.len(), depth, out, &each);
        }
        Json::Object(entries) => {
            let entries: Vec<_> = entries.iter().collect();
            let each = |at: usize, depth: Option<usize>, out: &mut String| {
                let (key, value): (&String, &Json) = entries[at];
                string(key, out);
                out.push_str(if depth.is_some() { ": " } else { ":" });
                write(value, depth, out);
            };
            list(['{', '}'], entries.len(), depth, out, &each);
        }
    }
}

type Each<'a> = &'a dyn Fn(usize, Option<usize>, &mut String);

fn list(brackets: [char; 2], count: usize, depth: Option<usize>, out: &mut String, each: Each) {
    let inner = depth.map(|depth| depth + 1);
    out.push(brackets[0]);
    for at in 0..count {
        out.push_str(if at > 0 { "," } else { "" });
        new_line(inner, out);
        each(at, inner, out);
    }
    if count > 0 {
        new_line(depth, out);
    }
    out.push(brackets[1]);
}

fn new_line(depth: Option<usize>, out: &mut String) {
    if let Some(depth) = depth {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
}

/// A float is told from an integer by its point.
fn digits(number: &Number) -> String {
    if let Some(number) = number.as_u64() {
        return number.to_string();
    }
    if let Some(number) = number.as_i64() {
        return number.to_string();
    }
    let text = shortest(number.as_f64().unwrap_or_default());
    if text.contains('.') { text } else { text + ".0" }
}

/// A text in quotes, as messages name it. The library's `{:?}` brings Unicode's tables of what can be printed.
pub fn quoted(text: &str) -> String {
    let mut out = String::new();
    string(text, &mut out);
    out
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", character as u32)),
            _ => out.push(character),
        }
    }
    out.push('"');
}
