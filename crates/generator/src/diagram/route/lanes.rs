//! Moves edges that run on the same line apart, into lanes: in the order that crosses least, with room between.

use super::field::{BOX_CLEAR, Block, CORNER, Field, TITLE_CLEAR, X, Y};
use super::order::{Piece, arrange};
use super::path::Path;
use super::wishes::Lack;
use crate::diagram::layout::tree::NONE;

/// The last piece is at least this long, for the arrowhead, and the first this.
const HEAD: i32 = 11;
const TAIL: i32 = 6;

<<<<<<< HEAD
/// An edge as a list of straight pieces: each at a coordinate, taking turns in direction.
#[derive(Debug, Clone)]
pub(super) struct Route {
    /// The boxes at its ends.
    pub ends: [usize; 2],
    /// The direction of the first piece.
    along: usize,
    at: Vec<i32>,
    /// Where the first piece starts and the last one stops, along themselves.
    tips: [i32; 2],
}

impl Route {
    pub fn new(way: &Way, ends: [usize; 2]) -> Option<Route> {
        let (first, last) = (way.first()?, way.last()?);
        let along = if way.get(1)?[X] == first[X] { Y } else { X };
        let pieces = way.len() - 1;
        let last_along = (along + pieces - 1) % 2;
        let at = way[1..].iter().enumerate().map(|(piece, corner)| corner[1 - (along + piece) % 2]).collect();
        Some(Route { ends, along, at, tips: [first[along], last[last_along]] })
    }

    pub fn along(&self, piece: usize) -> usize {
        (self.along + piece) % 2
    }

    pub fn pieces(&self) -> usize {
        self.at.len()
    }

    /// Where a piece begins and ends, in the edge's direction.
    fn from_to(&self, piece: usize) -> (i32, i32) {
        let from = if piece == 0 { self.tips[0] } else { self.at[piece - 1] };
        (from, self.at.get(piece + 1).copied().unwrap_or(self.tips[1]))
    }

    pub fn span(&self, piece: usize) -> (i32, i32) {
        let (from, to) = self.from_to(piece);
        (from.min(to), from.max(to))
    }

    pub fn way(&self) -> Way {
        let point = |piece: usize, other: i32| match self.along(piece) {
            X => [other, self.at[piece]],
            _ => [self.at[piece], other],
        };
        let mut way = vec![point(0, self.tips[0])];
        way.extend((0..self.pieces()).map(|piece| point(piece, self.from_to(piece).1)));
        way
    }
}

/// A piece of a route among those that run in the same direction.
#[derive(Debug, Clone, Copy)]
struct Piece {
    route: usize,
    piece: usize,
    at: i32,
    span: (i32, i32),
    /// How far it can move.
    room: (i32, i32),
    missing: i32,
    /// Whether its ends turn to lower (-1) or higher (1) coordinates, or end at a box (0): at its lower end, at its upper.
    turns: [i32; 2],
}

