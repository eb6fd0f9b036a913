//! The best way for one edge: short, with few bends, around what is foreign, apart from other edges.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::Graph;
use super::ports::Port;
use crate::diagram::layout::tree::NONE;

/// What a pixel less of way is worth.
const BEND: i32 = 34;
const CROSSING: i32 = 45;
/// For going into a container that is not around either end.
const FOREIGN: i32 = 60;

/// What the search remembers from edge to edge.
pub(super) struct Search<'a> {
    graph: &'a Graph,
    /// By crossing and axis: edges that pass; and edges on the way to the next crossing.
    passing: Vec<[i32; 2]>,
    taken: Vec<[i32; 2]>,
    /// By state, which is crossing and axis: cost, where from, and the search that wrote it.
    best: Vec<(i32, u32, u32)>,
    round: u32,
    open: BinaryHeap<Reverse<(i32, u32)>>,
}

/// Corners of a way, ends included.
pub(super) type Way = Vec<[i32; 2]>;

impl<'a> Search<'a> {
    pub fn new(graph: &'a Graph) -> Search<'a> {
        let count = graph.at.len();
        Search {
            graph,
            passing: vec![[0; 2]; count],
            taken: vec![[0; 2]; count],
            best: vec![(0, 0, 0); 2 * count],
            round: 0,
            open: BinaryHeap::new(),
        }
    }

    /// `foreign` says by container whether to keep out of it; `label` is the room that the label needs. Boxes that
    /// are too near to each other for the label are not joined the direct way, unless there is no other.
    pub fn way(&mut self, from: &[Port], to: &[Port], foreign: &[bool], label: [i32; 2]) -> Option<Way> {
        let graph = self.graph;
        let direct = self.direct(from, to);
        if let Some((_, a, b)) = direct {
            let along = graph.lines[a.line].along;
            if (a.at - b.at).abs() < label[along] {
                let around =
                    |side: usize| move |port: &&Port| graph.lines[port.line].along != along || port.side != side;
                let from: Vec<Port> = from.iter().filter(around(a.side)).copied().collect();
                let to: Vec<Port> = to.iter().filter(around(b.side)).copied().collect();
                let way = self.best_of(&from, &to, foreign, None);
                if way.is_some() {
                    return way;
                }
            }
        }
        self.best_of(from, to, foreign, direct)
    }

    fn best_of(
        &mut self,
        from: &[Port],
        to: &[Port],
        foreign: &[bool],
        direct: Option<(i32, Port, Port)>,
    ) -> Option<Way> {
        let graph = self.graph;
        self.round += 1;
        self.open.clear();
        let target = Target::new(graph, to);
        for (index, port) in from.iter().enumerate() {
            if let Some(point) = port.first(graph) {
                let along = graph.lines[port.line].along;
                let cost = (graph.at[point][along] - port.at).abs() + port.off;
                self.reach(point, along, cost, START | index as u32, &target);
            }
        }
        let mut arrival: Option<(i32, u32, usize)> = direct.map(|(cost, ..)| (cost, u32::MAX, 0));
        while let Some(Reverse((estimate, state))) = self.open.pop() {
            if arrival.is_some_and(|(cost, ..)| cost <= estimate) {
                break;
            }
            let (point, along) = (state as usize / 2, state as usize % 2);
            let (cost, _, _) = self.best[state as usize];
            if cost + target.distance(graph.at[point]) < estimate {
                continue;
            }
            for &(goal, port) in &target.arrivals {
                if goal == point {
                    let turn = if graph.lines[to[port].line].along == along { 0 } else { BEND };
                    let rest = (graph.at[point][graph.lines[to[port].line].along] - to[port].at).abs();
                    let total = cost + turn + rest + to[port].off;
                    if arrival.is_none_or(|(best, ..)| total < best) {
                        arrival = Some((total, state, port));
                    }
                }
            }
            for axis in [along, 1 - along] {
                let turn = if axis == along { 0 } else { BEND };
                for side in 0..2 {
                    let next = graph.next[point][axis][side];
                    if next == NONE {
                        continue;
                    }
                    let step = self.step(point, next, axis, side, foreign);
                    self.reach(next, axis, cost + turn + step, state, &target);
                }
            }
        }
        let (_, state, port) = arrival?;
        if let (u32::MAX, Some((_, a, b))) = (state, direct) {
            let along = graph.lines[a.line].along;
            for point in self.between(a, b) {
                self.passing[point][along] += 1;
                self.taken[point][along] += 1;
            }
            return Some(vec![a.place(graph), b.place(graph)]);
        }
        Some(self.trace(state, from, to[port]))
    }

    fn reach(&mut self, point: usize, along: usize, cost: i32, origin: u32, target: &Target) {
        let state = point * 2 + along;
        let (old, _, round) = self.best[state];
        if round != self.round || cost < old {
            self.best[state] = (cost, origin, self.round);
            self.open.push(Reverse((cost + target.distance(self.graph.at[point]), state as u32)));
        }
    }

    fn step(&self, point: usize, next: usize, axis: usize, side: usize, foreign: &[bool]) -> i32 {
        let length = (self.graph.at[next][axis] - self.graph.at[point][axis]).abs();
        let mut cost = length + CROSSING * self.passing[next][1 - axis];
        cost += self.taken[if side == 1 { point } else { next }][axis] * length / 4;
        let home = self.graph.home[next];
        if home != NONE && foreign[home] {
            cost += length;
            if self.graph.home[point] != home {
                cost += FOREIGN;
            }
        }
        cost
    }

    /// A straight line from box to box.
    fn direct(&self, from: &[Port], to: &[Port]) -> Option<(i32, Port, Port)> {
        let mut best: Option<(i32, Port, Port)> = None;
        for a in from {
            for b in to.iter().filter(|b| b.line == a.line && b.side != a.side) {
                let line = self.graph.lines[a.line];
                let length = if a.side == 1 { b.at - a.at } else { a.at - b.at };
                if length <= 0 {
                    continue;
                }
                let crossed: i32 = self.between(*a, *b).map(|point| self.passing[point][1 - line.along]).sum();
                let cost = length + a.off + b.off + crossed * CROSSING;
                if best.is_none_or(|(least, ..)| cost < least) {
                    best = Some((cost, *a, *b));
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

    /// Follows the origins back, notes where the edge runs, and keeps the corners.
    fn trace(&mut self, mut state: u32, from: &[Port], to: Port) -> Way {
        let graph = self.graph;
        let mut way = vec![to.place(graph)];
        loop {
            let (point, along) = (state as usize / 2, state as usize % 2);
            way.push(graph.at[point]);
            let origin = self.best[state as usize].1;
            self.passing[point][along] += 1;
            if origin & START != 0 {
                way.push(from[(origin & !START) as usize].place(graph));
                break;
            }
            let before = origin as usize / 2;
            let forward = graph.at[before][along] < graph.at[point][along];
            self.taken[if forward { before } else { point }][along] += 1;
            // Where it turns, it passes along both axes.
            self.passing[before][along] += i32::from(origin as usize % 2 != along);
            state = origin;
        }
        way.reverse();
        corners(way)
    }
}

/// Marks a state's origin as a port of the source.
const START: u32 = 1 << 31;

/// Where the search is going: the first crossings of the ports, and the rectangle around them.
struct Target {
    arrivals: Vec<(usize, usize)>,
    lo: [i32; 2],
    hi: [i32; 2],
}

impl Target {
    fn new(graph: &Graph, ports: &[Port]) -> Target {
        let mut target = Target { arrivals: Vec::new(), lo: [i32::MAX; 2], hi: [i32::MIN; 2] };
        for (index, port) in ports.iter().enumerate() {
            if let Some(point) = port.first(graph) {
                target.arrivals.push((point, index));
                for axis in 0..2 {
                    target.lo[axis] = target.lo[axis].min(graph.at[point][axis]);
                    target.hi[axis] = target.hi[axis].max(graph.at[point][axis]);
                }
            }
        }
        target
    }

    /// Never more than the way that is left.
    fn distance(&self, at: [i32; 2]) -> i32 {
        if self.arrivals.is_empty() {
            return 0;
        }
        (0..2).map(|axis| (self.lo[axis] - at[axis]).max(at[axis] - self.hi[axis]).max(0)).sum()
    }
}

/// Leaves out the points at which nothing turns.
fn corners(points: Vec<[i32; 2]>) -> Way {
    let mut way: Way = Vec::new();
    for point in points {
        if way.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = way[..] {
            if (a[0] == b[0] && b[0] == point[0]) || (a[1] == b[1] && b[1] == point[1]) {
                way.pop();
            }
        }
        way.push(point);
    }
    way
}
