//! The picture: a diagram is laid out into a drawing, and a drawing is printed as SVG.
//!
//! `Diagram` (what) -> [`layout`] -> `Drawing` (where) -> [`svg`] (how it looks). Whole numbers throughout, no clock
//! and no hash order, so equal diagrams give equal bytes.

mod compose;
mod describe;
mod draw;
pub mod drawing;
mod fewer;
pub mod icons;
mod layout;
mod layouts;
pub mod model;
mod palette;
mod route;
#[cfg(test)]
mod sample;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod worth;

pub use describe::{describe, list};
pub use drawing::{Drawing, DrawnEdge, DrawnNode, Label, LeftOut, LegendEntry, Point, Rect, Text};
pub use layouts::Layouts;
pub use model::{Diagram, Edge, EdgeKind, Node, NodeKind};
pub use svg::{Part, inline, parts, svg};

use crate::sorted::Set;

/// The room that a picture is meant for, in pixels: it decides the proportions, and how much can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    pub width: i32,
    pub height: i32,
}

/// The whole diagram, in the proportions of a wide screen.
pub fn layout(diagram: &Diagram) -> Drawing {
    compose::whole(diagram, Canvas { width: 1440, height: 900 }).1
}

/// How much of a diagram is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    /// As much as can be read when it is fitted into its canvas: these boxes and what is right inside them in any case.
    Readable(Set<String>),
    All,
}

/// The diagram for a canvas; `left_out` says what is missing.
pub fn layout_in(diagram: &Diagram, show: &Show, canvas: Canvas) -> Drawing {
    Layouts::default().layout_in(diagram, show, canvas)
}
