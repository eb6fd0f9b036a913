//! The marks `# if <component>`: a line or a block that ships only together with another component.

use super::comments::comments;
use super::lines::{line_end, line_start, whole_lines};
use crate::slice::Mark;
use hcl_edit::Span;
use hcl_edit::expr::{Array, FuncArgs, ObjectKey, ObjectValue};
use hcl_edit::structure::{Body, Structure};
use hcl_edit::visit::{Visit, visit_array, visit_func_args, visit_object_item, visit_structure};
use std::collections::BTreeMap;
use std::ops::Range;

/// The marks of a file. A mark that marks no whole line is an error: its offset, and what is wrong with it.
pub fn marks(text: &str, body: &Body) -> (Vec<Mark>, Vec<(usize, String)>) {
    let (mut marks, mut errors) = (vec![], vec![]);
    let mut ends = None;
    for comment in comments(text) {
        let Some(component) = component(&text[comment.clone()]) else { continue };
        let ends = ends.get_or_insert_with(|| ends_of_nodes(body));
        match mark(text, ends, component, &comment) {
            Ok(mark) => marks.push(mark),
            Err(message) => errors.push((comment.start, message)),
        }
    }
    (marks, errors)
}

/// The name in `# if name`; a comment that goes on after one word is prose.
fn component(comment: &str) -> Option<&str> {
    let name = comment.trim_start_matches(['#', '/']).trim().strip_prefix("if ")?.trim();
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    (is_name && !name.is_empty()).then_some(name)
}

fn mark(text: &str, ends: &BTreeMap<usize, usize>, component: &str, comment: &Range<usize>) -> Result<Mark, String> {
    let line = line_start(text, comment.start);
    let alone = text[line..comment.start].trim().is_empty();
    let mut node_line = line;
    if alone {
        node_line = line_end(text, comment.end);
        while text[node_line..].trim_start_matches([' ', '\t']).starts_with('#') {
            node_line = line_end(text, node_line);
        }
    }
    let start = node_line + text[node_line..].len() - text[node_line..].trim_start_matches([' ', '\t']).len();
    let Some(&end) = ends.get(&start) else {
        return Err(format!("`# if {component}` marks no whole line, block or element."));
    };
    let after = text[end..line_end(text, end)].trim().trim_start_matches(',').trim_start();
    if !after.is_empty() && !after.starts_with('#') {
        return Err(format!("`# if {component}`: something else follows on the last line of what it marks."));
    }
    let own_line = line..line_end(text, comment.end);
    let tail = text[..comment.start].trim_end_matches([' ', '\t']).len()..comment.end;
    Ok(Mark {
        component: component.to_owned(),
        at: comment.start,
        node: whole_lines(text, &(start..end)).start..line_end(text, end),
        comment: if alone { own_line } else { tail },
    })
}

/// Where each node that may stand on lines of its own ends, by where it starts.
fn ends_of_nodes(body: &Body) -> BTreeMap<usize, usize> {
    let mut nodes = Nodes(vec![]);
    nodes.visit_body(body);
    let mut ends = BTreeMap::new();
    for node in nodes.0 {
        let end = ends.entry(node.start).or_insert(node.end);
        *end = node.end.max(*end);
    }
    ends
}

struct Nodes(Vec<Range<usize>>);

impl Visit for Nodes {
    fn visit_structure(&mut self, structure: &Structure) {
        self.0.extend(structure.span());
        visit_structure(self, structure);
    }

    fn visit_object_item(&mut self, key: &ObjectKey, value: &ObjectValue) {
        if let (Some(key), Some(value)) = (key.span(), value.expr().span()) {
            self.0.push(key.start..value.end);
        }
        visit_object_item(self, key, value);
    }

    fn visit_array(&mut self, array: &Array) {
        self.0.extend(array.iter().filter_map(Span::span));
        visit_array(self, array);
    }

    fn visit_func_args(&mut self, arguments: &FuncArgs) {
        self.0.extend(arguments.iter().filter_map(Span::span));
        visit_func_args(self, arguments);
    }
}

#[cfg(test)]
mod tests {
    use super::marks;

    fn check(text: &str, node: &str, comment: &str) {
        let body = hcl_edit::parser::parse_body(text).expect("the text parses");
        let (found, errors) = marks(text, &body);
        assert_eq!(errors, vec![]);
        assert_eq!((&text[found[0].node.clone()], &text[found[0].comment.clone()]), (node, comment));
    }

    #[test]
    fn a_mark_at_the_end_of_a_line_marks_the_line() {
        check("x = [\n  a.id,\n  b.id, # if other\n]\n", "  b.id, # if other\n", " # if other");
        check("a {\n  x = 1 # if other\n}\n", "  x = 1 # if other\n", " # if other");
    }

    #[test]
    fn the_comments_right_above_a_line_go_with_it_and_no_others() {
        let text = "a {\n  # apart\n\n  # why\n  # so\n  x = 1 # if other\n  # below\n  y = 2\n}\n";
        check(text, "  # why\n  # so\n  x = 1 # if other\n", " # if other");
        let text = "x = [\n  # of a\n  a.id, # said of a\n  b.id, # if other\n  # of c\n  c.id,\n]\n";
        check(text, "  b.id, # if other\n", " # if other");
    }

    #[test]
    fn a_mark_above_a_block_marks_the_block_with_its_comments() {
        let text = "a {\n  # why\n  # if other\n  # and how\n  b {\n    x = 1\n  }\n}\n";
        check(text, "  # why\n  # if other\n  # and how\n  b {\n    x = 1\n  }\n", "  # if other\n");
    }

    #[test]
    fn prose_is_no_mark() {
        let text = "# if the network is large, say so\nx = 1\n";
        let body = hcl_edit::parser::parse_body(text).expect("the text parses");
        assert_eq!(marks(text, &body), (vec![], vec![]));
    }

    #[test]
    fn a_mark_on_half_a_line_is_an_error() {
        let text = "x = [a, b] + c # if other\n";
        let body = hcl_edit::parser::parse_body("x = 1\n\n# if other\n").expect("the text parses");
        assert_eq!(marks("x = 1\n\n# if other\n", &body).1.len(), 1);
        assert!(hcl_edit::parser::parse_body(text).is_ok());
    }
}
