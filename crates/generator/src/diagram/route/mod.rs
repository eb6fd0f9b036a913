//! Edges between the boxes: orthogonal, in the gaps, each in a lane of its own.

mod field;
pub(crate) mod forms;
mod graph;
mod labels;
mod lanes;
mod lines;
mod order;
mod path;
mod ports;
mod queue;
mod search;
mod target;
mod traffic;
mod wishes;

use std::borrow::Cow;

use crate::diagram::drawing::Label;
use crate::diagram::layout::Plan;
use crate::diagram::layout::place::Side;
use crate::diagram::layout::tree::Tree;
use field::Field;
use graph::Graph;
use labels::Labels;
use path::Path;
use search::Search;

#[derive(Debug)]
pub(crate) struct Routes {
    /// By edge; none if there is no way, which does not happen as long as there are gaps.
    pub ways: Vec<Option<Vec<[i32; 2]>>>,
    pub labels: Vec<Option<Label>>,
    /// Distances that should be greater: class, side, and by how many pixels.
    pub wishes: Vec<(usize, Side, i32)>,
}

/// `texts` are the labels.
pub(crate) fn route(tree: &Tree, plan: &Plan, ends: &[(usize, usize)], texts: &[String]) -> Routes {
    let field = Field::new(tree, plan);
    let graph = Graph::new(&field, lines::lines(&field, tree, plan, ends));
    let (edges, mut routes) = ways(tree, plan, &graph, ends, texts);
    let mut lacks = lanes::spread(&field, &mut routes);
    let mut labels = vec![None; ends.len()];
    let mut placing = Labels::new(&field, &routes);
    for (index, &edge) in edges.iter().enumerate().filter(|(_, edge)| !texts[**edge].is_empty()) {
        labels[edge] = placing.place(index, &routes[index], &texts[edge]);
    }
    lacks.extend(placing.lacks);
    let mut ways = vec![None; ends.len()];
    for (route, edge) in routes.iter().zip(edges) {
        ways[edge] = Some(route.way());
    }
    Routes { ways, labels, wishes: lacks.iter().filter_map(|lack| wishes::wish(plan, lack)).collect() }
}

/// The edges in the order in which they were routed, short ones first, and their routes before they get lanes.
fn ways(tree: &Tree, plan: &Plan, graph: &Graph, ends: &[(usize, usize)], texts: &[String]) -> (Vec<usize>, Vec<Path>) {
    let leaves = ports::of_leaves(graph, plan);
    let ports = |node: usize, other: usize| {
        if tree.is_container(node) {
            Cow::Owned(ports::of_container(graph, plan.rects[node], !tree.within(other, node)))
        } else {
            Cow::Borrowed(leaves[node].as_slice())
        }
    };
    let mut order: Vec<usize> = (0..ends.len()).collect();
    crate::sort::sort_by_key(&mut order, |&edge| (distance(plan, ends[edge]), edge));
    let mut search = Search::new(graph);
    let mut foreign = vec![true; tree.nodes.len()];
    let (mut edges, mut routes) = (Vec::new(), Vec::new());
    for edge in order {
        let (from, to) = ends[edge];
        foreign.fill(true);
        for around in tree.upwards(from).chain(tree.upwards(to)) {
            foreign[around] = false;
        }
        let way = search.way(&ports(from, to), &ports(to, from), &foreign, forms::least_room(&texts[edge]));
        if let Some(route) = way.and_then(|way| Path::new(&way, [from, to])) {
            edges.push(edge);
            routes.push(route);
        }
    }
    (edges, routes)
}

fn distance(plan: &Plan, (from, to): (usize, usize)) -> i32 {
    let (a, b) = (plan.rects[from].centre(), plan.rects[to].centre());
    (a.x - b.x).abs() + (a.y - b.y).abs()
}
