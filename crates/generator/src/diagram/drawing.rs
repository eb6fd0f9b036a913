//! Where everything is: geometry in whole pixels, and what is needed to select a thing. No colours, no markup.

use super::model::{EdgeKind, NodeKind};

/// A picture in pixels; its top left corner is 0, 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    pub title: String,
    pub width: i32,
    pub height: i32,
    /// Parents before their children.
    pub boxes: Vec<DrawnNode>,
    pub edges: Vec<DrawnEdge>,
    /// The kinds of edge that occur, explained at the bottom.
    pub legend: Vec<LegendEntry>,
    pub left_out: LeftOut,
}

/// What had to go so that the rest can be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub nodes: usize,
    /// Also those that lead nowhere.
    pub edges: usize,
}

/// A box; what it holds comes after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawnNode {
    pub id: String,
    pub component: String,
    pub stands_for: Vec<String>,
    pub kind: NodeKind,
    pub icon: String,
    pub hue: u8,
    /// 0 for a box in no other.
    pub depth: usize,
    pub rect: Rect,
    /// Where the 16 px icon's top left corner is.
    pub mark: Point,
    pub title: Text,
    pub detail: Text,
    /// The whole label and detail, however much of them fits.
    pub says: String,
    /// The box that this one would show the inside of; empty if nothing is left out here.
    pub opens: String,
}

/// A line between two boxes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawnEdge {
    pub id: String,
    pub component: String,
    pub kind: EdgeKind,
    pub from: String,
    pub to: String,
    /// Corners of an orthogonal line; the arrowhead is at the last.
    pub points: Vec<Point>,
    pub label: Option<Label>,
    /// "Nodes pull images from ECR."
    pub says: String,
}

/// The words on a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// The background, which interrupts the line.
    pub rect: Rect,
    pub lines: Vec<Text>,
}

/// A kind of line, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    pub kind: EdgeKind,
    pub stroke: [Point; 2],
    pub text: Text,
}

/// One line of text; `at` is the left end of its baseline. Empty text is not drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    pub at: Point,
    pub width: i32,
    pub text: String,
}

/// In pixels from the top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// By its top left corner, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Rect {
    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// Larger by `margin` on every side.
    pub fn grown(&self, margin: i32) -> Rect {
        Rect {
            x: self.x - margin,
            y: self.y - margin,
            width: self.width + 2 * margin,
            height: self.height + 2 * margin,
        }
    }

    /// Whether they share more than a border.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies within it; they may share a border.
    pub fn contains(&self, other: &Rect) -> bool {
        self.x <= other.x && self.y <= other.y && self.right() >= other.right() && self.bottom() >= other.bottom()
    }
}
