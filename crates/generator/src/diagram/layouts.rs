//! The last layout, kept: while one types, texts change and boxes stay as large as they are, and then they stay where they are.

use super::compose::{self, Arranged};
use super::drawing::Drawing;
use super::layout::spacing::leaf_width;
use super::model::{Diagram, NodeKind};
use super::text::{SMALL, TITLE, units};
use super::{Canvas, Show};
use crate::sorted::Set;

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
    for edge in &mut shape.edges {
        edge.says.clear();
    }
    let parents: Set<&str> = diagram.nodes.iter().filter_map(|node| node.parent.as_deref()).collect();
    for node in &mut shape.nodes {
        // What may be folded gets a number before its detail, so its texts have to be as wide, and not only its box.
        let may_fold = node.kind == NodeKind::Container || node.id.contains('[') || parents.contains(node.id.as_str());
        let (wide, is_low) = (leaf_width(&node.label, &node.detail), node.detail.is_empty());
        let texts = (units(&node.label, TITLE), units(&node.detail, SMALL));
        node.label = format!("{wide} {is_low} {:?}", may_fold.then_some(texts));
        node.detail.clear();
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::{Layouts, shape};
    use crate::diagram::{Canvas, Diagram, Show, layout_in, sample};
    use crate::sorted::Set;

    fn named(id: &str, label: &str, detail: &str) -> Diagram {
        let mut diagram = sample::base();
        for node in diagram.nodes.iter_mut().filter(|node| node.id.starts_with(id)) {
            (node.label, node.detail) = (label.to_owned(), detail.to_owned());
        }
        diagram
    }

    #[test]
    fn it_is_kept_while_boxes_stay_as_large() {
        let kept = |id, one: (&str, &str), other: (&str, &str)| {
            shape(&named(id, one.0, one.1)) == shape(&named(id, other.0, other.1))
        };
        assert!(kept("vpc", ("VPC", "10.0.0.0/16"), ("VPC", "10.1.0.0/16")), "digits are alike");
        assert!(kept("ecr", ("ECR", "images"), ("ECR", "imago")), "a box is wide in steps");
        assert!(!kept("vpc", ("VPC", "10.0.0.0/16"), ("VPC", "10.10.0.0/16")), "a title is as wide as its text");
        assert!(!kept("general", ("general", "2"), ("general", "i")), "an instance may get a number before it");
        assert!(!kept("ecr", ("ECR", "images"), ("ECR", "")), "without a detail it is lower");
    }

    #[test]
    fn a_kept_layout_is_the_layout() {
        let canvas = Canvas { width: 760, height: 500 };
        let mut layouts = Layouts::default();
        let texts =
            ["10.0.0.0/16", "10.1.0.0/16", "10.42.0.0/16", "", "a range of addresses, named at length", "10.1.0.0/16"];
        for show in [Show::Readable(Set::new()), Show::All] {
            for id in ["vpc", "general", "ecr", "zone"] {
                for (label, detail) in texts.iter().flat_map(|text| [("A thing", *text), (*text, "a detail")]) {
                    let diagram = named(id, label, detail);
                    let (kept, fresh) =
                        (layouts.layout_in(&diagram, &show, canvas), layout_in(&diagram, &show, canvas));
                    assert!(kept == fresh, "{show:?} {id} {label:?} {detail:?}");
                }
            }
        }
    }
}
