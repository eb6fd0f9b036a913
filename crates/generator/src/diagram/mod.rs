//! The picture: a diagram is laid out into a drawing, and a drawing is printed as SVG.
//!
//! `Diagram` (what) -> [`layout`] -> `Drawing` (where) -> [`svg`] (how it looks). Whole numbers throughout, no clock
//! and no hash order, so equal diagrams give equal bytes.

mod compose;
mod describe;
mod draw;
pub mod drawing;
pub mod icons;
mod layout;
pub mod model;
mod palette;
mod route;
#[cfg(test)]
mod sample;
mod svg;
#[cfg(test)]
mod tests;
mod text;

pub use describe::describe;
pub use drawing::{Drawing, DrawnEdge, DrawnNode, Label, LeftOut, LegendEntry, Point, Rect, Text};
pub use model::{Diagram, Edge, EdgeKind, Node, NodeKind};
pub use svg::{Look, svg};

/// The room that a picture is meant for, in pixels: it decides the proportions, and how much can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    pub width: i32,
    pub height: i32,
}

/// The whole diagram, in the proportions of a wide screen.
pub fn layout(diagram: &Diagram) -> Drawing {
    compose::whole(diagram, Canvas { width: 1440, height: 900 })
}

/// As much of the diagram as can be read when it is fitted into the canvas; `left_out` says what is missing.
pub fn layout_in(diagram: &Diagram, canvas: Canvas) -> Drawing {
    compose::readable(diagram, canvas)
}
