//! Where the router lacks room, and whose distance has to grow for it.

use super::field::Y;
use crate::diagram::layout::Plan;
use crate::diagram::layout::place::{Gap, Side};

/// What is granted on top, so that lines are not as near to borders as they may.
const SPARE: i32 = 2;

/// Too little room: how many pixels are missing for pieces that run along an axis, at a coordinate, over a span.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lack {
    pub along: usize,
    pub at: i32,
    pub span: (i32, i32),
    pub missing: i32,
}

/// The narrowest of the gaps that the piece runs through lengthwise: class, side, and pixels.
pub(super) fn wish(plan: &Plan, lack: &Lack) -> Option<(usize, Side, i32)> {
    let upright = lack.along == Y;
    // As (breadth, its begin and end, begin and end lengthwise).
    let seen = |gap: &Gap| {
        let rect = gap.rect;
        if upright {
            (rect.width, (rect.x, rect.right()), (rect.y, rect.bottom()))
        } else {
            (rect.height, (rect.y, rect.bottom()), (rect.x, rect.right()))
        }
    };
    let runs_through = |gap: &&Gap| {
        let (_, across, along) = seen(gap);
        let here = across.0 <= lack.at && lack.at <= across.1;
        gap.side.is_upright() == upright && here && along.0 < lack.span.1 && lack.span.0 < along.1
    };
    let gap = plan.gaps.iter().filter(runs_through).min_by_key(|gap| seen(gap).0)?;
    Some((gap.class, gap.side, lack.missing + SPARE))
}
