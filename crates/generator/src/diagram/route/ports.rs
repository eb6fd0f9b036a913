//! Where an edge can leave a box: the lines that end at a leaf's side or cross a container's border.

use super::field::{Block, CORNER, X};
use super::graph::Graph;
use crate::diagram::drawing::Rect;
use crate::diagram::layout::Plan;
use crate::diagram::layout::tree::NONE;

/// A place on the border of a box, and the way from there to the first crossing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Port {
    pub line: usize,
    /// Along the line.
    pub at: i32,
    /// 0 if the way leads to lower coordinates, 1 if to higher.
    pub side: usize,
    /// What it costs not to be in the middle of the side, where arrows look best.
    pub off: i32,
}

/// Lines bend at least this far from a box.
const STUB: i32 = 4;

impl Port {
    pub fn place(&self, graph: &Graph) -> [i32; 2] {
        let line = graph.lines[self.line];
        if line.along == X { [self.at, line.at] } else { [line.at, self.at] }
    }

    /// The first crossing that is far enough from the box.
    pub fn first(&self, graph: &Graph) -> Option<usize> {
        let points = &graph.on[self.line];
        let along = graph.lines[self.line].along;
        if self.side == 1 {
            let at = points.partition_point(|&point| graph.at[point][along] < self.at + STUB);
            points.get(at).copied()
        } else {
            let at = points.partition_point(|&point| graph.at[point][along] <= self.at - STUB);
            at.checked_sub(1).map(|at| points[at])
        }
    }
}

/// The ports of leaves, by node: the lines that end at them.
pub(super) fn of_leaves(graph: &Graph, plan: &Plan) -> Vec<Vec<Port>> {
    let mut ports = vec![Vec::new(); plan.rects.len()];
    for (index, line) in graph.lines.iter().enumerate() {
        for (end, at, side) in [(0, line.lo, 1), (1, line.hi, 0)] {
            let node = line.ends[end];
            if node != NONE {
                let leaf = Block::new(plan.rects[node], node);
                let across = 1 - line.along;
                let off = (line.at - (leaf.lo[across] + leaf.hi[across]) / 2).abs();
                let off = 2 * off * off / (leaf.hi[across] - leaf.lo[across]).max(1);
                ports[node].push(Port { line: index, at, side, off });
            }
        }
    }
    ports
}

/// The ports of a container: the lines that cross its border. `outwards` is false if the other end is inside it.
pub(super) fn of_container(graph: &Graph, rect: Rect, outwards: bool) -> Vec<Port> {
    let border = Block::new(rect, NONE);
    let mut ports = Vec::new();
    for (index, line) in graph.lines.iter().enumerate() {
        let across = 1 - line.along;
        let (lo, hi) = (border.lo[across] + CORNER, border.hi[across] - CORNER);
        if line.at < lo || line.at > hi {
            continue;
        }
        // The middle of a long side is nothing special.
        let off = ((line.at - (lo + hi) / 2).abs() / 8).min(20);
        for (at, side) in [(border.lo[line.along], 0), (border.hi[line.along], 1)] {
            if line.lo < at && at < line.hi {
                ports.push(Port { line: index, at, side: if outwards { side } else { 1 - side }, off });
            }
        }
    }
    ports
}
