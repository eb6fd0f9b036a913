//! A diagram without some of its boxes: each has another that stands for it, says how many there are, and can be opened.

use super::layout::tree::{NONE, Tree};
use super::model::{Diagram, Node, NodeKind};
use super::worth::{FOLDS, Order};

/// The icon of what says "+4".
pub(super) const MORE: &str = "more";

/// A diagram with fewer boxes, whose edges are still those of the diagram.
pub(super) struct Fewer<'a> {
    pub diagram: Diagram,
    /// Who is left out, and the box where its edges end instead.
    instead: Vec<(&'a str, String)>,
    /// Boxes whose inside is left out as a whole, and how much that is.
    closed: Vec<(&'a str, usize)>,
}

impl<'a> Order<'a> {
    /// What is left after so many steps.
    pub fn after(&self, step: usize) -> Fewer<'a> {
        let tree = self.tree;
        let count = tree.nodes.len();
        let mut stays: Vec<bool> = self.goes.iter().map(|&goes| goes > step).collect();
        // "+1" is no smaller than the one.
        for node in 0..count {
            let gone =
                || tree.children[node].iter().copied().filter(|&child| !stays[child] && self.goes[child] != FOLDS);
            if let (Some(only), 1) = (gone().next(), gone().count())
                && tree.children[node].len() > 1
                && tree.children[only].is_empty()
            {
                stays[only] = true;
            }
        }
        for node in 0..count {
            let parent = tree.parent[node];
            stays[node] &= parent == NONE || stays[parent];
        }
        self.leave_out(&stays)
    }

    fn leave_out(&self, stays: &[bool]) -> Fewer<'a> {
        let tree = self.tree;
        let count = stays.len();
        let is_closed =
            |node: usize| !tree.children[node].is_empty() && !tree.children[node].iter().any(|&child| stays[child]);
        // The box that stands for each: itself, another box, or beyond `count` the one that says "+4" in a box.
        let mut stands: Vec<usize> = (0..count).collect();
        let (mut inside, mut alike, mut folded) = (vec![0; 2 * count], vec![0; count], vec![false; count]);
        for node in (0..count).filter(|&node| !stays[node]) {
            let (parent, first) = (tree.parent[node], self.first(node));
            folded[node] = folded[parent] || (self.goes[node] == FOLDS && stays[first]);
            stands[node] = if folded[parent] {
                // Its counterpart in the instance that is shown.
                let twin = (0..node).find(|&other| stays[other] && tree.class[other] == tree.class[node]);
                twin.unwrap_or(stands[parent])
            } else if folded[node] {
                alike[first] += 1;
                first
            } else if !stays[parent] {
                stands[parent]
            } else if is_closed(parent) {
                parent
            } else {
                count + parent
            };
            if !folded[node] {
                inside[stands[node]] += 1;
            }
        }
        let more = |parent: usize| tree.nodes[parent].id.clone() + "+";
        let mut fewer = Fewer { diagram: Diagram::default(), instead: Vec::new(), closed: Vec::new() };
        for node in (0..count).filter(|&node| stays[node]) {
            let mut shown = Node::clone(tree.nodes[node]);
            if is_closed(node) {
                shown.opens.clone_from(&shown.id);
                say(&mut shown.detail, inside[node], "");
                fewer.closed.push((&tree.nodes[node].id, inside[node]));
            } else if alike[node] > 0 {
                let second = tree.children[tree.parent[node]]
                    .iter()
                    .find(|&&other| self.goes[other] == FOLDS && self.first(other) == node);
                shown.opens = second.map_or(String::new(), |&second| tree.nodes[second].id.clone());
                say(&mut shown.detail, alike[node], " alike");
            }
            fewer.diagram.nodes.push(shown);
        }
        for parent in (0..count).filter(|&parent| inside[count + parent] > 0) {
            let around = tree.nodes[parent];
            let names = (0..count).filter(|&node| stands[node] == count + parent).map(|node| &tree.nodes[node].label);
            fewer.diagram.nodes.push(Node {
                id: more(parent),
                parent: Some(around.id.clone()),
                kind: NodeKind::Leaf,
                icon: MORE.to_owned(),
                label: format!("+{}", inside[count + parent]),
                says: names.map(String::as_str).collect::<Vec<_>>().join(", "),
                opens: around.id.clone(),
                ..Node::default()
            });
        }
        for node in (0..count).filter(|&node| !stays[node]) {
            let stand = match self.through(&stands, node) {
                stand if stand < count => tree.nodes[stand].id.clone(),
                stand => more(stand - count),
            };
            fewer.instead.push((&tree.nodes[node].id, stand));
        }
        fewer
    }

    /// What stands for a node: if that only says "+4", then what the node passes everything on to.
    fn through(&self, stands: &[usize], node: usize) -> usize {
        let (count, mut at) = (self.tree.nodes.len(), node);
        for _ in 0..count {
            match self.passes[at] {
                _ if stands[at] < count => return stands[at],
                NONE => break,
                next => at = next,
            }
        }
        stands[node]
    }
}

/// "+4", and what there is to say beside it.
fn say(detail: &mut String, count: usize, what: &str) {
    let rest = std::mem::take(detail);
    *detail = format!("+{count}{what}");
    if !rest.is_empty() {
        detail.push_str(", ");
        detail.push_str(&rest);
    }
}

impl Fewer<'_> {
    /// Edges of what is left out lead to what stands for it.
    pub fn complete<'a>(&'a self, tree: &mut Tree<'a>) {
        for (id, inside) in &self.closed {
            if let Some(&node) = tree.index.get(id) {
                tree.hidden[node] += inside;
            }
        }
        for (id, stand) in &self.instead {
            if let Some(&node) = tree.index.get(stand.as_str()) {
                tree.index.insert(id, node);
            }
            tree.left_out += 1;
        }
    }
}

#[cfg(test)]
mod tests;
