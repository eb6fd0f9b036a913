//! Where the lines cross: the points at which an edge can turn.

use super::field::{Field, Line, X, Y};
use crate::diagram::layout::tree::NONE;

pub(super) struct Graph {
    pub lines: Vec<Line>,
    /// By line: the crossings on it, in order.
    pub on: Vec<Vec<usize>>,
    /// By crossing, from here on.
    pub at: Vec<[i32; 2]>,
    /// The next crossings: by axis, before and after.
    pub next: Vec<[[usize; 2]; 2]>,
    /// The innermost container, or `NONE`.
    pub home: Vec<usize>,
}

impl Graph {
    pub fn new(field: &Field, lines: Vec<Line>) -> Graph {
        let mut graph =
            Graph { on: vec![Vec::new(); lines.len()], lines, at: Vec::new(), next: Vec::new(), home: Vec::new() };
        // Sorted by axis and position, so the crossings on each line come in order.
        let uprights = graph.lines.partition_point(|line| line.along == X);
        for upright in uprights..graph.lines.len() {
            let u = graph.lines[upright];
            let from = graph.lines[..uprights].partition_point(|flat| flat.at < u.lo);
            for flat in from..uprights {
                let f = graph.lines[flat];
                if f.at > u.hi {
                    break;
                }
                if f.lo <= u.at && u.at <= f.hi {
                    let point = graph.at.len();
                    graph.at.push([u.at, f.at]);
                    graph.on[flat].push(point);
                    graph.on[upright].push(point);
                }
            }
        }
        graph.next = vec![[[NONE; 2]; 2]; graph.at.len()];
        for (line, points) in graph.on.iter().enumerate() {
            let along = graph.lines[line].along;
            for pair in points.windows(2) {
                graph.next[pair[0]][along][1] = pair[1];
                graph.next[pair[1]][along][0] = pair[0];
            }
        }
        graph.home = vec![NONE; graph.at.len()];
        // Crossings come from left to right, so those in a container are among a run of neighbours.
        for border in &field.borders {
            let first = graph.at.partition_point(|at| at[X] <= border.lo[X]);
            let last = graph.at.partition_point(|at| at[X] < border.hi[X]);
            for (at, home) in graph.at[first..last].iter().zip(&mut graph.home[first..last]) {
                if border.lo[Y] < at[Y] && at[Y] < border.hi[Y] {
                    *home = border.node;
                }
            }
        }
        graph
    }
}
