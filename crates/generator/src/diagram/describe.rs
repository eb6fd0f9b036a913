//! The picture in words, for those who cannot see it.

use super::layout::tree::{NONE, Tree};
use super::model::{Diagram, Edge, Node};
use super::svg::escape;
use super::text::clean;

/// A nested list of the boxes, then a sentence per edge.
pub fn describe(diagram: &Diagram) -> String {
    let tree = Tree::new(diagram, usize::MAX);
    let mut out = String::new();
    for (node, model) in tree.nodes.iter().enumerate() {
        for _ in 0..tree.depth[node].min(30) {
            out.push_str("  ");
        }
        out.push_str("- ");
        out.push_str(&says(model));
        out.push('\n');
    }
    let sentences = sentences(diagram, &tree);
    if !sentences.is_empty() {
        out.push('\n');
    }
    for sentence in sentences {
        out.push_str("- ");
        out.push_str(&sentence);
        out.push('\n');
    }
    out
}

/// The same as lists of HTML.
pub fn list(diagram: &Diagram) -> String {
    let tree = Tree::new(diagram, usize::MAX);
    let mut out = String::new();
    let mut open = 0;
    for (node, model) in tree.nodes.iter().enumerate() {
        let depth = tree.depth[node] + 1;
        if depth > open {
            out.push_str("<ul>");
        }
        for _ in depth..open {
            out.push_str("</ul>");
        }
        open = depth;
        out.push_str("<li>");
        escape(&mut out, &says(model));
    }
    for _ in 0..open {
        out.push_str("</ul>");
    }
    out.push_str("<ul>");
    for sentence in sentences(diagram, &tree) {
        out.push_str("<li>");
        escape(&mut out, &sentence);
    }
    out.push_str("</ul>");
    out
}

/// "VPC: 10.0.0.0/16"
pub(crate) fn says(node: &Node) -> String {
    let mut says = clean(&node.label);
    for more in [&node.detail, &node.says].into_iter().filter(|more| !more.is_empty()) {
        says.push_str(": ");
        says.push_str(&clean(more));
    }
    says
}

fn sentences(diagram: &Diagram, tree: &Tree) -> Vec<String> {
    let known = |id: &str| tree.index.get(id).copied().filter(|&node| node != NONE);
    let sentences = diagram.edges.iter().filter_map(|edge| {
        let (from, to) = (known(&edge.from)?, known(&edge.to)?);
        Some(sentence(&tree.nodes[from].label, edge, &tree.nodes[to].label))
    });
    sentences.collect()
}

/// "Nodes pull images from ECR."
pub(crate) fn sentence(from: &str, edge: &Edge, to: &str) -> String {
    if !edge.says.is_empty() {
        return clean(&edge.says);
    }
    let label = clean(&edge.label);
    let verb = if label.is_empty() { "reaches" } else { &label };
    format!("{} {verb} {}.", clean(from), clean(to))
}
