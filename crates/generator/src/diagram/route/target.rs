//! Where a search is going.

use super::graph::Graph;
use super::ports::Port;

/// The crossings from which a port is reached, and the rectangle around them.
pub(super) struct Target {
    /// Crossing, direction of the last piece, and what is left from there; in order of the crossings.
    arrivals: Vec<Arrival>,
    lo: [i32; 2],
    hi: [i32; 2],
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
        let mut target = Target { arrivals: Vec::new(), lo: [i32::MAX; 2], hi: [i32::MIN; 2] };
        for &port in ports {
            let Some(point) = port.first(graph) else {
                continue;
            };
            let (at, along) = (graph.at[point], graph.lines[port.line].along);
            let cost = (at[along] - port.at).abs() + port.off;
            target.arrivals.push(Arrival { point, along, cost, port });
            for (axis, at) in at.into_iter().enumerate() {
                target.lo[axis] = target.lo[axis].min(at);
                target.hi[axis] = target.hi[axis].max(at);
            }
        }
        crate::sort::sort_by_key(&mut target.arrivals, |arrival| arrival.point);
        target
    }

    pub fn at(&self, point: usize) -> &[Arrival] {
        let first = self.arrivals.partition_point(|arrival| arrival.point < point);
        let count = self.arrivals[first..].iter().take_while(|arrival| arrival.point == point).count();
        &self.arrivals[first..first + count]
    }

    /// Never more than the way that is left.
    pub fn distance(&self, at: [i32; 2]) -> i32 {
        let outside = |axis: usize| (self.lo[axis] - at[axis]).max(at[axis] - self.hi[axis]).max(0);
        if self.arrivals.is_empty() { 0 } else { outside(0) + outside(1) }
    }
}