pub(super) fn spread(field: &Field, routes: &mut [Route]) -> Vec<Lack> {
=======
pub(super) fn spread(field: &Field, paths: &mut [Path]) -> Vec<Lack> {
>>>>>>> diagram
    let mut lacks = Vec::new();
    // Twice, since the order in one direction follows from the places in the other.
    for round in 0..2 {
        for along in [Y, X] {
            let found = spread_along(field, paths, along);
            if round == 1 {
                lacks.extend(found);
            }
        }
    }
    lacks
}

fn spread_along(field: &Field, paths: &mut [Path], along: usize) -> Vec<Lack> {
    let mut pieces = Vec::new();
    for (index, path) in paths.iter().enumerate() {
        for piece in (0..path.pieces()).filter(|&piece| path.along(piece) == along) {
            pieces.push(look(field, path, index, piece));
        }
    }
    pieces.sort_by_key(|piece| (piece.at, piece.path, piece.piece));
    let mut lacks = Vec::new();
    for mut group in neighbours(&pieces) {
        let (places, lack) = arrange(&mut group);
        for (piece, &at) in group.iter().zip(&places) {
            paths[piece.path].at[piece.piece] = at;
        }
        let narrow = group
            .iter()
            .enumerate()
            .map(|(index, piece)| (index, piece.missing));
        for (index, missing) in lack
            .into_iter()
            .chain(narrow.filter(|(_, missing)| *missing > 0))
        {
            let Piece { at, span, .. } = group[index];
            lacks.push(Lack { along, at, span, missing });
        }
    }
    lacks
}

fn look(field: &Field, path: &Path, index: usize, piece: usize) -> Piece {
    let along = path.along(piece);
    let (from, to) = path.tips_of(piece);
    let at = path.at[piece];
    let turn = |other: Option<usize>| {
        other.map_or(0, |other| {
            let (a, b) = path.tips_of(other);
            let far = if other < piece { a } else { b };
            (far - at).signum()
        })
    };
<<<<<<< HEAD
    let (before, after) = (turn(piece.checked_sub(1)), turn((piece + 1 < route.pieces()).then_some(piece + 1)));
    let turns = if from <= to { [before, after] } else { [after, before] };
    let span = route.span(piece);
    let (room, missing) = room(field, route, piece, along, span);
    Piece { route: index, piece, at, span, room, missing, turns }
}

/// How far a piece can move before it meets something, and how many pixels are missing for it to have any room.
fn room(field: &Field, route: &Route, piece: usize, along: usize, span: (i32, i32)) -> ((i32, i32), i32) {
    let across = 1 - along;
    let at = route.at[piece];
    let is_end = |node: usize, end: usize| node != NONE && route.ends[end] == node;
    let (first, last) = (piece == 0, piece + 1 == route.pieces());
    let touches = |block: &Block| (first && is_end(block.node, 0)) || (last && is_end(block.node, 1));
=======
    let (before, after) = (
        turn(piece.checked_sub(1)),
        turn((piece + 1 < path.pieces()).then_some(piece + 1)),
    );
    let turns = if from <= to {
        [before, after]
    } else {
        [after, before]
    };
    let span = path.span(piece);
    let (room, missing) = room(field, path, piece, along, span);
    Piece {
        path: index,
        piece,
        at,
        span,
        room,
        missing,
        turns,
    }
}

/// How far a piece can move before it meets something, and how many pixels are missing for it to have any room.
fn room(
    field: &Field,
    path: &Path,
    piece: usize,
    along: usize,
    span: (i32, i32),
) -> ((i32, i32), i32) {
    let across = 1 - along;
    let at = path.at[piece];
    let is_end = |node: usize, end: usize| node != NONE && path.ends[end] == node;
    let (first, last) = (piece == 0, piece + 1 == path.pieces());
    let touches =
        |block: &Block| (first && is_end(block.node, 0)) || (last && is_end(block.node, 1));
>>>>>>> diagram
    let mut room = field.room(along, at, (span.0 - 3, span.1 + 3), |block| {
        // The box that the piece ends at does not hold it up; before the one that the next piece ends at, it
        // leaves room for the arrowhead.
        match block.node {
            _ if touches(block) => None,
            NONE => Some(TITLE_CLEAR),
            node if piece + 2 == path.pieces() && is_end(node, 1) => Some(HEAD),
            node if piece == 1 && is_end(node, 0) => Some(TAIL),
            _ => Some(BOX_CLEAR),
        }
    });
    for block in field.solids.iter().chain(&field.borders).filter(|block| touches(block)) {
        room.0 = room.0.max(block.lo[across] + CORNER);
        room.1 = room.1.min(block.hi[across] - CORNER);
    }
    if room.0 > room.1 {
        let middle = ((room.0 + room.1) / 2).clamp(at.min(room.0), at.max(room.0));
        return ((middle, middle), room.0 - room.1);
    }
    (room, 0)
}

/// Pieces that could get into each other's way, directly or through others, as groups.
fn neighbours(pieces: &[Piece]) -> Vec<Vec<Piece>> {
    let mut group_of: Vec<usize> = (0..pieces.len()).collect();
    for (index, a) in pieces.iter().enumerate() {
        for (other, b) in pieces.iter().enumerate().skip(index + 1) {
<<<<<<< HEAD
            if beside(a, b) && a.room.1 + APART[0] > b.room.0 && b.room.1 + APART[0] > a.room.0 {
                let (old, new) = (group_of[other], group_of[index]);
                if old != new {
                    group_of.iter_mut().filter(|group| **group == old).for_each(|group| *group = new);
                }
=======
            let (old, new) = (group_of[other], group_of[index]);
            if old != new && a.meets(b) {
                group_of
                    .iter_mut()
                    .filter(|group| **group == old)
                    .for_each(|group| *group = new);
>>>>>>> diagram
            }
        }
    }
    let mut groups: Vec<Vec<Piece>> = vec![Vec::new(); pieces.len()];
    for (piece, group) in pieces.iter().zip(group_of) {
        groups[group].push(*piece);
    }
    groups.retain(|group| !group.is_empty());
    groups
}
<<<<<<< HEAD

/// Whether they run next to each other for a stretch.
fn beside(a: &Piece, b: &Piece) -> bool {
    a.span.0 < b.span.1 + 4 && b.span.0 < a.span.1 + 4
}

/// Sorts by place, then swaps neighbours as long as that saves crossings.
fn untangle(group: &mut [Piece]) {
    for _ in 0..group.len() {
        let mut swapped = false;
        for second in 1..group.len() {
            let (a, b) = (group[second - 1], group[second]);
            // What cannot change places for lack of room does not.
            let free = b.room.0 < a.room.1;
            if free && beside(&a, &b) && crossings(&b, &a) < crossings(&a, &b) {
                group.swap(second - 1, second);
                swapped = true;
            }
        }
        if !swapped {
            break;
        }
    }
}

/// How often two edges cross at these pieces if `a` is the one with the lower coordinate.
fn crossings(a: &Piece, b: &Piece) -> i32 {
    let inside = |at: i32, span: (i32, i32)| i32::from(span.0 < at && at < span.1);
    let mut count = 0;
    for (end, at) in [(0, a.span.0), (1, a.span.1)] {
        count += i32::from(a.turns[end] > 0) * inside(at, b.span);
    }
    for (end, at) in [(0, b.span.0), (1, b.span.1)] {
        count += i32::from(b.turns[end] < 0) * inside(at, a.span);
    }
    count
}

/// A coordinate for each piece of a group in order; and where how much room is missing, if it is.
fn places(group: &[Piece]) -> (Vec<i32>, Option<(usize, i32)>) {
    let mut lack = None;
    for apart in APART {
        let (lowest, highest) = limits(group, apart);
        let worst = (0..group.len()).max_by_key(|&index| lowest[index] - highest[index]).unwrap_or(0);
        let missing = lowest[worst] - highest[worst];
        if missing > 0 {
            lack = lack.or(Some((worst, missing)));
            continue;
        }
        return (settle(group, apart, &highest), lack);
    }
    // Nothing helps: some share a lane.
    let (_, highest) = limits(group, 0);
    (group.iter().zip(highest).map(|(piece, highest)| highest.clamp(piece.room.0, piece.room.1)).collect(), lack)
}

/// The least and greatest coordinate that each piece can have with all others in order.
fn limits(group: &[Piece], apart: i32) -> (Vec<i32>, Vec<i32>) {
    let mut lowest: Vec<i32> = group.iter().map(|piece| piece.room.0).collect();
    let mut highest: Vec<i32> = group.iter().map(|piece| piece.room.1).collect();
    for index in 0..group.len() {
        for before in 0..index {
            if beside(&group[before], &group[index]) {
                lowest[index] = lowest[index].max(lowest[before] + apart);
            }
        }
    }
    for index in (0..group.len()).rev() {
        for after in index + 1..group.len() {
            if beside(&group[after], &group[index]) {
                highest[index] = highest[index].min(highest[after] - apart);
            }
        }
    }
    (lowest, highest)
}

/// Each as near as can be to where it wants to be: those that share a line spread around it.
fn settle(group: &[Piece], apart: i32, highest: &[i32]) -> Vec<i32> {
    let mut places: Vec<i32> = Vec::new();
    for (index, piece) in group.iter().enumerate() {
        let sharing = |other: &&Piece| (other.at - piece.at).abs() < apart && beside(other, piece);
        let before = group[..index].iter().filter(sharing).count() as i32;
        let after = group[index + 1..].iter().filter(sharing).count() as i32;
        let mut place = piece.at + (before - after) * apart / 2;
        place = place.max(piece.room.0);
        for (other, taken) in group.iter().zip(&places) {
            if beside(other, piece) {
                place = place.max(taken + apart);
            }
        }
        places.push(place.min(highest[index]));
    }
    places
}
=======
>>>>>>> diagram
