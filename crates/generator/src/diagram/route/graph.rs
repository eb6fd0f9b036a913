//! Where the lines cross: the points at which an edge can turn.

use super::field::{Field, Line, X, Y};
use crate::diagram::layout::tree::NONE;

pub(super) struct Graph {
    pub lines: Vec<Line>,
    /// By line: the crossings on it, in order.
    pub on: Vec<Vec<usize>>,
    /// By crossing, from here on.
    pub at: Vec<[i32; 2]>,
    /// The line along `X` and the one along `Y`.
    pub lines_of: Vec<[usize; 2]>,
    /// The next crossings: by axis, before and after.
    pub next: Vec<[[usize; 2]; 2]>,
    /// The innermost container, or `NONE`.
    pub home: Vec<usize>,
}

impl Graph {
    pub fn new(field: &Field, lines: Vec<Line>) -> Graph {
        let mut graph = Graph {
            on: vec![Vec::new(); lines.len()],
            lines,
            at: Vec::new(),
            lines_of: Vec::new(),
            next: Vec::new(),
            home: Vec::new(),
        };
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
                    graph.lines_of.push([flat, upright]);
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
        for border in &field.borders {
            for (point, at) in graph.at.iter().enumerate() {
                if border.lo[X] < at[X] && at[X] < border.hi[X] && border.lo[Y] < at[Y] && at[Y] < border.hi[Y] {
                    graph.home[point] = border.node;
                }
            }
        }
        graph
    }
}
