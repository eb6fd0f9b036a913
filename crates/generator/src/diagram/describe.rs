//! The picture in words, for those who cannot see it.

use super::layout::tree::{NONE, Tree};
use super::model::{Diagram, Edge};
use super::text::clean;

/// A nested list of the boxes, then a sentence per edge.
pub fn describe(diagram: &Diagram) -> String {
    let tree = Tree::new(diagram, usize::MAX);
    let mut out = String::new();
    for (node, model) in tree.nodes.iter().enumerate() {
        let indent = "  ".repeat(tree.depth[node].min(30));
        out.push_str(&format!("{indent}- {}", clean(&model.label)));
        if !model.detail.is_empty() {
            out.push_str(&format!(": {}", clean(&model.detail)));
        }
        out.push('\n');
    }
    let known = |id: &str| tree.index.get(id).copied().filter(|&node| node != NONE);
    let sentences: Vec<String> = diagram
        .edges
        .iter()
        .filter_map(|edge| {
            let (from, to) = (known(&edge.from)?, known(&edge.to)?);
            Some(sentence(&tree.nodes[from].label, edge, &tree.nodes[to].label))
        })
        .collect();
    if !sentences.is_empty() {
        out.push('\n');
    }
    for sentence in sentences {
        out.push_str(&format!("- {sentence}\n"));
    }
    out
}

/// "Nodes pull images from ECR."
pub(crate) fn sentence(from: &str, edge: &Edge, to: &str) -> String {
    let label = clean(&edge.label);
    let verb = if label.is_empty() { "reaches" } else { &label };
    format!("{} {verb} {}.", clean(from), clean(to))
}
