//! What is left out first so that the rest can be read: what stands there several times over, then what matters least.

use crate::sorted::Set;

use super::draw::Ends;
use super::layout::tree::{NONE, Tree};
use super::model::EdgeKind;

/// What is worth this is never left out, nor is what is opened.
pub(super) const STAYS: u8 = u8::MAX;
/// More edges than this do not make a box worth more.
const MOST_JOINS: usize = 6;
/// The first step folds instances; each later one takes away the boxes of a kind of place that matter least.
pub(super) const FOLDS: usize = 1;

/// When each box goes, as room gets scarce.
pub(super) struct Order<'a> {
    pub(super) tree: &'a Tree<'a>,
    /// By node: the step at which it is left out, with all that is in it.
    pub(super) goes: Vec<usize>,
    /// By node: where all that it gets goes on to.
    pub(super) passes: Vec<usize>,
    pub steps: usize,
}

impl<'a> Order<'a> {
    /// `opened` are ids of boxes: they and what is right inside them stay.
    pub fn new(tree: &'a Tree<'a>, edges: &[Ends], opened: &Set<String>) -> Order<'a> {
        let count = tree.nodes.len();
        let ends: Vec<(usize, usize)> = edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let ends = ends.as_slice();
        let is_opened = |node: usize| node != NONE && opened.contains(&tree.nodes[node].id);
        let faces = faces(tree, ends);
        let mut worth = vec![0; count];
        for node in (0..count).rev() {
            // Who has many edges holds the picture together.
            let (own, joins) = (tree.nodes[node].worth, joins(ends, node).min(MOST_JOINS) as u8);
            let own = match () {
                _ if own == STAYS || is_opened(node) || is_opened(tree.parent[node]) => STAYS,
                // A container is worth what is in it.
                _ if !tree.children[node].is_empty() => 0,
                _ if faces.contains(&tree.class[node]) => 6 + 2 * own + joins,
                _ => 3 * joins.min(1) + own,
            };
            worth[node] = own.max(worth[node]);
            if tree.parent[node] != NONE {
                worth[tree.parent[node]] = worth[node].max(worth[tree.parent[node]]);
            }
        }
        let passes = (0..count).map(|node| passes(edges, node)).collect();
        let mut order = Order { tree, goes: vec![usize::MAX; count], passes, steps: FOLDS };
        for node in (0..count).filter(|&node| tree.depth[node] > 1 && !tree.children[node].is_empty()) {
            let alike = |&other: &usize| tree.class[other] == tree.class[node];
            if order.first(node) != node && !(0..count).filter(alike).any(is_opened) {
                order.goes[node] = FOLDS;
            }
        }
        order.sort(&worth);
        order
    }

    /// The first of the boxes that are the same thing in the same box.
    pub fn first(&self, node: usize) -> usize {
        let alike = |&other: &usize| {
            self.tree.class[other] == self.tree.class[node] && self.tree.parent[other] == self.tree.parent[node]
        };
        (0..node).find(alike).unwrap_or(node)
    }

    /// By worth, then the deepest first, then the last; instances together, since they are to look alike.
    fn sort(&mut self, worth: &[u8]) {
        let tree = self.tree;
        let mut units: Vec<((u8, usize, usize), usize)> = Vec::new();
        for node in (0..worth.len()).filter(|&node| may_go(tree, node)) {
            let alike = (0..worth.len()).filter(|&other| tree.class[other] == tree.class[node]);
            let most = alike.map(|other| worth[other]).max().unwrap_or(0);
            if most < STAYS {
                units.push(((most, tree.levels() - tree.depth[node], tree.nodes.len() - tree.class[node]), node));
            }
        }
        crate::sort::sort_by_key(&mut units, |unit| unit.0);
        for alike in units.chunk_by(|a, b| a.0 == b.0) {
            self.steps += 1;
            for (_, node) in alike {
                self.goes[*node] = self.goes[*node].min(self.steps);
            }
        }
    }
}

/// The outermost boxes say what kind of picture it is.
fn may_go(tree: &Tree, node: usize) -> bool {
    tree.depth[node] > usize::from(!tree.children[node].is_empty())
}

/// Where a box sends on all that it gets, if it does nothing else: a rule, a queue, a gateway.
fn passes(edges: &[Ends], node: usize) -> usize {
    let mut to = NONE;
    let (mut kind, mut gets) = (None, false);
    for edge in edges.iter().filter(|edge| edge.from == node || edge.to == node) {
        let is_other = *kind.get_or_insert(edge.edge.kind) != edge.edge.kind;
        if is_other || (edge.from == node && ![NONE, edge.to].contains(&to)) {
            return NONE;
        }
        if edge.from == node {
            to = edge.to;
        } else {
            gets = true;
        }
    }
    match kind {
        Some(EdgeKind::Data | EdgeKind::Traffic) if gets => to,
        _ => NONE,
    }
}

/// How many edges a node has.
fn joins(ends: &[(usize, usize)], node: usize) -> usize {
    ends.iter().filter(|&&(from, to)| from == node || to == node).count()
}

/// What each component is known by: of its boxes the one with the most edges, with its instances. By class.
fn faces(tree: &Tree, ends: &[(usize, usize)]) -> Vec<usize> {
    let mut faces: Vec<(&str, usize, usize)> = Vec::new();
    for node in (0..tree.nodes.len()).filter(|&node| may_go(tree, node) && tree.children[node].is_empty()) {
        let (component, joins) = (tree.nodes[node].component.as_str(), joins(ends, node));
        match faces.iter_mut().find(|face| face.0 == component) {
            Some(face) if face.1 < joins => (face.1, face.2) = (joins, tree.class[node]),
            Some(_) => {}
            None => faces.push((component, joins, tree.class[node])),
        }
    }
    faces.into_iter().map(|face| face.2).collect()
}
