//! Who stands outside of everything: people and the internet, in a column at the left edge.

use super::place::{Placing, Side};
use super::shape::Size;
use super::spacing::Spacing;
use crate::diagram::drawing::Rect;

pub(crate) struct Outside {
    members: Vec<usize>,
    cell: Size,
}

impl Outside {
    pub fn new(members: Vec<usize>, sizes: &[Vec<Size>]) -> Outside {
        let all = || members.iter().filter_map(|&member| sizes[member].first());
        let width = all().map(|size| size.width).max().unwrap_or(0);
        let height = all().map(|size| size.height).max().unwrap_or(0);
        Outside { members, cell: Size { width, height } }
    }

    /// Columns needed beside something of this height.
    fn columns(&self, own: Spacing, height: i32) -> usize {
        let step = self.cell.height + own.down;
        let rows = ((height + own.down) / step.max(1)).max(1) as usize;
        self.members.len().div_ceil(rows)
    }

    /// The width with the gap to the rest, and the height of both.
    pub fn size(&self, own: Spacing, height: i32) -> (i32, i32) {
        let columns = self.columns(own, height) as i32;
        (columns * (self.cell.width + own.across), height.max(self.cell.height.min(columns * self.cell.height)))
    }

    /// Each at the height of what its first edge leads to, as far as the others leave room, so that edges are straight.
    pub fn place(&self, placing: &mut Placing, ends: &[(usize, usize)], room: Rect, own: Spacing) {
        let columns = self.columns(own, room.height).max(1);
        let step = self.cell.height + own.down;
        let mut wanted: Vec<(i32, usize)> = Vec::new();
        for &member in &self.members {
            let target = ends.iter().find_map(|&(from, to)| match member {
                _ if member == from => Some(to),
                _ if member == to => Some(from),
                _ => None,
            });
            let y = target.map_or(room.y, |target| placing.rects[target].centre().y - self.cell.height / 2);
            wanted.push((y, member));
        }
        crate::sort::sort_by_key(&mut wanted, |&(y, _)| y);
        let rows = wanted.len().div_ceil(columns);
        for (column, members) in wanted.chunks_mut(rows.max(1)).enumerate() {
            let x = room.x + column as i32 * (self.cell.width + own.across);
            let mut lowest = room.bottom() - self.cell.height - (members.len() as i32 - 1) * step;
            let mut next = room.y;
            for (y, member) in members {
                *y = (*y).clamp(next.min(lowest), lowest);
                next = *y + step;
                lowest += step;
                let rect = Rect { x, y: *y, width: self.cell.width, height: self.cell.height };
                placing.rects[*member] = rect;
                placing.outer_gap(Side::Down, Rect { y: rect.bottom(), height: own.down, ..rect });
            }
            let gap = Rect { x: x + self.cell.width, y: room.y, width: own.across, height: room.height };
            placing.outer_gap(Side::Across, gap);
        }
    }
}
