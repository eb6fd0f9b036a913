//! Labels of edges: each on a free stretch of its own line, or close beside it.

use super::field::{BORDER_CLEAR, Block, Field, X, Y};
use super::forms::{Form, forms};
use super::path::Path;
use super::wishes::Lack;
use crate::diagram::drawing::Label;
use crate::diagram::layout::tree::NONE;

/// What is to be seen of the line on both sides of a label that interrupts it.
const SEEN: i32 = 13;
/// How much longer than its piece of line a label beside it may be.
const LONGER: i32 = 8;
/// From one place that is tried to the next.
const STEP: i32 = 6;
/// More pixels than this are not asked for.
const GROWTH: i32 = 16;

/// What a fault is worth in quarter pixels away from the middle of the edge.
const OVER_EDGE: i32 = 400;
const OVER_BORDER: i32 = 200;
const TWO_LINES: i32 = 40;
const BESIDE: i32 = 50;

/// Labels that are placed so far, and what they must keep clear of.
pub(super) struct Labels<'a> {
    field: &'a Field,
    /// The pieces of all edges, as thin blocks that belong to an edge.
    pieces: Vec<Block>,
    placed: Vec<Block>,
    pub lacks: Vec<Lack>,
}

struct Spot {
    cost: i32,
    faults: i32,
    form: usize,
    block: Block,
}

/// A straight piece of the edge that is to be labelled.
struct Piece {
    edge: usize,
    along: usize,
    from: [i32; 2],
    to: [i32; 2],
    /// From the edge's middle to where the piece begins; negative before it.
    start: i32,
}

impl Piece {
    /// What a label on this piece costs at least.
    fn least(&self) -> i32 {
        let end = self.start + (self.to[self.along] - self.from[self.along]).abs();
        if self.start <= 0 && end >= 0 { 0 } else { self.start.abs().min(end.abs()) / 4 }
    }
}

