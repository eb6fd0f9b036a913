//! The way of an edge as straight pieces that can be moved sideways.

use super::field::{X, Y};
use super::search::Way;

/// An edge as a list of straight pieces: each at a coordinate, taking turns in direction.
#[derive(Debug, Clone)]
pub(super) struct Path {
    /// The boxes at its ends.
    pub ends: [usize; 2],
    /// The direction of the first piece.
    along: usize,
    pub at: Vec<i32>,
    /// Where the first piece starts and the last one stops, along themselves.
    tips: [i32; 2],
}

impl Path {
    pub fn new(way: &Way, ends: [usize; 2]) -> Option<Path> {
        let (first, last) = (way.first()?, way.last()?);
        let along = if way.get(1)?[X] == first[X] { Y } else { X };
        let pieces = way.len() - 1;
        let last_along = (along + pieces - 1) % 2;
        let at = way[1..].iter().enumerate().map(|(piece, corner)| corner[1 - (along + piece) % 2]).collect();
        Some(Path { ends, along, at, tips: [first[along], last[last_along]] })
    }

    pub fn along(&self, piece: usize) -> usize {
        (self.along + piece) % 2
    }

    pub fn pieces(&self) -> usize {
        self.at.len()
    }

    /// Where a piece begins and ends, in the edge's direction.
    pub fn tips_of(&self, piece: usize) -> (i32, i32) {
        let from = if piece == 0 { self.tips[0] } else { self.at[piece - 1] };
        (from, self.at.get(piece + 1).copied().unwrap_or(self.tips[1]))
    }

    pub fn span(&self, piece: usize) -> (i32, i32) {
        let (from, to) = self.tips_of(piece);
        (from.min(to), from.max(to))
    }

    pub fn way(&self) -> Way {
        let point = |piece: usize, other: i32| match self.along(piece) {
            X => [other, self.at[piece]],
            _ => [self.at[piece], other],
        };
        let mut way = vec![point(0, self.tips[0])];
        way.extend((0..self.pieces()).map(|piece| point(piece, self.tips_of(piece).1)));
        way
    }
}
