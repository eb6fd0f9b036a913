//! Values as HCL literals, laid out as `terraform fmt` wants them.

use super::{Value, number};

const WIDTH: usize = 100;

impl Value {
    /// The literal, as it stands in a line that is indented by so many spaces. Unknown becomes `null`.
    pub fn to_hcl(&self, indent: usize) -> String {
        let mut out = String::new();
        write(self, indent, &mut out);
        out
    }
}

fn write(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Unknown | Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number::text(*number)),
        Value::String(text) => quote(text, out),
        Value::Sequence(_, elements) if elements.is_empty() => out.push_str("[]"),
        Value::Sequence(_, elements) => match one_line(elements, indent) {
            Some(line) => out.push_str(&line),
            None => {
                out.push('[');
                for element in elements.iter() {
                    new_line(indent + 2, out);
                    write(element, indent + 2, out);
                    out.push(',');
                }
                new_line(indent, out);
                out.push(']');
            }
        },
        Value::Mapping(_, entries) if entries.is_empty() => out.push_str("{}"),
        Value::Mapping(_, entries) => {
            let mut attributes = Vec::new();
            for (name, value) in entries.iter() {
                attributes.push((key(name), value.to_hcl(indent + 2)));
            }
            out.push('{');
            write_attributes(&attributes, indent + 2, out);
            new_line(indent, out);
            out.push('}');
        }
    }
}

/// Neighbours that take one line each have their equals signs below each other.
fn write_attributes(attributes: &[(String, String)], indent: usize, out: &mut String) {
    let is_long = |value: &str| value.contains('\n');
    for group in attributes.chunk_by(|(_, one), (_, other)| !is_long(one) && !is_long(other)) {
        let width = group.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, value) in group {
            new_line(indent, out);
            out.push_str(name);
            out.extend(std::iter::repeat_n(' ', width - name.chars().count()));
            out.push_str(" = ");
            out.push_str(value);
        }
    }
}

fn new_line(indent: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

fn one_line(elements: &[Value], indent: usize) -> Option<String> {
    let mut line = "[".to_string();
    for (position, element) in elements.iter().enumerate() {
        if matches!(element, Value::Sequence(..) | Value::Mapping(..)) {
            return None;
        }
        if position > 0 {
            line.push_str(", ");
        }
        write(element, 0, &mut line);
        if indent + line.len() > WIDTH {
            return None;
        }
    }
    line.push(']');
    Some(line)
}

/// A name needs no quotes where it cannot be taken for something else.
fn key(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    if starts_well && name.bytes().all(plain) && !matches!(name, "for" | "null" | "true" | "false") {
        return name.to_string();
    }
    let mut quoted = String::new();
    quote(name, &mut quoted);
    quoted
}

/// `${` and `%{` would begin a template.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if characters.peek() == Some(&'{') => {
                out.push(character);
                out.push(character);
            }
            // `$$${` would be read as an escape and a brace.
            '$' | '%' if characters.peek() == Some(&character) => push_escaped(character, out),
            character if character.is_control() => push_escaped(character, out),
            character => out.push(character),
        }
    }
    out.push('"');
}

fn push_escaped(character: char, out: &mut String) {
    out.push_str(&format!("\\u{:04x}", character as u32));
}
