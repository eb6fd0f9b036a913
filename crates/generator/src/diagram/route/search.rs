//! The best way for one edge: short, with few bends, around what is foreign, apart from other edges (A*).

use super::graph::Graph;
use super::ports::Port;
use super::queue::Queue;
use super::target::{Arrival, Target};
use super::traffic::Traffic;
use crate::diagram::layout::tree::NONE;

/// Pixels of detour that a bend is worth.
pub(super) const BEND: i32 = 34;

/// Corners of a way, ends included.
pub(super) type Way = Vec<[i32; 2]>;

pub(super) struct Search<'a> {
    graph: &'a Graph,
    traffic: Traffic,
    /// By state, which is a crossing and the axis on which it was reached.
    best: Vec<Reached>,
    round: u32,
    open: Queue,
}

#[derive(Debug, Clone, Copy, Default)]
struct Reached {
    cost: i32,
    /// The state before, or a port of the source, marked by `START`.
    origin: u32,
    /// The search that wrote this; what older ones wrote is void.
    round: u32,
}

const START: u32 = 1 << 31;

/// A straight line from box to box.
#[derive(Debug, Clone, Copy)]
struct Direct {
    cost: i32,
    from: Port,
    to: Port,
}

impl<'a> Search<'a> {
    pub fn new(graph: &'a Graph) -> Search<'a> {
        Search {
            graph,
            traffic: Traffic::new(graph),
            best: vec![Reached::default(); 2 * graph.at.len()],
            round: 0,
            open: Queue::default(),
        }
    }

    /// `foreign` says by container whether to keep out of it; `label` is the room that the label needs. Boxes that
    /// are too near to each other for the label are not joined the direct way, unless there is no other.
    pub fn way(&mut self, from: &[Port], to: &[Port], foreign: &[bool], label: [i32; 2]) -> Option<Way> {
        let direct = self.direct(from, to);
        if let Some(Direct { from: a, to: b, .. }) = direct {
            let graph = self.graph;
            let along = graph.lines[a.line].along;
            if (a.at - b.at).abs() < label[along] {
                let other =
                    |side: usize| move |port: &&Port| graph.lines[port.line].along != along || port.side != side;
                let from: Vec<Port> = from.iter().filter(other(a.side)).copied().collect();
                let to: Vec<Port> = to.iter().filter(other(b.side)).copied().collect();
                if let Some((state, arrival)) = self.explore(&from, &to, foreign, i32::MAX) {
                    return Some(self.take(state, &from, arrival));
                }
            }
        }
        let limit = direct.map_or(i32::MAX, |direct| direct.cost);
        match self.explore(from, to, foreign, limit) {
            Some((state, arrival)) => Some(self.take(state, from, arrival)),
            None => direct.map(|direct| self.take_direct(direct)),
        }
    }

    /// The last state and the arrival of the best way that costs less than `limit`.
    fn explore(&mut self, from: &[Port], to: &[Port], foreign: &[bool], limit: i32) -> Option<(u32, Arrival)> {
        let graph = self.graph;
        let target = Target::new(graph, to);
        self.round += 1;
        self.open.clear();
        for (index, port) in from.iter().enumerate() {
            if let Some(point) = port.first(graph) {
                let along = graph.lines[port.line].along;
                let cost = (graph.at[point][along] - port.at).abs() + port.off;
                self.reach(point, along, cost, START | index as u32, &target);
            }
        }
        let (mut limit, mut found) = (limit, None);
        while let Some((estimate, state)) = self.open.pop() {
            if limit <= estimate {
                break;
            }
            let (point, along) = (state as usize / 2, state as usize % 2);
            let cost = self.best[state as usize].cost;
            if cost + target.distance(graph.at[point], along) < estimate {
                continue;
            }
            for &arrival in target.at(point, graph.at[point]) {
                let total = cost + arrival.cost + if arrival.along == along { 0 } else { BEND };
                if total < limit {
                    (limit, found) = (total, Some((state, arrival)));
                }
            }
            for axis in 0..2 {
                let turn = if axis == along { 0 } else { BEND };
                for next in graph.next[point][axis] {
                    if next != NONE {
                        let step = self.traffic.step(graph, point, next, axis, foreign);
                        self.reach(next, axis, cost + turn + step, state, &target);
                    }
                }
            }
        }
        found
    }

    fn reach(&mut self, point: usize, along: usize, cost: i32, origin: u32, target: &Target) {
        let state = point * 2 + along;
        let best = &mut self.best[state];
        if best.round != self.round || cost < best.cost {
            *best = Reached { cost, origin, round: self.round };
            self.open.push(cost + target.distance(self.graph.at[point], along), state as u32);
        }
    }

    fn direct(&self, from: &[Port], to: &[Port]) -> Option<Direct> {
        let mut best: Option<Direct> = None;
        for &a in from {
            for &b in to.iter().filter(|b| b.line == a.line && b.side != a.side) {
                let length = if a.side == 1 { b.at - a.at } else { a.at - b.at };
                if length <= 0 {
                    continue;
                }
                let along = self.graph.lines[a.line].along;
                let crossed: i32 = self.between(a, b).map(|point| self.traffic.crossed(point, along)).sum();
                let cost = length + a.off + b.off + crossed;
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Direct { cost, from: a, to: b });
                }
            }
        }
        best
    }

    /// The crossings on the line from one port to the other.
    fn between(&self, a: Port, b: Port) -> impl Iterator<Item = usize> + use<'a> {
        let graph = self.graph;
        let along = graph.lines[a.line].along;
        graph.on[a.line].iter().copied().filter(move |&point| {
            let at = graph.at[point][along];
            (at - a.at).signum() == (b.at - at).signum()
        })
    }

    fn take_direct(&mut self, Direct { from, to, .. }: Direct) -> Way {
        let along = self.graph.lines[from.line].along;
        for point in self.between(from, to) {
            self.traffic.pass(point, along);
        }
        vec![from.place(self.graph), to.place(self.graph)]
    }

    /// Follows the origins back, notes where the edge runs, and keeps the corners.
    fn take(&mut self, mut state: u32, from: &[Port], arrival: Arrival) -> Way {
        let graph = self.graph;
        let mut way = vec![arrival.port.place(graph)];
        self.traffic.pass(arrival.point, arrival.along);
        loop {
            let (point, along) = (state as usize / 2, state as usize % 2);
            way.push(graph.at[point]);
            self.traffic.pass(point, along);
            let origin = self.best[state as usize].origin;
            if origin & START != 0 {
                way.push(from[(origin & !START) as usize].place(graph));
                break;
            }
            let before = origin as usize / 2;
            self.traffic.take(graph, before, point, along);
            // Where it turns, it is in the way of both directions.
            if origin as usize % 2 != along {
                self.traffic.pass(before, along);
            }
            state = origin;
        }
        way.reverse();
        corners(way)
    }
}

/// Leaves out the points at which nothing turns.
fn corners(points: Vec<[i32; 2]>) -> Way {
    let mut way: Way = Vec::new();
    for point in points {
        if way.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = way[..]
            && ((a[0] == b[0] && b[0] == point[0]) || (a[1] == b[1] && b[1] == point[1]))
        {
            way.pop();
        }
        way.push(point);
    }
    way
}
