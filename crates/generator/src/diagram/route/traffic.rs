//! What a way costs: its length, and what it meets.

use super::graph::Graph;
use crate::diagram::layout::tree::NONE;

/// In pixels of detour that would be taken instead.
const CROSSING: i32 = 45;
/// For going into a container that is not around either end.
const FOREIGN: i32 = 150;

/// The edges that are routed so far.
pub(super) struct Traffic {
    /// By crossing and axis: edges that pass; and edges on the way to the next crossing.
    passing: Vec<[i32; 2]>,
    taken: Vec<[i32; 2]>,
}

impl Traffic {
    pub fn new(graph: &Graph) -> Traffic {
        Traffic { passing: vec![[0; 2]; graph.at.len()], taken: vec![[0; 2]; graph.at.len()] }
    }

    /// From a crossing to the next along an axis; `foreign` says by container whether to keep out.
    pub fn step(&self, graph: &Graph, from: usize, to: usize, axis: usize, foreign: &[bool]) -> i32 {
        let (a, b) = (graph.at[from][axis], graph.at[to][axis]);
        let length = (a - b).abs();
        let lower = if a < b { from } else { to };
        let mut cost = length + self.crossed(to, axis) + self.taken[lower][axis] * length / 4;
        let home = graph.home[to];
        if home != NONE && foreign[home] {
            cost += length + if graph.home[from] == home { 0 } else { FOREIGN };
        }
        cost
    }

    /// For passing a crossing straight on.
    pub fn crossed(&self, point: usize, axis: usize) -> i32 {
        CROSSING * self.passing[point][1 - axis]
    }

    pub fn pass(&mut self, point: usize, axis: usize) {
        self.passing[point][axis] += 1;
    }

    pub fn take(&mut self, graph: &Graph, from: usize, to: usize, axis: usize) {
        let lower = if graph.at[from][axis] < graph.at[to][axis] { from } else { to };
        self.taken[lower][axis] += 1;
    }
}
