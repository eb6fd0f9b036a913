//! Where a search is going.

use super::graph::Graph;
use super::ports::Port;
use super::search::BEND;

/// The crossings from which a port is reached, and the rectangle around them.
pub(super) struct Target {
    /// Crossing, direction of the last piece, and what is left from there; in order of the crossings.
    arrivals: Vec<Arrival>,
    lo: [i32; 2],
    hi: [i32; 2],
    /// What is left from the cheapest of the crossings.
    least: i32,
    /// By the axis of a way, and whether it still has to run along the other one: what its bends will cost at least.
    bends: [[i32; 2]; 2],
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    pub point: usize,
    pub along: usize,
    pub cost: i32,
    pub port: Port,
}

impl Target {
    pub fn new(graph: &Graph, ports: &[Port]) -> Target {
        let mut target = Target {
            arrivals: Vec::new(),
            lo: [i32::MAX; 2],
            hi: [i32::MIN; 2],
            least: i32::MAX,
            bends: [[2 * BEND; 2]; 2],
        };
        for &port in ports {
            let Some(point) = port.first(graph) else {
                continue;
            };
            let (at, along) = (graph.at[point], graph.lines[port.line].along);
            let cost = (at[along] - port.at).abs() + port.off;
            target.arrivals.push(Arrival { point, along, cost, port });
            target.least = target.least.min(cost);
            // A way along this axis may go straight on; one along the other has to turn.
            target.bends[along][0] = 0;
            for bends in &mut target.bends[1 - along] {
                *bends = (*bends).min(BEND);
            }
            for (axis, at) in at.into_iter().enumerate() {
                target.lo[axis] = target.lo[axis].min(at);
                target.hi[axis] = target.hi[axis].max(at);
            }
        }
        crate::sort::sort_by_key(&mut target.arrivals, |arrival| arrival.point);
        target
    }

    /// The arrivals from a crossing, which is at these coordinates.
    pub fn at(&self, point: usize, at: [i32; 2]) -> &[Arrival] {
        if (0..2).any(|axis| at[axis] < self.lo[axis] || self.hi[axis] < at[axis]) {
            return &[];
        }
        let first = self.arrivals.partition_point(|arrival| arrival.point < point);
        let count = self.arrivals[first..].iter().take_while(|arrival| arrival.point == point).count();
        &self.arrivals[first..first + count]
    }

    /// Never more than what is left from a crossing that was reached along an axis.
    pub fn distance(&self, at: [i32; 2], along: usize) -> i32 {
        if self.arrivals.is_empty() {
            return 0;
        }
        let outside = |axis: usize| (self.lo[axis] - at[axis]).max(at[axis] - self.hi[axis]).max(0);
        let (ahead, aside) = (outside(along), outside(1 - along));
        ahead + aside + self.bends[along][usize::from(aside > 0)] + self.least
    }
}
