//! Layout and routing in turns: boxes first, then edges; where edges are crowded, the boxes move apart.

use super::Canvas;
use super::draw::{self, Ends};
use super::drawing::Drawing;
use super::layout::measure::usual_spacing;
use super::layout::spacing::grant;
use super::layout::tree::Tree;
use super::layout::{Plan, page_spacing, plan};
use super::model::Diagram;
use super::route::{forms, route};
use super::text::{self, TITLE};

/// Deeper boxes are left out, whatever the room: nobody could read them.
const MOST_LEVELS: usize = 12;
/// Fewer levels than this would say nothing.
const LEAST_LEVELS: usize = 2;
/// Titles are at least that many pixels high when the picture is fitted into its canvas.
const READABLE: i32 = 11;
/// Boxes times edges: of very many edges, only the first are drawn.
const MOST_ROUTES: usize = 60_000;
/// How often boxes move apart.
const ROUNDS: usize = 3;

pub(super) fn whole(diagram: &Diagram, canvas: Canvas) -> Drawing {
    let composed = Composed::new(diagram, MOST_LEVELS);
    composed.draw(diagram, canvas)
}

/// With fewer levels, one by one, until it can be read.
pub(super) fn readable(diagram: &Diagram, canvas: Canvas) -> Drawing {
    let all = Composed::new(diagram, MOST_LEVELS);
    let deepest = all.tree.levels();
    let mut composed = all;
    let mut levels = deepest;
    loop {
        let last = levels <= LEAST_LEVELS;
        // Moving boxes apart only makes a picture larger, so what is too large before need not be routed.
        let boxes = composed.boxes(canvas);
        if last || is_readable(boxes.width, boxes.height, canvas) {
            let mut drawing = composed.draw(diagram, canvas);
            if last || is_readable(drawing.width, drawing.height, canvas) {
                drawing.left_out.levels = deepest - levels;
                return drawing;
            }
        }
        levels -= 1;
        composed = Composed::new(diagram, levels);
    }
}

fn is_readable(width: i32, height: i32, canvas: Canvas) -> bool {
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
    fn new(diagram: &'a Diagram, levels: usize) -> Composed<'a> {
        let tree = Tree::new(diagram, levels);
        let mut edges = draw::ends(diagram, &tree);
        edges.truncate(MOST_ROUTES / tree.nodes.len().max(150));
        let ends = edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let labels = edges.iter().map(|edge| text::clean(&edge.edge.label)).collect();
        Composed { tree, edges, ends, labels }
    }

    fn boxes(&self, canvas: Canvas) -> Plan {
        let mut spacing = usual_spacing(&self.tree);
        spacing.push(page_spacing(self.outside_labels()));
        plan(&self.tree, &self.ends, &spacing, canvas)
    }

    fn draw(&self, diagram: &Diagram, canvas: Canvas) -> Drawing {
        let mut spacing = usual_spacing(&self.tree);
        spacing.push(page_spacing(self.outside_labels()));
        let mut boxes = plan(&self.tree, &self.ends, &spacing, canvas);
        let mut routes = route(&self.tree, &boxes, &self.ends, &self.labels);
        for _ in 0..ROUNDS {
            if !grant(&mut spacing, &routes.wishes) {
                break;
            }
            boxes = plan(&self.tree, &self.ends, &spacing, canvas);
            routes = route(&self.tree, &boxes, &self.ends, &self.labels);
        }
        draw::drawing(diagram, &self.tree, &boxes, &self.edges, &routes)
    }

    /// The room for labels between those outside and the rest.
    fn outside_labels(&self) -> i32 {
        let outside = |node: usize| self.tree.depth[node] == 0 && !self.tree.is_container(node);
        let between = self.ends.iter().zip(&self.labels).filter(|((from, to), _)| outside(*from) != outside(*to));
        let widest = between.map(|(_, label)| forms::least_room(label)[0]).max().unwrap_or(0);
        if widest == 0 { 0 } else { widest + 26 }
    }
}
