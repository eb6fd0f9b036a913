//! How much room there is between things, in pixels.

use super::place::Side;
use crate::diagram::text::{self, SMALL, TITLE};

/// Leaves: the icon and the space around it, and the narrowest and widest that they get.
pub(crate) const ICON: i32 = 16;
pub(crate) const INSET: i32 = 8;
pub(crate) const LEAF_MIN: i32 = 96;
pub(crate) const LEAF_MAX: i32 = 176;
/// How wide they are made to fill a row.
pub(crate) const LEAF_FILL: i32 = 248;
pub(crate) const LEAF_TALL: i32 = 44;
pub(crate) const LEAF_LOW: i32 = 28;

/// A container's title straddles its upper border, half above and half below.
pub(crate) const TITLE_HALF: i32 = 9;
/// From the container's left side to its title, and what is kept free on its right.
pub(crate) const TITLE_START: i32 = 7;
pub(crate) const TITLE_END: i32 = 13;
/// Inside a title: around everything, behind the icon, and before the detail.
pub(crate) const TITLE_ROUND: i32 = 4;
pub(crate) const ICON_GAP: i32 = 4;
pub(crate) const DETAIL_GAP: i32 = 6;
pub(crate) const TITLE_MAX: i32 = 300;

/// Around the whole picture.
pub(crate) const MARGIN: i32 = 8;

/// The line at the bottom that explains the kinds of edge: its height, and the length of a stroke.
pub(crate) const LEGEND: i32 = 26;
pub(crate) const LEGEND_STROKE: i32 = 34;

/// A container's inner distances. The router widens them where many edges pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spacing {
    pub left: i32,
    pub right: i32,
    pub top: i32,
    pub bottom: i32,
    /// Between things side by side, and between things one above the other.
    pub across: i32,
    pub down: i32,
}

impl Spacing {
    /// Above containers there is room for their titles.
    pub fn around(containers: bool) -> Spacing {
        let title = if containers { TITLE_HALF } else { 0 };
        Spacing { left: 10, right: 10, top: TITLE_HALF + 9 + title, bottom: 10, across: 14, down: 16 + title }
    }
}

/// More than this is not granted: the picture is to be seen as a whole.
const MOST: i32 = 96;

/// Widens distances: the wishes are class, side and pixels, and the greatest counts. Whether anything came of it.
pub(crate) fn grant(spacing: &mut [Spacing], wishes: &[(usize, Side, i32)]) -> bool {
    let old = spacing.to_vec();
    let last = spacing.len() - 1;
    for &(class, side, pixels) in wishes {
        let class = class.min(last);
        let before = *old[class].clone().side(side);
        let now = spacing[class].side(side);
        *now = (*now).max((before + pixels).min(MOST));
    }
    old != spacing
}

impl Spacing {
    fn side(&mut self, side: Side) -> &mut i32 {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
            Side::Top => &mut self.top,
            Side::Bottom => &mut self.bottom,
            Side::Across => &mut self.across,
            Side::Down => &mut self.down,
        }
    }
}

/// The width that a leaf would like; what it gets is in whole steps of 8, so that neighbours line up.
pub(crate) fn leaf_width(label: &str, detail: &str) -> i32 {
    let text = text::width(label, TITLE).max(text::width(detail, SMALL));
    let wanted = INSET + ICON + INSET + text + INSET;
    ((wanted + 7) / 8 * 8).clamp(LEAF_MIN, LEAF_MAX)
}

/// The width of a container's title on its border: icon, label, detail.
pub(crate) fn title_width(label: &str, detail: &str) -> i32 {
    let detail = if detail.is_empty() { 0 } else { DETAIL_GAP + text::width(detail, SMALL) };
    (TITLE_ROUND + ICON + ICON_GAP + text::width(label, TITLE) + detail + TITLE_ROUND).min(TITLE_MAX)
}
