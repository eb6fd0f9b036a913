//! The picture: a diagram is laid out into a drawing, and a drawing is printed as SVG.
//!
//! `Diagram` (what) -> [`layout`] -> `Drawing` (where) -> [`svg`] (how it looks). Whole numbers throughout, no clock
//! and no hash order, so equal diagrams give equal bytes.

pub mod drawing;
pub mod model;

pub use drawing::{Drawing, DrawnEdge, DrawnNode, Label, LeftOut, Point, Rect, Text};
pub use model::{Diagram, Edge, EdgeKind, Node, NodeKind};

/// The room that a picture is meant for, in pixels: it decides the proportions, and how much can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    pub width: i32,
    pub height: i32,
}

/// Whose colours the picture wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The page's style sheet has the colours.
    Page,
    /// A file of its own, light or dark as its reader prefers.
    File,
}

/// The whole diagram, in the proportions of a screen.
pub fn layout(diagram: &Diagram) -> Drawing {
    Drawing {
        title: diagram.title.clone(),
        ..Drawing::default()
    }
}

/// As much of the diagram as can be read when it is fitted into the canvas.
pub fn layout_in(diagram: &Diagram, _canvas: Canvas) -> Drawing {
    layout(diagram)
}

pub fn svg(_drawing: &Drawing, _look: Look) -> String {
    String::new()
}

/// The picture in words: a nested list of the boxes, then a sentence per edge.
pub fn describe(_diagram: &Diagram) -> String {
    String::new()
}
