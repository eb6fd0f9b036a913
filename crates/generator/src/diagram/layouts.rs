//! The last layout, kept: while one types, texts change and boxes stay as large as they are, and then they stay where they are.

use super::compose::{self, Arranged};
use super::drawing::Drawing;
use super::layout::spacing::{leaf_width, title_width};
use super::model::Diagram;
use super::{Canvas, Show};

/// Lays out diagrams, and remembers the last one. What comes out does not depend on what was laid out before.
#[derive(Debug, Default)]
pub struct Layouts {
    kept: Option<Kept>,
}

#[derive(Debug)]
struct Kept {
    shape: Diagram,
    show: Show,
    canvas: Canvas,
    arranged: Arranged,
}

/// Pixels: a canvas that is narrower has those outside above the rest, and not beside it.
const NARROW: i32 = 480;

impl Layouts {
    /// The diagram for a canvas; `left_out` says what is missing.
    pub fn layout_in(&mut self, diagram: &Diagram, show: &Show, canvas: Canvas) -> Drawing {
        // On a phone there is no room for anybody at the left.
        let stacked = (canvas.width < NARROW).then(|| compose::stacked(diagram));
        let diagram = stacked.as_ref().unwrap_or(diagram);
        let shape = shape(diagram);
        let is_same = |kept: &&Kept| kept.shape == shape && kept.show == *show && kept.canvas == canvas;
        if let Some(kept) = self.kept.as_ref().filter(is_same) {
            return compose::again(diagram, show, &kept.arranged);
        }
        let (arranged, drawing) = match show {
            Show::Readable(opened) => compose::readable(diagram, opened, canvas),
            Show::All => compose::whole(diagram, canvas),
        };
        self.kept = Some(Kept { shape, show: show.clone(), canvas, arranged });
        drawing
    }
}

/// All of a diagram that places depend on: of texts in boxes, how much room they want.
fn shape(diagram: &Diagram) -> Diagram {
    let mut shape = diagram.clone();
    shape.title.clear();
    for node in &mut shape.nodes {
        let widths = [leaf_width(&node.label, &node.detail), title_width(&node.label, &node.detail)];
        let is_low = node.detail.is_empty();
        node.label = format!("{widths:?} {is_low}");
        node.detail.clear();
    }
    shape
}
