//! What is left out so that the rest can be read: first what stands there several times over, then what matters least. Each
//! box that is left out has one that stands for it, says how many there are, and can be opened.

use crate::sorted::Set;

use super::layout::tree::{NONE, Tree};
use super::model::{Diagram, Node, NodeKind};

/// What is worth this is never left out, nor is what is opened.
pub(super) const STAYS: u8 = u8::MAX;
/// The first step folds instances; each later one takes away the boxes of a kind of place that matter least.
const FOLDS: usize = 1;

/// When each box goes, as room gets scarce.
pub(super) struct Order<'a> {
    tree: &'a Tree<'a>,
    /// By node: the step at which it is left out, with all that is in it.
    goes: Vec<usize>,
    pub steps: usize,
}

/// A diagram with fewer boxes, whose edges are still those of the diagram.
pub(super) struct Fewer<'a> {
    pub diagram: Diagram,
    /// Who is left out, and the box where its edges end instead.
    instead: Vec<(&'a str, Option<&'a str>)>,
    /// Boxes whose inside is left out as a whole, and how much that is.
    closed: Vec<(&'a str, usize)>,
}

impl<'a> Order<'a> {
    /// `opened` are ids of boxes: they and what is right inside them stay.
    pub fn new(tree: &'a Tree<'a>, ends: &[(usize, usize)], opened: &Set<String>) -> Order<'a> {
        let count = tree.nodes.len();
        let is_opened = |node: usize| node != NONE && opened.contains(&tree.nodes[node].id);
        let faces = faces(tree, ends);
        let mut worth = vec![0; count];
        for node in (0..count).rev() {
            // Who has many edges holds the picture together.
            let (own, joins) = (tree.nodes[node].worth, joins(ends, node).min(4) as u8);
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
        let mut order = Order { tree, goes: vec![usize::MAX; count], steps: FOLDS };
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
    fn first(&self, node: usize) -> usize {
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
            fewer.diagram.nodes.push(Node {
                id: more(parent),
                parent: Some(around.id.clone()),
                kind: NodeKind::Leaf,
                icon: "more".to_owned(),
                label: format!("+{}", inside[count + parent]),
                opens: around.id.clone(),
                ..Node::default()
            });
        }
        for node in (0..count).filter(|&node| !stays[node]) {
            // Lines to what says "+4" would say too little.
            let stand = tree.nodes.get(stands[node]).map(|stand| stand.id.as_str());
            fewer.instead.push((&tree.nodes[node].id, stand));
        }
        fewer
    }
}

/// The outermost boxes say what kind of picture it is.
fn may_go(tree: &Tree, node: usize) -> bool {
    tree.depth[node] > usize::from(!tree.children[node].is_empty())
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
            if let Some(&node) = stand.and_then(|stand| tree.index.get(stand)) {
                tree.index.insert(id, node);
            }
            tree.left_out += 1;
        }
    }
}
