//! How much room there is between things, in pixels.

use crate::diagram::text::{self, SMALL, TITLE};

/// Leaves: the icon and the space around it, and the narrowest and widest that they get.
pub(crate) const ICON: i32 = 16;
pub(crate) const INSET: i32 = 8;
pub(crate) const LEAF_MIN: i32 = 96;
pub(crate) const LEAF_MAX: i32 = 176;
pub(crate) const LEAF_TALL: i32 = 42;
pub(crate) const LEAF_LOW: i32 = 28;

/// A container's title straddles its upper border, half above and half below.
pub(crate) const TITLE_HALF: i32 = 9;
/// From the container's left side to its title, and what is kept free on its right.
pub(crate) const TITLE_START: i32 = 10;
pub(crate) const TITLE_END: i32 = 22;
pub(crate) const TITLE_MAX: i32 = 300;

/// Around the whole picture.
pub(crate) const MARGIN: i32 = 12;

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
        Spacing { left: 14, right: 14, top: TITLE_HALF + 9 + title, bottom: 14, across: 18, down: 16 + title }
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
    let detail = if detail.is_empty() { 0 } else { INSET + text::width(detail, SMALL) };
    (4 + ICON + 6 + text::width(label, TITLE) + detail + 6).min(TITLE_MAX)
}
