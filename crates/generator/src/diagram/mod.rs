//! The picture: a diagram is laid out into a drawing, and a drawing is printed as SVG.
//!
//! `Diagram` (what) -> [`layout`] -> `Drawing` (where) -> [`svg`] (how it looks). Whole numbers throughout, no clock
//! and no hash order, so equal diagrams give equal bytes.

mod describe;
mod draw;
pub mod drawing;
pub mod icons;
mod layout;
pub mod model;
mod palette;
#[cfg(test)]
mod sample;
mod svg;
mod text;

pub use describe::describe;
pub use drawing::{Drawing, DrawnEdge, DrawnNode, Label, LeftOut, Point, Rect, Text};
pub use model::{Diagram, Edge, EdgeKind, Node, NodeKind};
pub use svg::{Look, svg};

use layout::measure::usual_spacing;
use layout::tree::Tree;

/// The room that a picture is meant for, in pixels: it decides the proportions, and how much can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    pub width: i32,
    pub height: i32,
}

/// Deeper boxes are left out, whatever the room: nobody could read them.
const MOST_LEVELS: usize = 12;

/// The whole diagram, in the proportions of a page's canvas.
pub fn layout(diagram: &Diagram) -> Drawing {
    layout_in(diagram, Canvas { width: 760, height: 760 })
}

/// As much of the diagram as can be read when it is fitted into the canvas.
pub fn layout_in(diagram: &Diagram, canvas: Canvas) -> Drawing {
    let tree = Tree::new(diagram, MOST_LEVELS);
    let mut spacing = usual_spacing(&tree);
    spacing.push(layout::page_spacing(0));
    let plan = layout::plan(&tree, &[], &spacing, canvas);
    draw::drawing(&diagram.title, &tree, &plan)
}
