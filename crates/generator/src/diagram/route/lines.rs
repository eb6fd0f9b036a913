//! The lines that edges are routed on: one through each gap, and some from the sides of the boxes at their ends.

use super::field::{Block, CORNER, Field, Line, X, Y};
use crate::diagram::drawing::Rect;
use crate::diagram::layout::Plan;
use crate::diagram::layout::place::{Gap, Side};
use crate::diagram::layout::spacing::TITLE_HALF;
use crate::diagram::layout::tree::{NONE, Tree};

pub(super) fn lines(field: &Field, tree: &Tree, plan: &Plan, ends: &[(usize, usize)]) -> Vec<Line> {
    let mut lines: Vec<Line> = plan.gaps.iter().filter_map(|gap| through(field, gap)).collect();
    let mut wanted = vec![false; plan.rects.len()];
    for &(from, to) in ends {
        wanted[from] = true;
        wanted[to] = true;
        lines.extend(straight(field, plan.rects[from], plan.rects[to]));
    }
    for (node, rect) in plan.rects.iter().enumerate() {
        if wanted[node] {
            lines.extend(ports(field, *rect));
        }
        if wanted[node] && tree.is_container(node) {
            // Where its title covers the middle, there is still room at its end.
            lines.extend(field.line(Y, rect.right() - CORNER, rect.y));
        }
    }
    crate::sort::sort_by_key(&mut lines, |line| *line);
    lines.dedup();
    lines
}

/// The middle of a gap, where titles of containers below do not reach.
fn through(field: &Field, gap: &Gap) -> Option<Line> {
    let Rect { x, y, width, height } = gap.rect;
    match gap.side {
        side if side.is_upright() => field.line(Y, x + width / 2, y + height / 2),
        Side::Top => field.line(X, y + TITLE_HALF + 4, x + width / 2),
        Side::Down if height > 2 * TITLE_HALF + 5 => field.line(X, y + (height - TITLE_HALF) / 2, x + width / 2),
        _ => field.line(X, y + height / 2, x + width / 2),
    }
}

/// From the middle of each side outwards.
fn ports(field: &Field, rect: Rect) -> impl Iterator<Item = Line> {
    let middle = rect.centre();
    let starts =
        [(Y, middle.x, rect.y), (Y, middle.x, rect.bottom()), (X, middle.y, rect.x), (X, middle.y, rect.right())];
    starts.into_iter().filter_map(|(along, at, seed)| field.line(along, at, seed))
}

/// Where two boxes face each other: a line from one to the other, as near to the middle of what they share as is free.
fn straight(field: &Field, a: Rect, b: Rect) -> impl Iterator<Item = Line> {
    let (a, b) = (Block::new(a, NONE), Block::new(b, NONE));
    [X, Y].into_iter().filter_map(move |along| {
        let (first, second) = if a.lo[along] < b.lo[along] { (a, b) } else { (b, a) };
        let across = 1 - along;
        let (lo, hi) =
            (first.lo[across].max(second.lo[across]) + CORNER, first.hi[across].min(second.hi[across]) - CORNER);
        let (from, to) = (first.hi[along], second.lo[along]);
        if lo > hi || from >= to {
            return None;
        }
        let between = field.solids.iter().filter(|solid| solid.lo[along] < to && from < solid.hi[along]);
        // The free stretches, each as wide as can be: begin behind one obstacle, end before the next.
        let mut taken: Vec<(i32, i32)> =
            between.map(|solid| (solid.lo[across] - solid.clear(), solid.hi[across] + solid.clear())).collect();
        crate::sort::sort_by_key(&mut taken, |stretch| *stretch);
        taken.push((hi + 1, hi + 1));
        let (mut best, mut start) = (None, lo);
        for (end, next) in taken {
            let end = end.min(hi + 1) - 1;
            if end >= start {
                let middle = (start + end) / 2;
                if best.is_none_or(|(length, _)| end - start > length) {
                    best = Some((end - start, middle));
                }
            }
            start = start.max(next);
        }
        field.line(along, best?.1, from)
    })
}
