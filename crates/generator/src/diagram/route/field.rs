//! What is in the way of edges.

use crate::diagram::draw::title_rect;
use crate::diagram::drawing::Rect;
use crate::diagram::layout::Plan;
use crate::diagram::layout::tree::{NONE, Tree};

/// How near a line may come, in pixels.
pub(super) const BOX_CLEAR: i32 = 5;
pub(super) const TITLE_CLEAR: i32 = 3;
pub(super) const BORDER_CLEAR: i32 = 4;
/// Edges keep away from the corners of the boxes that they end at.
pub(super) const CORNER: i32 = 9;

pub(super) const X: usize = 0;
pub(super) const Y: usize = 1;

/// A rectangle that can be looked at along either axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub lo: [i32; 2],
    pub hi: [i32; 2],
    /// The leaf or container; `NONE` for a title.
    pub node: usize,
}

impl Block {
    pub fn new(rect: Rect, node: usize) -> Block {
        Block { lo: [rect.x, rect.y], hi: [rect.right(), rect.bottom()], node }
    }

    /// Whether they come nearer to each other than `clear`.
    pub fn overlaps(&self, other: &Block, clear: i32) -> bool {
        (0..2).all(|axis| self.lo[axis] < other.hi[axis] + clear && other.lo[axis] < self.hi[axis] + clear)
    }

    /// Whether the border of the other passes through this one.
    pub fn crosses(&self, border: &Block) -> bool {
        let inside = (0..2).all(|axis| border.lo[axis] < self.lo[axis] && self.hi[axis] < border.hi[axis]);
        self.overlaps(border, 2) && !inside
    }

    pub fn clear(&self) -> i32 {
        if self.node == NONE { TITLE_CLEAR } else { BOX_CLEAR }
    }
}

pub(super) struct Field {
    /// Leaves and titles: nothing passes.
    pub solids: Vec<Block>,
    /// Containers: lines pass across their borders, and do not run along them.
    pub borders: Vec<Block>,
    pub size: [i32; 2],
}

impl Field {
    pub fn new(tree: &Tree, plan: &Plan) -> Field {
        let mut field = Field { solids: Vec::new(), borders: Vec::new(), size: [plan.width, plan.height] };
        for (node, &rect) in plan.rects.iter().enumerate() {
            if tree.is_container(node) {
                field.borders.push(Block::new(rect, node));
                field.solids.push(Block::new(title_rect(tree, node, rect), NONE));
            } else {
                field.solids.push(Block::new(rect, node));
            }
        }
        field
    }
}

impl Field {
    /// From where to where a line can be moved that runs along an axis over a span: between what it would meet, with
    /// the clearance that `clear` wants from each. The lower bound is the greater one if there is no room at all.
    pub fn room(&self, along: usize, at: i32, span: (i32, i32), clear: impl Fn(&Block) -> Option<i32>) -> (i32, i32) {
        let across = 1 - along;
        let (mut lo, mut hi) = (4, self.size[across] - 4);
        let meets = |block: &&Block| block.lo[along] < span.1 && span.0 < block.hi[along];
        for solid in self.solids.iter().filter(meets) {
            let Some(clear) = clear(solid) else {
                continue;
            };
            if solid.hi[across] <= at {
                lo = lo.max(solid.hi[across] + clear);
            } else if solid.lo[across] >= at {
                hi = hi.min(solid.lo[across] - clear);
            }
        }
        for border in self.borders.iter().filter(meets) {
            let clear =
                clear(border).map_or(BORDER_CLEAR, |clear| if clear == BOX_CLEAR { BORDER_CLEAR } else { clear });
            for side in [border.lo[across], border.hi[across]] {
                if side <= at {
                    lo = lo.max(side + clear);
                } else {
                    hi = hi.min(side - clear);
                }
            }
        }
        (lo, hi)
    }
}

/// A straight way that is free: upright if it runs along `Y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub along: usize,
    pub at: i32,
    pub lo: i32,
    pub hi: i32,
    /// The leaves that it meets at its lower and upper end, or `NONE`.
    pub ends: [usize; 2],
}

impl Field {
    /// The longest free line through the point `seed` along an axis, if the point itself is free.
    pub fn line(&self, along: usize, at: i32, seed: i32) -> Option<Line> {
        let across = 1 - along;
        let mut line = Line { along, at, lo: 2, hi: self.size[along] - 2, ends: [NONE; 2] };
        if at < 2 || at > self.size[across] - 2 {
            return None;
        }
        for solid in &self.solids {
            let clear = solid.clear();
            if at <= solid.lo[across] - clear || at >= solid.hi[across] + clear {
                continue;
            }
            let port = solid.node != NONE && at >= solid.lo[across] + CORNER && at <= solid.hi[across] - CORNER;
            line.stop(solid.lo[along], solid.hi[along], if port { 0 } else { clear }, seed, solid.node)?;
        }
        for border in &self.borders {
            if (at - border.lo[across]).abs() < BORDER_CLEAR || (at - border.hi[across]).abs() < BORDER_CLEAR {
                line.stop(border.lo[along], border.hi[along], BORDER_CLEAR, seed, NONE)?;
            }
        }
        (line.lo < line.hi).then_some(line)
    }
}

impl Line {
    /// Ends the line before an obstacle; with a clearance of 0 it ends at it.
    fn stop(&mut self, lo: i32, hi: i32, clear: i32, seed: i32, node: usize) -> Option<()> {
        let end = if clear == 0 { node } else { NONE };
        if hi + clear <= seed {
            if hi + clear > self.lo {
                (self.lo, self.ends[0]) = (hi + clear, end);
            }
        } else if lo - clear >= seed {
            if lo - clear < self.hi {
                (self.hi, self.ends[1]) = (lo - clear, end);
            }
        } else {
            return None;
        }
        Some(())
    }
}
