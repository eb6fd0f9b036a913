//! Labels of edges: each on a free stretch of its own line, or close beside it.

use super::field::{BORDER_CLEAR, Block, Field, X, Y};
use super::lanes::Route;
use super::wishes::Lack;
use crate::diagram::drawing::{Label, Point, Rect, Text};
use crate::diagram::layout::tree::NONE;
use crate::diagram::text::{self, SMALL};

/// Height of a line of text, and the space around the text.
const LINE: i32 = 14;
const ROUND: i32 = 4;
/// Labels that are wider become two lines.
const WIDE: i32 = 130;
/// What is to be seen of the line on both sides of a label that interrupts it.
const SEEN: i32 = 13;
/// More pixels than this are not asked for.
const GROWTH: i32 = 16;
/// From one place that is tried to the next.
const STEP: i32 = 6;

/// What a fault is worth in pixels away from the middle of the edge.
const OVER_EDGE: i32 = 400;
const OVER_BORDER: i32 = 200;
const TWO_LINES: i32 = 40;
const BESIDE: i32 = 50;

/// A label's lines, and the size of its background.
struct Form {
    lines: Vec<String>,
    size: [i32; 2],
}

/// The label in one line if it is not too long, and in two if it has two words.
fn forms(label: &str) -> impl Iterator<Item = Form> {
    let label = text::clean(label);
    let full = text::width(&label, SMALL);
    let two = label.contains(' ').then(|| text::wrap(&label, SMALL, (full * 2 / 3).clamp(40, WIDE)));
    let one = (full <= WIDE || two.is_none()).then(|| vec![text::elide(&label, SMALL, WIDE)]);
    one.into_iter().chain(two.filter(|lines| lines.len() > 1)).map(|lines| {
        let width = lines.iter().map(|line| text::width(line, SMALL)).max().unwrap_or(0);
        let height = lines.len() as i32 * LINE + 2;
        Form { lines, size: [width + 2 * ROUND, height] }
    })
}

/// The least width and height that a label can have.
pub(crate) fn least_room(label: &str) -> [i32; 2] {
    if label.is_empty() {
        return [0, 0];
    }
    [X, Y].map(|axis| forms(label).map(|form| form.size[axis]).min().unwrap_or(0))
}

/// Labels that are placed so far, and what they must keep clear of.
pub(super) struct Labels<'a> {
    field: &'a Field,
    /// The pieces of all edges, as thin blocks that belong to an edge.
    pieces: Vec<Block>,
    placed: Vec<Block>,
    pub lacks: Vec<Lack>,
}

