//! Layout and routing in turns: boxes first, then edges; where edges are crowded, the boxes move apart.

use std::ops::Range;

use crate::sorted::Set;

use super::draw::{self, Ends};
use super::drawing::Drawing;
use super::fewer::Fewer;
use super::layout::measure::usual_spacing;
use super::layout::spacing::{Spacing, grant};
use super::layout::tree::Tree;
use super::layout::{Plan, page_spacing, plan};
use super::model::{Diagram, Node, NodeKind};
use super::route::{Routes, forms, route};
use super::text::{self, TITLE};
use super::worth::{Order, STAYS};
use super::{Canvas, Show};

/// Deeper boxes are left out, whatever the room: nobody could read them.
const MOST_LEVELS: usize = 12;
/// Titles are at least that many pixels high when the picture is fitted into its canvas.
const READABLE: i32 = 11;
/// The same once somebody has opened a box.
const LEGIBLE: i32 = 8;
/// The box around those outside, where they have one.
const OUTSIDE: &str = "Outside";
/// Boxes times edges: of very many edges, only the first are drawn.
const MOST_ROUTES: usize = 60_000;
/// How often boxes move apart.
const ROUNDS: usize = 3;
/// How often a picture is drawn in the hope that a few boxes more can be read.
const TRIES: usize = 2;

/// Where everything is, of as much as can be shown.
#[derive(Debug)]
pub(super) struct Arranged {
    /// How many steps of leaving out it took.
    steps: usize,
    boxes: Plan,
    routes: Routes,
}

pub(super) fn whole(diagram: &Diagram, canvas: Canvas) -> (Arranged, Drawing) {
    Composed::new(diagram, diagram, None).draw(diagram, canvas, 0)
}

/// The drawing of a diagram that is arranged as another of the same shape was.
pub(super) fn again(diagram: &Diagram, show: &Show, arranged: &Arranged) -> Drawing {
    let all = Composed::new(diagram, diagram, None);
    match show {
        Show::Readable(opened) if arranged.steps > 0 => {
            let fewer = Order::new(&all.tree, &all.edges, opened).after(arranged.steps);
            Composed::new(diagram, &fewer.diagram, Some(&fewer)).drawing(diagram, arranged)
        }
        _ => all.drawing(diagram, arranged),
    }
}

/// The same with those outside in a box of their own, which can stand anywhere.
pub(super) fn stacked(diagram: &Diagram) -> Diagram {
    let mut stacked = diagram.clone();
    let outside: Vec<&str> = {
        let tree = Tree::new(diagram, MOST_LEVELS);
        tree.roots().filter(|&root| !tree.is_container(root)).map(|root| tree.nodes[root].id.as_str()).collect()
    };
    if outside.len() < diagram.nodes.len() {
        for node in stacked.nodes.iter_mut().filter(|node| outside.contains(&node.id.as_str())) {
            node.parent = Some(OUTSIDE.to_owned());
            node.worth = STAYS;
        }
        let (id, icon, label) = (OUTSIDE.to_owned(), "internet".to_owned(), OUTSIDE.to_owned());
        stacked.nodes.insert(0, Node { id, icon, label, kind: NodeKind::Container, ..Node::default() });
    }
    stacked
}

/// With fewer boxes, step by step, until it can be read.
pub(super) fn readable(diagram: &Diagram, opened: &Set<String>, canvas: Canvas) -> (Arranged, Drawing) {
    let all = Composed::new(diagram, diagram, None);
    // Who opens a box to see what is in it wants to see more, and has the rest stay.
    let is_more =
        opened.iter().any(|id| all.tree.index.get(id.as_str()).is_some_and(|&node| all.tree.is_container(node)));
    let enlarged = |side: i32| if is_more { side * READABLE / LEGIBLE } else { side };
    let canvas = Canvas { width: enlarged(canvas.width), height: enlarged(canvas.height) };
    // Moving boxes apart only makes a picture larger, so what is too large before need not be routed.
    let mut grown = (0, 0);
    if all.fits(canvas, grown) {
        let (arranged, drawing) = all.draw(diagram, canvas, 0);
        if is_readable((drawing.width, drawing.height), canvas) {
            return (arranged, drawing);
        }
    }
    let order = Order::new(&all.tree, &all.edges, opened);
    // The fewest steps after which the boxes fit: each makes the picture smaller, if anything.
    let fewest = |mut least: usize, grown| {
        let mut most = order.steps;
        while least < most {
            let middle = (least + most) / 2;
            let fewer = order.after(middle);
            let fits = Composed::new(diagram, &fewer.diagram, Some(&fewer)).fits(canvas, grown);
            if fits { most = middle } else { least = middle + 1 }
        }
        least
    };
    let (mut too_few, mut step) = (0, fewest(1, grown));
    loop {
        let fewer = order.after(step);
        let composed = Composed::new(diagram, &fewer.diagram, Some(&fewer));
        let drawn = composed.draw(diagram, canvas, step);
        let size = (drawn.1.width, drawn.1.height);
        if step == order.steps || is_readable(size, canvas) {
            return between(&order, diagram, canvas, too_few..step).unwrap_or(drawn);
        }
        // The next try leaves the room that the edges of this one took.
        let boxes = composed.boxes(canvas);
        grown = (size.0 - boxes.width, size.1 - boxes.height);
        too_few = step;
        step = fewest(step + 1, grown);
    }
}

