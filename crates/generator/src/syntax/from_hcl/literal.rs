//! The text between `${}` and `%{}`: what `~` strips from it, and what `<<-` takes from the front of its lines.

use hcl_edit::template::{Directive, Element, Template};

use super::edges::Edges;

/// How a template is written.
#[derive(Clone, Copy)]
pub enum Style {
    /// In quotes: `~` strips everything up to the next character that is no space.
    Quoted,
    /// In a heredoc or a file: `~` strips at most to the end, or from the start, of its own line.
    Lines,
    /// `<<-`: the parser has taken `removed` characters from each line of the outermost level, where Terraform takes
    /// `cut` from each line of all levels.
    Flush { removed: usize, cut: usize },
}

/// What a literal contributes.
pub fn text(literal: &str, style: Style, edges: Edges) -> String {
    match style {
        Style::Quoted => {
            let text = if edges.nested { unescape(literal) } else { literal.to_string() };
            let text = if edges.strip_start { text.trim_start() } else { &text };
            if edges.strip_end { text.trim_end() } else { text }.to_string()
        }
        Style::Lines => lines(literal, 0, edges).concat(),
        Style::Flush { removed, cut } => {
            let mut text = String::new();
            for (line, indented) in indented_lines(literal, removed, edges) {
                text.extend(line.chars().skip(if indented { cut } else { 0 }));
            }
            text
        }
    }
}

/// The style of a `<<-` heredoc. Terraform strips first and looks for the least indented line then.
pub fn flush(template: &Template, removed: usize) -> Style {
    let mut cut = usize::MAX;
    least_indent(template, removed, Edges::OUTERMOST, &mut cut);
    Style::Flush { removed, cut }
}

fn least_indent(template: &Template, removed: usize, edges: Edges, least: &mut usize) {
    for (position, element) in template.iter().enumerate() {
        let edges = edges.of_element(template, position);
        match element {
            Element::Literal(text) => {
                let lines = indented_lines(text.as_str(), removed, edges);
                for (line, _) in lines.iter().filter(|(_, indented)| *indented) {
                    *least = (*least).min(line.chars().take_while(|character| character.is_whitespace()).count());
                }
                // Whatever follows stands at the start of a line.
                if edges.followed && lines.last().is_some_and(|(line, _)| line.ends_with('\n')) {
                    *least = 0;
                }
            }
            _ if edges.first => *least = 0,
            _ => {}
        }
        if let Element::Directive(directive) = element {
            match &**directive {
                Directive::If(directive) => {
                    let (yes, end) = (&directive.if_expr, &directive.endif_expr);
                    let close = directive.else_expr.as_ref().map_or(end.strip, |no| no.strip);
                    least_indent(&yes.template, removed, Edges::between(yes.strip, close), least);
                    if let Some(no) = &directive.else_expr {
                        least_indent(&no.template, removed, Edges::between(no.strip, end.strip), least);
                    }
                }
                Directive::For(directive) => {
                    let (each, end) = (&directive.for_expr, &directive.endfor_expr);
                    least_indent(&each.template, removed, Edges::between(each.strip, end.strip), least);
                }
            }
        }
    }
}

/// The literal's lines, with their ends, as they stand in the source but stripped: the first and the last line only.
fn lines(literal: &str, removed: usize, edges: Edges) -> Vec<String> {
    let mut lines = Vec::new();
    for (position, line) in literal.split_inclusive('\n').enumerate() {
        let shortened =
            !edges.nested && (position > 0 || edges.first) && !line.trim_end_matches(['\r', '\n']).is_empty();
        lines.push(if shortened { " ".repeat(removed) + line } else { line.to_string() });
    }
    // The parser takes no indentation where something stands at the start of a line: so there were spaces.
    let starts_line = literal.ends_with('\n') || (edges.first && literal.is_empty());
    if removed > 0 && !edges.nested && edges.followed && starts_line {
        lines.push(" ".repeat(removed));
    }
    if let Some(first) = lines.first_mut().filter(|_| edges.strip_start) {
        *first = first.trim_start().to_string();
    }
    if let Some(last) = lines.last_mut().filter(|_| edges.strip_end) {
        *last = last.trim_end().to_string();
    }
    lines
}

/// The lines, each with whether its indentation counts: not after a line end that is stripped, nor in an empty line.
fn indented_lines(literal: &str, removed: usize, edges: Edges) -> Vec<(String, bool)> {
    let mut starts_line = edges.first;
    let mut indented = Vec::new();
    for line in lines(literal, removed, edges) {
        let ends_line = line.ends_with('\n');
        let is_empty = ends_line && line.trim().is_empty();
        indented.push((line, starts_line && !is_empty));
        starts_line = ends_line;
    }
    indented
}

/// The parser leaves escapes inside the directives of a quoted string as they are.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some(letter @ ('u' | 'U')) => {
                let length = if letter == 'u' { 4 } else { 8 };
                let digits: String = characters.by_ref().take(length).collect();
                let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                out.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Some(other) => out.push(other),
            None => out.push('\\'),
        }
    }
    out
}
