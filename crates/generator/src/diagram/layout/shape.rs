//! The sizes that a container can have: every way of standing its children side by side or one above the other
//! that is no worse than another in both width and height.

use super::groups::Group;
use super::spacing::Spacing;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    pub width: i32,
    pub height: i32,
}

/// More sizes than this are thinned out.
const MOST: usize = 12;

#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub size: Size,
    pub how: How,
}

#[derive(Debug, Clone)]
pub(crate) enum How {
    /// The members of one group in rows, each `cell` wide.
    Grid { columns: usize, cell: i32 },
    /// The groups before `at`, then the others: side by side if `across`, else one above the other.
    Split { at: usize, across: bool },
}

/// For each run of neighbouring groups, the shapes that it can have, narrowest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shapes {
    groups: usize,
    runs: Vec<Vec<Shape>>,
}

impl Shapes {
    /// `sizes` are those of a node. A slicing plan: shorter runs first, so that longer ones are put together of them.
    pub fn new(groups: &[Group], spacing: Spacing, sizes: &[Vec<Size>]) -> Shapes {
        let n = groups.len();
        let mut shapes = Shapes { groups: n, runs: vec![Vec::new(); n * n] };
        for (at, group) in groups.iter().enumerate() {
            shapes.runs[at * n + at] = best(group.grids(spacing, sizes));
        }
        for length in 2..=n {
            for first in 0..=n - length {
                let last = first + length - 1;
                let mut found = Vec::new();
                for at in first + 1..=last {
                    // What the author put into rows stays in rows.
                    let rows = groups[at - 1].row.is_some() && groups[at - 1].row != groups[at].row;
                    for a in shapes.of(first, at - 1) {
                        for b in shapes.of(at, last) {
                            found.extend(join(a.size, b.size, at, spacing, rows));
                        }
                    }
                }
                shapes.runs[first * n + last] = best(found);
            }
        }
        shapes
    }

    /// The shapes of the groups from `first` to `last`.
    pub fn of(&self, first: usize, last: usize) -> &[Shape] {
        &self.runs[first * self.groups + last]
    }

    pub fn whole(&self) -> &[Shape] {
        if self.groups == 0 { &[] } else { self.of(0, self.groups - 1) }
    }

    /// The one of the shapes that fit into the room whose proportions are most like the room's.
    pub fn fitting(&self, first: usize, last: usize, room: Size) -> Option<&Shape> {
        let fits = |size: Size| size.width <= room.width && size.height <= room.height;
        let unlike = |size: Size| {
            let (a, b) =
                (i64::from(size.width) * i64::from(room.height), i64::from(size.height) * i64::from(room.width));
            (a - b).abs()
        };
        self.of(first, last).iter().filter(|shape| fits(shape.size)).min_by_key(|shape| unlike(shape.size))
    }
}

fn join(a: Size, b: Size, at: usize, spacing: Spacing, rows: bool) -> impl Iterator<Item = Shape> {
    let across = Size { width: a.width + spacing.across + b.width, height: a.height.max(b.height) };
    let down = Size { width: a.width.max(b.width), height: a.height + spacing.down + b.height };
    let shape = move |size, across| Shape { size, how: How::Split { at, across } };
    [(across, true), (down, false)]
        .into_iter()
        .filter(move |(_, across)| !(rows && *across))
        .map(move |(size, across)| shape(size, across))
}

/// Those that no other beats in both directions, narrowest first.
fn best(mut shapes: Vec<Shape>) -> Vec<Shape> {
    crate::sort::sort_by_key(&mut shapes, |shape| (shape.size.width, shape.size.height));
    let mut lowest = i32::MAX;
    shapes.retain(|shape| {
        let better = shape.size.height < lowest;
        lowest = lowest.min(shape.size.height);
        better
    });
    thin(shapes)
}

fn thin<T>(items: Vec<T>) -> Vec<T> {
    let count = items.len();
    if count <= MOST {
        return items;
    }
    let keep = |at: usize| at == 0 || at * (MOST - 1) / (count - 1) != (at - 1) * (MOST - 1) / (count - 1);
    items.into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, item)| item).collect()
}

/// The sizes at which all of several nodes have room, so that they can be equal.
pub(crate) fn common(members: &[&[Size]]) -> Vec<Size> {
    let mut widths: Vec<i32> = members.iter().flat_map(|sizes| sizes.iter().map(|size| size.width)).collect();
    crate::sort::sort_by_key(&mut widths, |width| *width);
    widths.dedup();
    let mut sizes: Vec<Size> = Vec::new();
    for width in widths {
        let heights = members.iter().map(|sizes| height_at(sizes, width));
        let Some(height) = heights.collect::<Option<Vec<i32>>>().and_then(|all| all.into_iter().max()) else {
            continue;
        };
        if sizes.last().is_none_or(|last| height < last.height) {
            sizes.push(Size { width, height });
        }
    }
    thin(sizes)
}

/// The least height at a width, if the node can be that narrow.
pub(crate) fn height_at(sizes: &[Size], width: i32) -> Option<i32> {
    sizes.iter().rev().find(|size| size.width <= width).map(|size| size.height)
}
