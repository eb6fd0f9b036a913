//! Edges between the boxes: orthogonal, in the gaps, each in a lane of its own.

mod field;
mod graph;
pub(crate) mod labels;
mod lanes;
mod lines;
mod ports;
mod search;
mod wishes;

use crate::diagram::drawing::Label;
use crate::diagram::layout::Plan;
use crate::diagram::layout::place::Side;
use crate::diagram::layout::tree::Tree;
use field::Field;
use graph::Graph;
use labels::Labels;
use lanes::Route;
use search::Search;

pub(crate) struct Routes {
    /// By edge; none if there is no way, which does not happen as long as there are gaps.
    pub ways: Vec<Option<Vec<[i32; 2]>>>,
    pub labels: Vec<Option<Label>>,
    /// Distances that should be greater: class, side, and by how many pixels.
    pub wishes: Vec<(usize, Side, i32)>,
}

pub(crate) fn route(tree: &Tree, plan: &Plan, ends: &[(usize, usize)], texts: &[String]) -> Routes {
    let field = Field::new(tree, plan);
    let graph = Graph::new(&field, lines::lines(&field, tree, plan, ends));
    let mut search = Search::new(&graph);
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by_key(|&edge| (distance(plan, ends[edge]), edge));

    let (mut routes, mut edges) = (Vec::new(), Vec::new());
    for edge in order {
        let (from, to) = ends[edge];
        let inside = |inner, outer| tree.within(inner, outer);
        let starts = ports::ports(&field, &graph, from, !inside(to, from));
        let goals = ports::ports(&field, &graph, to, !inside(from, to));
        let foreign: Vec<bool> = (0..tree.nodes.len()).map(|node| !inside(from, node) && !inside(to, node)).collect();
        if let Some(route) = search
            .way(&starts, &goals, &foreign, labels::least_room(&texts[edge]))
            .and_then(|way| Route::new(&way, [from, to]))
        {
            routes.push(route);
            edges.push(edge);
        }
    }
    let lacks = lanes::spread(&field, &mut routes);
    let mut ways = vec![None; ends.len()];
    let mut labels = vec![None; ends.len()];
    let mut placing = Labels::new(&field, &routes);
    for (index, (route, &edge)) in routes.iter().zip(&edges).enumerate() {
        ways[edge] = Some(route.way());
        if !texts[edge].is_empty() {
            labels[edge] = placing.place(index, route, &texts[edge]);
        }
    }
    let wanted = placing.lacks;
    Routes { ways, labels, wishes: lacks.iter().chain(&wanted).filter_map(|lack| wishes::wish(plan, lack)).collect() }
}

fn distance(plan: &Plan, (from, to): (usize, usize)) -> i32 {
    let (a, b) = (plan.rects[from].centre(), plan.rects[to].centre());
    (a.x - b.x).abs() + (a.y - b.y).abs()
}