impl<'a> Labels<'a> {
    pub fn new(field: &'a Field, routes: &[Route]) -> Labels<'a> {
        let mut labels = Labels { field, pieces: Vec::new(), placed: Vec::new(), lacks: Vec::new() };
        for (index, route) in routes.iter().enumerate() {
            for corners in route.way().windows(2) {
                let (a, b) = (corners[0], corners[1]);
                let lo = [a[X].min(b[X]), a[Y].min(b[Y])];
                let hi = [a[X].max(b[X]) + 1, a[Y].max(b[Y]) + 1];
                labels.pieces.push(Block { lo, hi, node: index });
            }
        }
        labels
    }

    /// The best place for a label; none if all that there are would cover a box or another label.
    pub fn place(&mut self, index: usize, route: &Route, label: &str) -> Option<Label> {
        let way = route.way();
        let half = way.windows(2).map(|pair| length(pair[0], pair[1])).sum::<i32>() / 2;
        // Cost, faults, place and text.
        let mut best: Option<(i32, i32, Block, Vec<String>)> = None;
        for form in forms(label) {
            let mut before = 0;
            for (piece, pair) in way.windows(2).enumerate() {
                let along = route.along(piece);
                let whole = length(pair[0], pair[1]);
                let slack = whole - form.size[along];
                let middle = (pair[0][along] + pair[1][along]) / 2;
                let forward = (pair[1][along] - pair[0][along]).signum();
                for step in 0..=slack.max(-1) / STEP {
                    let off = (step + 1) / 2 * STEP * if step % 2 == 0 { 1 } else { -1 };
                    let away = (before + whole / 2 + off * forward - half).abs() / 4;
                    let interrupts = 2 * off.abs() + 2 * SEEN <= slack;
                    for (side, cost) in [(0, 0), (1, BESIDE), (-1, BESIDE)] {
                        if side == 0 && !interrupts {
                            continue;
                        }
                        let cost = cost + away + (form.lines.len() as i32 - 1) * TWO_LINES;
                        if best.as_ref().is_some_and(|(least, ..)| *least <= cost) {
                            continue;
                        }
                        let mut centre = pair[0];
                        centre[along] = middle + off;
                        centre[1 - along] += side * (form.size[1 - along] / 2 + 1);
                        let block = around(centre, form.size);
                        let Some(faults) = self.faults(index, &block) else {
                            continue;
                        };
                        if best.as_ref().is_none_or(|(least, ..)| cost + faults < *least) {
                            best = Some((cost + faults, faults, block, form.lines.clone()));
                        }
                    }
                }
                before += whole;
            }
        }
        if best.as_ref().is_none_or(|(_, faults, ..)| *faults > 0) {
            self.wish(route, label);
        }
        let (_, _, block, lines) = best?;
        self.placed.push(block);
        Some(print(block, lines))
    }

    fn faults(&self, index: usize, block: &Block) -> Option<i32> {
        let inside = (0..2).all(|axis| block.lo[axis] >= 2 && block.hi[axis] <= self.field.size[axis] - 2);
        let free = |others: &[Block], clear: i32| !others.iter().any(|other| block.overlaps(other, clear));
        if !inside || !free(&self.field.solids, 2) || !free(&self.placed, 3) {
            return None;
        }
        let edges = self.pieces.iter().filter(|piece| piece.node != index && block.overlaps(piece, 1)).count();
        let borders = self.field.borders.iter().filter(|border| block.crosses(border)).count();
        Some(edges as i32 * OVER_EDGE + borders as i32 * OVER_BORDER)
    }

    /// Asks for more room where the least is missing.
    fn wish(&mut self, route: &Route, label: &str) {
        let mut least: Option<Lack> = None;
        for form in forms(label) {
            for (piece, pair) in route.way().windows(2).enumerate() {
                let (along, across) = (route.along(piece), 1 - route.along(piece));
                if length(pair[0], pair[1]) < form.size[along] + 2 * SEEN {
                    continue;
                }
                let middle = (pair[0][along] + pair[1][along]) / 2;
                let span = (middle - form.size[along] / 2, middle + form.size[along] / 2);
                let (lo, hi) = self.field.room(along, pair[0][across], span, |_| Some(BORDER_CLEAR));
                let missing = form.size[across] - (hi - lo);
                if missing > 0 && missing <= GROWTH && least.is_none_or(|lack| missing < lack.missing) {
                    least = Some(Lack { along, at: pair[0][across], span, missing });
                }
            }
        }
        self.lacks.extend(least);
    }
}

fn around(centre: [i32; 2], size: [i32; 2]) -> Block {
    let lo = [centre[X] - size[X] / 2, centre[Y] - size[Y] / 2];
    Block { lo, hi: [lo[X] + size[X], lo[Y] + size[Y]], node: NONE }
}

fn length(a: [i32; 2], b: [i32; 2]) -> i32 {
    (a[X] - b[X]).abs() + (a[Y] - b[Y]).abs()
}

fn print(block: Block, lines: Vec<String>) -> Label {
    let [x, y] = block.lo;
    let (width, height) = (block.hi[X] - x, block.hi[Y] - y);
    let mut baseline = y - 2;
    let text = |text: String| {
        baseline += LINE;
        let own = text::width(&text, SMALL);
        Text { at: Point { x: x + (width - own) / 2, y: baseline }, width: own, text }
    };
    Label { lines: lines.into_iter().map(text).collect(), rect: Rect { x, y, width, height } }
}