/// Fewer boxes need fewer edges, so the room for those of a larger picture may be too much: one that is in between.
fn between(order: &Order, diagram: &Diagram, canvas: Canvas, mut steps: Range<usize>) -> Option<(Arranged, Drawing)> {
    let mut best = None;
    for _ in 0..TRIES {
        let middle = (steps.start + steps.end) / 2;
        if steps.start == 0 || middle == steps.start {
            break;
        }
        let fewer = order.after(middle);
        let drawn = Composed::new(diagram, &fewer.diagram, Some(&fewer)).draw(diagram, canvas, middle);
        if is_readable((drawn.1.width, drawn.1.height), canvas) {
            steps.end = middle;
            best = Some(drawn);
        } else {
            steps.start = middle;
        }
    }
    best
}

fn is_readable((width, height): (i32, i32), canvas: Canvas) -> bool {
    let fits = |length: i32, room: i32| i64::from(TITLE) * i64::from(room) >= i64::from(READABLE) * i64::from(length);
    fits(width, canvas.width) && fits(height, canvas.height)
}

/// A diagram that is ready to be arranged.
struct Composed<'a> {
    tree: Tree<'a>,
    edges: Vec<Ends<'a>>,
    ends: Vec<(usize, usize)>,
    labels: Vec<String>,
}

impl<'a> Composed<'a> {
    /// The edges of a diagram between the boxes of another, which may be fewer.
    fn new(diagram: &'a Diagram, shown: &'a Diagram, fewer: Option<&'a Fewer<'a>>) -> Composed<'a> {
        let mut tree = Tree::new(shown, MOST_LEVELS);
        if let Some(fewer) = fewer {
            fewer.complete(&mut tree);
        }
        let mut edges = draw::ends(diagram, &tree);
        edges.truncate(MOST_ROUTES / tree.nodes.len().max(150));
        let ends = edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let labels = edges.iter().map(|edge| text::clean(&edge.edge.label)).collect();
        Composed { tree, edges, ends, labels }
    }

    /// Whether the boxes can be read when the edges make them so much larger.
    fn fits(&self, canvas: Canvas, grown: (i32, i32)) -> bool {
        let boxes = self.boxes(canvas);
        is_readable((boxes.width + grown.0, boxes.height + grown.1), canvas)
    }

    fn boxes(&self, canvas: Canvas) -> Plan {
        plan(&self.tree, &self.ends, &self.spacing(), canvas)
    }

    fn draw(&self, diagram: &Diagram, canvas: Canvas, steps: usize) -> (Arranged, Drawing) {
        let mut spacing = self.spacing();
        let mut boxes = plan(&self.tree, &self.ends, &spacing, canvas);
        let mut routes = route(&self.tree, &boxes, &self.ends, &self.labels);
        for _ in 0..ROUNDS {
            if !grant(&mut spacing, &routes.wishes) {
                break;
            }
            boxes = plan(&self.tree, &self.ends, &spacing, canvas);
            routes = route(&self.tree, &boxes, &self.ends, &self.labels);
        }
        let arranged = Arranged { steps, boxes, routes };
        let drawing = self.drawing(diagram, &arranged);
        (arranged, drawing)
    }

    fn drawing(&self, diagram: &Diagram, arranged: &Arranged) -> Drawing {
        draw::drawing(diagram, &self.tree, &arranged.boxes, &self.edges, &arranged.routes)
    }

    fn spacing(&self) -> Vec<Spacing> {
        let mut spacing = usual_spacing(&self.tree);
        spacing.push(page_spacing(self.outside_labels()));
        spacing
    }

    /// The room for labels between those outside and the rest.
    fn outside_labels(&self) -> i32 {
        let outside = |node: usize| self.tree.depth[node] == 0 && !self.tree.is_container(node);
        let between = self.ends.iter().zip(&self.labels).filter(|((from, to), _)| outside(*from) != outside(*to));
        let widest = between.map(|(_, label)| forms::least_room(label)[0]).max().unwrap_or(0);
        if widest == 0 { 0 } else { widest + 26 }
    }
}
