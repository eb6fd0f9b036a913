//! Leaves of one grid change places where that brings them nearer to what they are connected with.

use super::place::Placing;
use super::tree::{NONE, Tree};
use crate::diagram::drawing::Rect;

/// A change must make the edges shorter by this many pixels: the catalog's order is worth something.
const WORTH: i32 = 60;
/// Rounds over all pairs; few are ever needed.
const ROUNDS: usize = 4;
/// Larger groups stay as they are.
const MOST: usize = 16;

pub(crate) fn shorten(placing: &mut Placing, ends: &[(usize, usize)], groups: &[&[usize]]) {
    let mut edges = vec![Vec::new(); placing.rects.len()];
    for &(from, to) in ends {
        edges[from].push(to);
        edges[to].push(from);
    }
    for group in groups.iter().filter(|group| group.len() <= MOST) {
        for _ in 0..ROUNDS {
            let mut changed = false;
            for (at, &a) in group.iter().enumerate() {
                for &b in &group[at + 1..] {
                    let (here, there) = (placing.rects[a], placing.rects[b]);
                    if here.height != there.height {
                        continue;
                    }
                    let length = |placing: &Placing| {
                        pull(placing.tree, &placing.rects, &edges, a) + pull(placing.tree, &placing.rects, &edges, b)
                    };
                    let before = length(placing);
                    (placing.rects[a], placing.rects[b]) = (there, here);
                    if length(placing) + WORTH > before {
                        (placing.rects[a], placing.rects[b]) = (here, there);
                    } else {
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
    }
}

/// How long the edges of a node are, roughly. Who stands outside, at the left, has no height yet.
fn pull(tree: &Tree, rects: &[Rect], edges: &[Vec<usize>], node: usize) -> i32 {
    let own = rects[node].centre();
    let length = |&other: &usize| {
        let rect = rects[other];
        if rect.width == 0 {
            return own.x;
        }
        let outside = |at: i32, lo: i32, hi: i32| (lo - at).max(at - hi).max(0);
        // What is around the node is near, wherever the node is.
        if tree.parent[node] != NONE && tree.within(node, other) {
            return 0;
        }
        // The middle of a leaf, any place of a container.
        if tree.is_container(other) {
            return outside(own.x, rect.x, rect.right()) + outside(own.y, rect.y, rect.bottom());
        }
        let centre = rect.centre();
        (own.x - centre.x).abs() + (own.y - centre.y).abs()
    };
    edges[node].iter().map(length).sum()
}
