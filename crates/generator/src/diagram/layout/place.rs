//! From the root down: where each box is, and the gaps that are left between them.

use super::groups::Group;
use super::measure::Measured;
use super::shape::{How, Shapes, Size};
use super::spacing::{LEAF_FILL, Spacing};
use super::tree::{NONE, Tree};
use crate::diagram::drawing::{Point, Rect};

/// A strip between things, or between a container and what is in it, in which edges can run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gap {
    /// The class of the container that it belongs to, `NONE` for the picture itself.
    pub class: usize,
    pub side: Side,
    pub rect: Rect,
}

/// Which distance of [`Spacing`] a gap has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
    Top,
    Bottom,
    /// Between neighbours; the strip is upright.
    Across,
    /// Between one above and one below; the strip lies flat.
    Down,
}

impl Side {
    pub fn is_upright(self) -> bool {
        matches!(self, Side::Left | Side::Right | Side::Across)
    }
}

pub(crate) struct Placing<'a> {
    pub tree: &'a Tree<'a>,
    pub measured: &'a Measured,
    pub spacing: &'a [Spacing],
    pub rects: Vec<Rect>,
    pub gaps: Vec<Gap>,
}

/// What is placed together: the groups of one container, their distances, and whose gaps they make.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub groups: &'a [Group],
    pub shapes: &'a Shapes,
    pub spacing: Spacing,
    pub class: usize,
}

impl Placing<'_> {
    /// Gives the node this place, and everything in it a place inside.
    pub fn node(&mut self, node: usize, rect: Rect) {
        self.rects[node] = rect;
        let groups = &self.measured.groups[node];
        if groups.is_empty() {
            return;
        }
        let class = self.tree.class[node];
        let spacing = self.spacing[class];
        let inner = Rect {
            x: rect.x + spacing.left,
            y: rect.y + spacing.top,
            width: rect.width - spacing.left - spacing.right,
            height: rect.height - spacing.top - spacing.bottom,
        };
        self.frame(class, rect, inner);
        let scene = Scene { groups, shapes: &self.measured.shapes[node], spacing, class };
        self.run(scene, 0, groups.len() - 1, inner);
    }

    /// The four gaps between a border and what is inside.
    pub fn frame(&mut self, class: usize, outer: Rect, inner: Rect) {
        let upright = |x, right| Rect { x, y: outer.y, width: right - x, height: outer.height };
        let flat = |y, bottom| Rect { x: outer.x, y, width: outer.width, height: bottom - y };
        let sides = [
            (Side::Left, upright(outer.x, inner.x)),
            (Side::Right, upright(inner.right(), outer.right())),
            (Side::Top, flat(outer.y, inner.y)),
            (Side::Bottom, flat(inner.bottom(), outer.bottom())),
        ];
        self.gaps.extend(sides.map(|(side, rect)| Gap { class, side, rect }));
    }

    /// Places the groups from `first` to `last` in the room.
    pub fn run(&mut self, scene: Scene, first: usize, last: usize, room: Rect) {
        let size = Size { width: room.width, height: room.height };
        let Some(shape) = scene.shapes.fitting(first, last, size) else {
            return;
        };
        match shape.how {
            How::Grid { columns, cell } => self.grid(scene, &scene.groups[first], columns, cell, room),
            How::Split { at, across } => {
                let (one, gap, two) = self.split(scene, (first, at, last), across, room);
                let side = if across { Side::Across } else { Side::Down };
                self.gaps.push(Gap { class: scene.class, side, rect: gap });
                self.run(scene, first, at - 1, one);
                self.run(scene, at, last, two);
            }
        }
    }

    /// Shares the room between two runs: each what it needs, and what is left to those that have containers.
    fn split(
        &self,
        scene: Scene,
        (first, at, last): (usize, usize, usize),
        across: bool,
        room: Rect,
    ) -> (Rect, Rect, Rect) {
        let gap = if across { scene.spacing.across } else { scene.spacing.down };
        let (length, breadth) = if across { (room.width, room.height) } else { (room.height, room.width) };
        let need = |first, last| {
            let along = |size: Size| {
                if across { (size.width, size.height) } else { (size.height, size.width) }
            };
            let fits = scene.shapes.of(first, last).iter().map(|shape| along(shape.size));
            fits.filter(|&(_, other)| other <= breadth).map(|(own, _)| own).min().unwrap_or(0)
        };
        let elastic = |first, last| scene.groups[first..=last].iter().any(|group: &Group| !group.leaves);
        let (a, b) = (need(first, at - 1), need(at, last));
        let spare = (length - gap - a - b).max(0);
        let a = match (elastic(first, at - 1), elastic(at, last)) {
            (true, true) => a + (i64::from(spare) * i64::from(a) / i64::from((a + b).max(1))) as i32,
            (true, false) => a + spare,
            (false, _) => a,
        };
        if across {
            let x = room.x + a;
            (
                Rect { width: a, ..room },
                Rect { x, width: gap, ..room },
                Rect { x: x + gap, width: room.width - a - gap, ..room },
            )
        } else {
            let y = room.y + a;
            (
                Rect { height: a, ..room },
                Rect { y, height: gap, ..room },
                Rect { y: y + gap, height: room.height - a - gap, ..room },
            )
        }
    }

    fn grid(&mut self, scene: Scene, group: &Group, columns: usize, cell: i32, room: Rect) {
        let spacing = scene.spacing;
        let mut heights = group.row_heights(columns, cell, &self.measured.sizes);
        let mut widths = vec![cell; columns];
        let between = spacing.across * (columns as i32 - 1);
        let widest = if group.leaves { LEAF_FILL.max(cell) * columns as i32 } else { i32::MAX };
        share(&mut widths, (room.width - between).min(widest));
        if !group.leaves {
            let between = spacing.down * (heights.len() as i32 - 1);
            share(&mut heights, room.height - between);
        }
        let mut at = Point { x: room.x, y: room.y };
        for (row, members) in group.members.chunks(columns).enumerate() {
            at.x = room.x;
            for (column, &member) in members.iter().enumerate() {
                self.node(member, Rect { x: at.x, y: at.y, width: widths[column], height: heights[row] });
                at.x += widths[column];
                if column + 1 < columns {
                    let rect = Rect { x: at.x, y: at.y, width: spacing.across, height: heights[row] };
                    self.gaps.push(Gap { class: scene.class, side: Side::Across, rect });
                }
                at.x += spacing.across;
            }
            at.y += heights[row];
            if row + 1 < heights.len() {
                let rect = Rect { x: room.x, y: at.y, width: room.width, height: spacing.down };
                self.gaps.push(Gap { class: scene.class, side: Side::Down, rect });
            }
            at.y += spacing.down;
        }
    }

    /// How a rectangle for the picture's own gaps is made: they belong to no container.
    pub fn outer_gap(&mut self, side: Side, rect: Rect) {
        self.gaps.push(Gap { class: NONE, side, rect });
    }
}

/// Makes the parts add up to `total`, the first ones a pixel larger where it does not divide.
fn share(parts: &mut [i32], total: i32) {
    let count = parts.len() as i32;
    let spare = (total - parts.iter().sum::<i32>()).max(0);
    for (at, part) in parts.iter_mut().enumerate() {
        *part += spare / count + i32::from((at as i32) < spare % count);
    }
}