impl<'a> Labels<'a> {
    pub fn new(field: &'a Field, paths: &[Path]) -> Labels<'a> {
        let mut labels = Labels { field, pieces: Vec::new(), placed: Vec::new(), lacks: Vec::new() };
        for (index, path) in paths.iter().enumerate() {
            for pair in path.way().windows(2) {
                labels.pieces.push(Block { node: index, ..around(pair[0], pair[1], [1, 1]) });
            }
        }
        labels
    }

    /// The best place for a label; none if all that there are would cover a box or another label.
    pub fn place(&mut self, index: usize, path: &Path, label: &str) -> Option<Label> {
        let pieces = pieces(index, path);
        let forms = forms(label);
        let largest = [X, Y].map(|axis| forms.iter().map(|form| form.size[axis]).max().unwrap_or(0));
        let mut best: Option<Spot> = None;
        for piece in &pieces {
            if best.as_ref().is_some_and(|best| best.cost <= piece.least()) {
                continue;
            }
            let near = Near::new(self, piece, largest);
            for (form, Form { size, lines }) in forms.iter().enumerate() {
                let cost = (lines.len() as i32 - 1) * TWO_LINES;
                self.along(
                    piece,
                    &near,
                    Spot { cost, faults: 0, form, block: around([0; 2], [0; 2], *size) },
                    &mut best,
                );
            }
        }
        if best.as_ref().is_none_or(|spot| spot.faults > 0) {
            self.wish(&pieces, &forms);
        }
        let best = best?;
        self.placed.push(best.block);
        Some(forms[best.form].print(&best.block))
    }

    /// Tries places along a piece, from its middle outwards: on the line, and beside it. `blank` is the label's size, and what
    /// its form costs.
    fn along(&self, piece: &Piece, near: &Near, blank: Spot, best: &mut Option<Spot>) {
        let along = piece.along;
        let size = [X, Y].map(|axis| blank.block.hi[axis] - blank.block.lo[axis]);
        let length = (piece.to[along] - piece.from[along]).abs();
        let slack = length - size[along];
        if slack < -LONGER {
            return;
        }
        let forward = (piece.to[along] - piece.from[along]).signum();
        for step in 0..=slack / STEP {
            let off = (step + 1) / 2 * STEP * if step % 2 == 0 { 1 } else { -1 };
            let away = blank.cost + (piece.start + length / 2 + off * forward).abs() / 4;
            let interrupts = 2 * off.abs() + 2 * SEEN <= slack;
            for (side, cost) in [(0, away), (1, away + BESIDE), (-1, away + BESIDE)] {
                let limit = best.as_ref().map_or(i32::MAX, |best| best.cost);
                if cost >= limit || (side == 0 && !interrupts) {
                    continue;
                }
                let mut centre = piece.from;
                centre[along] = (piece.from[along] + piece.to[along]) / 2 + off;
                centre[1 - along] += side * (size[1 - along] / 2 + 1);
                let block = around(centre, centre, size);
                if let Some(faults) = near.faults(&block, self.field)
                    && cost + faults < limit
                {
                    *best = Some(Spot { cost: cost + faults, faults, form: blank.form, block });
                }
            }
        }
    }

    /// Asks for more room where the least is missing.
    fn wish(&mut self, pieces: &[Piece], forms: &[Form]) {
        let mut least: Option<Lack> = None;
        for size in forms.iter().map(|form| form.size) {
            for &Piece { along, from, to, .. } in pieces {
                if (from[along] - to[along]).abs() < size[along] + 2 * SEEN {
                    continue;
                }
                let (at, middle) = (from[1 - along], (from[along] + to[along]) / 2);
                let span = (middle - size[along] / 2, middle + size[along] / 2);
                let (lo, hi) = self.field.room(along, at, span, |_| Some(BORDER_CLEAR));
                let missing = size[1 - along] - (hi - lo);
                if (1..=GROWTH).contains(&missing) && least.is_none_or(|lack| missing < lack.missing) {
                    least = Some(Lack { along, at, span, missing });
                }
            }
        }
        self.lacks.extend(least);
    }
}

fn pieces(edge: usize, path: &Path) -> Vec<Piece> {
    let way = path.way();
    let length = |pair: &[[i32; 2]]| (pair[0][X] - pair[1][X]).abs() + (pair[0][Y] - pair[1][Y]).abs();
    let mut start = -way.windows(2).map(length).sum::<i32>() / 2;
    let mut pieces = Vec::new();
    for (piece, pair) in way.windows(2).enumerate() {
        pieces.push(Piece { edge, along: path.along(piece), from: pair[0], to: pair[1], start });
        start += length(pair);
    }
    pieces
}

/// The block that reaches from one point to the other, with `size` to spare in all.
fn around(a: [i32; 2], b: [i32; 2], size: [i32; 2]) -> Block {
    let lo = [0, 1].map(|axis| a[axis].min(b[axis]) - size[axis] / 2);
    let hi = [0, 1].map(|axis| lo[axis] + (a[axis] - b[axis]).abs() + size[axis]);
    Block { lo, hi, node: NONE }
}

/// What a label at a piece of line could touch.
struct Near {
    /// Boxes, titles and other labels, with the space that they want around them.
    taken: Vec<(Block, i32)>,
    pieces: Vec<Block>,
    borders: Vec<Block>,
}

impl Near {
    fn new(labels: &Labels, piece: &Piece, size: [i32; 2]) -> Near {
        let reach = around(piece.from, piece.to, [2 * size[0] + 8, 2 * size[1] + 8]);
        let touches = |block: &&Block| reach.overlaps(block, 0);
        let solids = labels.field.solids.iter().filter(touches).map(|&block| (block, 2));
        Near {
            taken: solids.chain(labels.placed.iter().filter(touches).map(|&block| (block, 3))).collect(),
            pieces: labels.pieces.iter().filter(|other| other.node != piece.edge).filter(touches).copied().collect(),
            borders: labels.field.borders.iter().filter(touches).copied().collect(),
        }
    }

    fn faults(&self, block: &Block, field: &Field) -> Option<i32> {
        let inside = (0..2).all(|axis| block.lo[axis] >= 2 && block.hi[axis] <= field.size[axis] - 2);
        if !inside || self.taken.iter().any(|(other, clear)| block.overlaps(other, *clear)) {
            return None;
        }
        let edges = self.pieces.iter().filter(|piece| block.overlaps(piece, 1)).count() as i32;
        let borders = self.borders.iter().filter(|border| block.crosses(border)).count() as i32;
        Some(edges * OVER_EDGE + borders * OVER_BORDER)
    }
}
