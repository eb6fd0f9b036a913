//! Values as HCL literals, laid out as `terraform fmt` wants them.

use super::{Value, number};

/// A list of strings and numbers that is longer than this, its indentation included, takes a line per element.
const WIDTH: usize = 100;

impl Value {
    /// The literal without line breaks.
    pub fn line(&self) -> String {
        let mut out = String::new();
        write_line(self, &mut out);
        out
    }

    /// The literal, as it stands in a line that is indented by so many spaces. Unknown becomes `null`.
    pub fn to_hcl(&self, indent: usize) -> String {
        let mut out = String::new();
        match self {
            Value::Sequence(_, elements) if !elements.is_empty() && !fits_one_line(elements, indent) => {
                out.push('[');
                for element in elements.iter() {
                    new_line(indent + 2, &mut out);
                    out.push_str(&element.to_hcl(indent + 2));
                    out.push(',');
                }
                new_line(indent, &mut out);
                out.push(']');
            }
            Value::Mapping(_, entries) if !entries.is_empty() => {
                let mut attributes = Vec::new();
                for (name, value) in entries.iter() {
                    attributes.push((key(name), value.to_hcl(indent + 2)));
                }
                out.push('{');
                write_attributes(&attributes, indent + 2, &mut out);
                new_line(indent, &mut out);
                out.push('}');
            }
            value => write_line(value, &mut out),
        }
        out
    }
}

fn write_line(value: &Value, out: &mut String) {
    match value {
        Value::Unknown | Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number::exact(*number)),
        Value::String(text) => quote(text, out),
        Value::Sequence(_, elements) => {
            out.push('[');
            for (position, element) in elements.iter().enumerate() {
                out.push_str(if position > 0 { ", " } else { "" });
                write_line(element, out);
            }
            out.push(']');
        }
        Value::Mapping(_, entries) if entries.is_empty() => out.push_str("{}"),
        Value::Mapping(_, entries) => {
            out.push('{');
            for (position, (name, value)) in entries.iter().enumerate() {
                out.push_str(if position > 0 { ", " } else { " " });
                out.push_str(&key(name));
                out.push_str(" = ");
                write_line(value, out);
            }
            out.push_str(" }");
        }
    }
}

fn fits_one_line(elements: &[Value], indent: usize) -> bool {
    let mut width = indent + 2;
    for element in elements {
        if matches!(element, Value::Sequence(..) | Value::Mapping(..)) {
            return false;
        }
        width += element.line().chars().count() + 2;
    }
    width <= WIDTH
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
            // `${` and `%{` would begin a template.
            '$' | '%' if characters.peek() == Some(&'{') => {
                out.push(character);
                out.push(character);
            }
            // Several before a brace would be read as an escape and more.
            '$' | '%' if characters.peek() == Some(&character) => push_code(character, out),
            character if character.is_control() => push_code(character, out),
            character => out.push(character),
        }
    }
    out.push('"');
}

fn push_code(character: char, out: &mut String) {
    out.push_str(&format!("\\u{:04x}", character as u32));
}

#[cfg(test)]
mod tests {
    use crate::evaluate::{Budget, Empty, evaluate};
    use crate::syntax::parse_expression;

    #[track_caller]
    fn check(expression: &str, expected: &str) {
        let parsed = parse_expression(expression).expect("the expression is HCL");
        let value = evaluate(&parsed, &Empty, &mut Budget::default()).expect("the expression has a value");
        assert_eq!(value.to_hcl(0), expected);
    }

    #[test]
    fn equals_signs_stand_below_each_other() {
        check("{ a = 1, long = \"x\" }", "{\n  a    = 1\n  long = \"x\"\n}");
    }

    #[test]
    fn a_value_of_several_lines_ends_the_alignment() {
        check(
            "{ a = 1, bb = {}, c = { d = null }, eeee = true, ff = 2 }",
            "{\n  a  = 1\n  bb = {}\n  c = {\n    d = null\n  }\n  eeee = true\n  ff   = 2\n}",
        );
    }

    #[test]
    fn short_lists_take_one_line_and_objects_one_each() {
        check("[1, \"a\", null]", "[1, \"a\", null]");
        check("[{ a = [] }, []]", "[\n  {\n    a = []\n  },\n  [],\n]");
        let long = "x".repeat(60);
        check(&format!("[\"{long}\", \"{long}\"]"), &format!("[\n  \"{long}\",\n  \"{long}\",\n]"));
    }

    #[test]
    fn text_is_never_a_template() {
        check(r#""$${a} %%{b} $ % \"\\\n""#, r#""$${a} %%{b} $ % \"\\\n""#);
        check(r#"{ "for" = 1, "a b" = 2, "1" = 3 }"#, "{\n  \"1\"   = 3\n  \"a b\" = 2\n  \"for\" = 1\n}");
    }
}
