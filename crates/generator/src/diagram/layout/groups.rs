//! The children of a container, in groups of like things that line up with each other.

use super::shape::{How, Shape, Size, common, height_at};
use super::spacing::Spacing;
use super::tree::{Tree, stem};

/// More groups than this are thrown together: the ways to arrange them grow with the cube.
const MOST: usize = 7;
/// So many instances of one thing stand in one row.
const IN_A_ROW: usize = 4;

#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub members: Vec<usize>,
    /// Leaves keep their size; containers fill the room that there is.
    pub leaves: bool,
    pub row: Option<u8>,
    /// Several instances of one thing, such as zones.
    instances: bool,
}

/// In the order of their first members; those with a row first.
pub(crate) fn groups(tree: &Tree, children: &[usize]) -> Vec<Group> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    for &child in children {
        let node = tree.nodes[child];
        let leaves = !tree.is_container(child);
        let kind = if leaves { String::new() } else { format!("/{}", node.icon) };
        match groups.iter_mut().find(|(key, group)| *key == kind && group.row == node.row) {
            Some((_, group)) => {
                group.instances &= stem(&node.id) == stem(&tree.nodes[group.members[0]].id);
                group.members.push(child);
            }
            None => {
                groups.push((kind, Group { members: vec![child], leaves, row: node.row, instances: !leaves }));
            }
        }
    }
    let mut groups: Vec<Group> = groups.into_iter().map(|(_, group)| group).collect();
    crate::sort::sort_by_key(&mut groups, |group| group.row.unwrap_or(u8::MAX));
    if groups.len() > MOST {
        let leaves = groups.iter().all(|group| group.leaves);
        let members = groups.into_iter().flat_map(|group| group.members).collect();
        return vec![Group { members, leaves, row: None, instances: false }];
    }
    groups
}

impl Group {
    /// All the grids that the members can stand in; `sizes` are those of a node.
    pub fn grids(&self, spacing: Spacing, sizes: &[Vec<Size>]) -> Vec<Shape> {
        let lists: Vec<&[Size]> = self.members.iter().map(|&member| sizes[member].as_slice()).collect();
        let mut shapes = Vec::new();
        for columns in self.columns() {
            for cell in self.cells(&lists) {
                let rows = self.row_heights(columns, cell, sizes);
                let height = rows.iter().sum::<i32>() + spacing.down * (rows.len() as i32 - 1);
                let width = cell * columns as i32 + spacing.across * (columns as i32 - 1);
                shapes.push(Shape { size: Size { width, height }, how: How::Grid { columns, cell } });
            }
        }
        shapes
    }

    /// The height of each row; leaves of one group are all alike.
    pub fn row_heights(&self, columns: usize, cell: i32, sizes: &[Vec<Size>]) -> Vec<i32> {
        let height = |&member: &usize| height_at(&sizes[member], cell).unwrap_or(0);
        let tallest = |members: &[usize]| members.iter().map(height).max().unwrap_or(0);
        let rows = self.members.chunks(columns);
        if self.leaves { vec![tallest(&self.members); rows.len()] } else { rows.map(tallest).collect() }
    }

    /// Equal widths at which every member has room.
    fn cells(&self, lists: &[&[Size]]) -> Vec<i32> {
        common(lists).into_iter().map(|size| size.width).collect()
    }

    /// For each number of rows the least number of columns, so that the last row is as full as can be.
    fn columns(&self) -> Vec<usize> {
        let count = self.members.len();
        if self.row.is_some() || (self.instances && count <= IN_A_ROW) {
            return vec![count];
        }
        let mut columns: Vec<usize> = (1..=count.min(40)).map(|rows| count.div_ceil(rows)).collect();
        columns.dedup();
        columns
    }
}
