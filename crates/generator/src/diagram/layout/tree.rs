//! The nodes as a tree, whatever the input says: unknown parents, circles and duplicates included.

use crate::sorted::Map;

use crate::diagram::model::{Diagram, Node, NodeKind};

pub(crate) const NONE: usize = usize::MAX;

/// Nodes that are drawn, by index into `nodes`; parents stand before their children.
pub(crate) struct Tree<'a> {
    pub nodes: Vec<&'a Node>,
    pub parent: Vec<usize>,
    pub children: Vec<Vec<usize>>,
    pub depth: Vec<usize>,
    /// Nodes that are the same thing in several places: same place in the tree but for the keys in their ids.
    pub class: Vec<usize>,
    /// How many nodes inside were left out.
    pub hidden: Vec<usize>,
    /// Every id, also of those left out: these lead to the box that is drawn in their stead.
    pub index: Map<&'a str, usize>,
    pub left_out: usize,
}

impl<'a> Tree<'a> {
    /// `levels` is how many levels of boxes to keep.
    pub fn new(diagram: &'a Diagram, levels: usize) -> Tree<'a> {
        let mut first = Map::new();
        let mut unique = Vec::new();
        for node in &diagram.nodes {
            first.or_insert_with(node.id.as_str(), || {
                unique.push(node);
                unique.len() - 1
            });
        }
        let parents = acyclic_parents(&unique, &first);
        let mut inside = vec![Vec::new(); unique.len() + 1];
        for (node, &parent) in parents.iter().enumerate() {
            inside[if parent == NONE { unique.len() } else { parent }].push(node);
        }

        let mut tree = Tree {
            nodes: Vec::new(),
            parent: Vec::new(),
            children: Vec::new(),
            depth: Vec::new(),
            class: Vec::new(),
            hidden: Vec::new(),
            index: Map::new(),
            left_out: 0,
        };
        // (node, drawn parent, depth); a stack and not recursion, since the depth is the user's.
        let mut open: Vec<(usize, usize, usize)> = Vec::new();
        open.extend(inside[unique.len()].iter().rev().map(|&node| (node, NONE, 0)));
        let mut classes = Map::new();
        while let Some((node, parent, depth)) = open.pop() {
            let id = unique[node].id.as_str();
            let drawn = if depth < levels {
                let drawn = tree.nodes.len();
                tree.nodes.push(unique[node]);
                tree.parent.push(parent);
                tree.children.push(Vec::new());
                tree.depth.push(depth);
                tree.hidden.push(0);
                let above = if parent == NONE { NONE } else { tree.class[parent] };
                let count = classes.len();
                tree.class.push(*classes.or_insert_with((above, stem(id)), || count));
                if parent != NONE {
                    tree.children[parent].push(drawn);
                }
                drawn
            } else {
                tree.left_out += 1;
                tree.hidden[parent] += 1;
                parent
            };
            tree.index.insert(id, drawn);
            open.extend(inside[node].iter().rev().map(|&child| (child, drawn, depth + 1)));
        }
        tree
    }

    pub fn is_container(&self, node: usize) -> bool {
        let empty = self.nodes[node].kind == NodeKind::Container && self.hidden[node] == 0;
        empty || !self.children[node].is_empty()
    }

    pub fn roots(&self) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(|&node| self.parent[node] == NONE)
    }

    /// Whether `inner` is `outer` or somewhere in it.
    pub fn within(&self, mut inner: usize, outer: usize) -> bool {
        while inner != NONE && self.depth[inner] > self.depth[outer] {
            inner = self.parent[inner];
        }
        inner == outer
    }

    /// The node, its parent, and so on.
    pub fn upwards(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let up = |&node: &usize| Some(self.parent[node]).filter(|&parent| parent != NONE);
        std::iter::successors(Some(node), up)
    }

    pub fn levels(&self) -> usize {
        self.depth.iter().max().map_or(0, |deepest| deepest + 1)
    }
}

/// An id without its keys: `zone["a"]/public` and `zone["b"]/public` have the stem `zone/public`.
pub(crate) fn stem(id: &str) -> String {
    let parts = id.split('[').enumerate();
    parts.map(|(at, part)| if at == 0 { part } else { part.split_once(']').map_or(part, |(_, rest)| rest) }).collect()
}

/// The index of each node's parent, or `NONE`; a circle is cut at its first node.
fn acyclic_parents(nodes: &[&Node], index: &Map<&str, usize>) -> Vec<usize> {
    let mut parents: Vec<usize> = nodes
        .iter()
        .map(|node| node.parent.as_deref().and_then(|parent| index.get(parent)).copied().unwrap_or(NONE))
        .collect();
    // 0: not visited, otherwise the walk that came by; a walk that meets itself went in a circle.
    let mut seen = vec![0; nodes.len()];
    for start in 0..nodes.len() {
        let mut node = start;
        while node != NONE && seen[node] == 0 {
            seen[node] = start + 1;
            node = parents[node];
        }
        if node != NONE && seen[node] == start + 1 {
            parents[node] = NONE;
        }
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree_of(nodes: &[(&str, &str)]) -> Vec<(String, usize)> {
        let node = |(id, parent): &(&str, &str)| Node {
            id: id.to_string(),
            parent: Some(parent.to_string()),
            ..Node::default()
        };
        let diagram = Diagram { nodes: nodes.iter().map(node).collect(), ..Diagram::default() };
        let tree = Tree::new(&diagram, 9);
        tree.nodes.iter().map(|node| node.id.clone()).zip(tree.depth.iter().copied()).collect()
    }

    fn check(nodes: &[(&str, &str)], expected: &[(&str, usize)]) {
        let expected: Vec<_> = expected.iter().map(|(id, depth)| (id.to_string(), *depth)).collect();
        assert_eq!(tree_of(nodes), expected);
    }

    #[test]
    fn a_circle_is_cut_and_nobody_is_lost() {
        check(&[("a", "b"), ("b", "c"), ("c", "b")], &[("b", 0), ("a", 1), ("c", 1)]);
        check(&[("a", "a")], &[("a", 0)]);
    }

    #[test]
    fn an_unknown_parent_is_none_and_a_second_of_the_same_id_is_ignored() {
        check(&[("a", "nowhere"), ("b", "a"), ("b", "nowhere")], &[("a", 0), ("b", 1)]);
    }
}
