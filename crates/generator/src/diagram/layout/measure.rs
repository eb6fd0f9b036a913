//! From the leaves up: which sizes each box can have.

use super::groups::{Group, groups};
use super::shape::{Shapes, Size, common};
use super::spacing::{LEAF_LOW, LEAF_TALL, Spacing, TITLE_END, TITLE_HALF, TITLE_START, leaf_width, title_width};
use super::tree::{NONE, Tree};

/// By node.
pub(crate) struct Measured {
    pub groups: Vec<Vec<Group>>,
    pub shapes: Vec<Shapes>,
    pub sizes: Vec<Vec<Size>>,
}

impl Measured {
    pub fn new(tree: &Tree, spacing: &[Spacing]) -> Measured {
        let count = tree.nodes.len();
        let mut measured = Measured {
            groups: (0..count).map(|node| groups(tree, &tree.children[node])).collect(),
            shapes: vec![Shapes::default(); count],
            sizes: vec![Vec::new(); count],
        };
        let mut by_depth: Vec<usize> = (0..count).collect();
        crate::sort::sort_by_key(&mut by_depth, |&node| std::cmp::Reverse(tree.depth[node]));
        for level in by_depth.chunk_by(|&a, &b| tree.depth[a] == tree.depth[b]) {
            for &node in level {
                measured.sizes[node] = measured.sizes_of(tree, spacing, node);
            }
            measured.make_instances_equal(tree, level);
        }
        measured
    }

    fn sizes_of(&mut self, tree: &Tree, spacing: &[Spacing], node: usize) -> Vec<Size> {
        let (label, detail) = (&tree.nodes[node].label, &tree.nodes[node].detail);
        if !tree.is_container(node) {
            let height = if detail.is_empty() && tree.hidden[node] == 0 { LEAF_LOW } else { LEAF_TALL };
            return vec![Size { width: leaf_width(label, detail), height }];
        }
        let space = spacing[tree.class[node]];
        let narrowest = TITLE_START + title_width(label, detail) + TITLE_END;
        self.shapes[node] = Shapes::new(&self.groups[node], space, &self.sizes);
        let framed = self.shapes[node].whole().iter().map(|shape| Size {
            width: (shape.size.width + space.left + space.right).max(narrowest),
            height: shape.size.height + space.top + space.bottom,
        });
        let framed: Vec<Size> = framed.collect();
        if framed.is_empty() {
            return vec![Size { width: narrowest, height: LEAF_TALL + TITLE_HALF }];
        }
        common(&[&framed])
    }

    fn make_instances_equal(&mut self, tree: &Tree, level: &[usize]) {
        let mut sorted = level.to_vec();
        let class = |node: usize| (tree.class[node], tree.is_container(node));
        crate::sort::sort_by_key(&mut sorted, |&node| (class(node), node));
        for class in sorted.chunk_by(|&a, &b| class(a) == class(b)).filter(|class| class.len() > 1) {
            let lists: Vec<&[Size]> = class.iter().map(|&node| self.sizes[node].as_slice()).collect();
            let sizes = common(&lists);
            for &node in class {
                self.sizes[node].clone_from(&sizes);
            }
        }
    }
}

/// The distances that each class of container starts with.
pub(crate) fn usual_spacing(tree: &Tree) -> Vec<Spacing> {
    let classes = tree.class.iter().max().map_or(0, |last| last + 1);
    let mut spacing = vec![Spacing::around(false); classes];
    for node in 0..tree.nodes.len() {
        let parent = tree.parent[node];
        if parent != NONE && tree.is_container(node) {
            spacing[tree.class[parent]] = Spacing::around(true);
        }
    }
    spacing
}
