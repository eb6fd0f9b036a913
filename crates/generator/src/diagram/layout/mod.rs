//! Boxes in boxes: sizes from the leaves up, places from the root down.

pub(crate) mod groups;
pub(crate) mod measure;
pub(crate) mod order;
pub(crate) mod outside;
pub(crate) mod place;
pub(crate) mod shape;
pub(crate) mod spacing;
pub(crate) mod tree;

use crate::diagram::Canvas;
use crate::diagram::drawing::Rect;
use groups::groups;
use measure::Measured;
use outside::Outside;
use place::{Gap, Placing, Scene};
use shape::{Shapes, Size};
use spacing::{MARGIN, Spacing, TITLE_HALF};
use tree::{NONE, Tree};

/// Where the boxes are, by node of the tree, and where edges can run between them.
#[derive(Debug)]
pub(crate) struct Plan {
    pub rects: Vec<Rect>,
    pub gaps: Vec<Gap>,
    pub width: i32,
    pub height: i32,
}

/// `ends` are the edges as pairs of nodes; `spacing` is by class, and the last one is the picture's own.
pub(crate) fn plan(tree: &Tree, ends: &[(usize, usize)], spacing: &[Spacing], canvas: Canvas) -> Plan {
    let measured = Measured::new(tree, spacing);
    let own = spacing[spacing.len() - 1];
    let (outside, inside): (Vec<usize>, Vec<usize>) = tree.roots().partition(|&root| !tree.is_container(root));
    // A picture without containers is a grid of leaves.
    let (outside, inside) = if inside.is_empty() { (inside, outside) } else { (outside, inside) };
    let groups = groups(tree, &inside);
    let shapes = Shapes::new(&groups, own, &measured.sizes);
    let outside = Outside::new(outside, &measured.sizes);

    let page = |size: Size| {
        let (column, height) = outside.size(own, size.height);
        let width = own.left + column + size.width + own.right;
        Size { width, height: own.top + height + own.bottom }
    };
    // How much the canvas would have to be enlarged to hold the picture, then how much paper it needs.
    let cost = |size: Size| {
        let (width, height) = (i64::from(size.width), i64::from(size.height));
        let scale = (width * i64::from(canvas.height)).max(height * i64::from(canvas.width));
        (scale, width * height)
    };
    let chosen = shapes.whole().iter().map(|shape| shape.size).min_by_key(|&size| cost(page(size)));
    let main = chosen.unwrap_or(Size { width: 0, height: 0 });
    let Size { width, height } = page(main);

    let mut placing = Placing {
        tree,
        measured: &measured,
        spacing,
        rects: vec![Rect::default(); tree.nodes.len()],
        gaps: Vec::new(),
    };
    let all = Rect { x: 0, y: 0, width, height };
    let (column, _) = outside.size(own, main.height);
    let room = Rect { x: own.left + column, y: own.top, width: main.width, height: height - own.top - own.bottom };
    placing.frame(NONE, all, Rect { x: own.left, width: width - own.left - own.right, ..room });
    if !groups.is_empty() {
        let scene = Scene { groups: &groups, shapes: &shapes, spacing: own, class: NONE };
        placing.run(scene, 0, groups.len() - 1, room);
    }
    order::shorten(&mut placing, ends, &loose(tree, &measured));
    outside.place(&mut placing, ends, Rect { x: own.left, width: column, ..room }, own);
    Plan { rects: placing.rects, gaps: placing.gaps, width, height }
}

/// The picture's own distances: a margin, and between the outside and the rest room for the labels of the edges.
pub(crate) fn page_spacing(labels: i32) -> Spacing {
    Spacing { left: MARGIN, right: MARGIN, top: MARGIN + TITLE_HALF, bottom: MARGIN, across: 32.max(labels), down: 28 }
}

/// Leaves that may change places: not those in rows that the author chose, nor those that have counterparts elsewhere.
fn loose<'a>(tree: &Tree, measured: &'a Measured) -> Vec<&'a [usize]> {
    let mut members = vec![0; tree.class.iter().max().map_or(0, |last| last + 1)];
    for node in 0..tree.nodes.len() {
        members[tree.class[node]] += 1;
    }
    let alone = |node: &usize| members[tree.class[*node]] == 1;
    let groups = (0..tree.nodes.len()).filter(alone).flat_map(|node| &measured.groups[node]);
    groups.filter(|group| group.leaves && group.row.is_none()).map(|group| group.members.as_slice()).collect()
}
