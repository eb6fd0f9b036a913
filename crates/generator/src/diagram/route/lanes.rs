//! Moves edges that run on the same line apart, into lanes: in the order that crosses least, with room between.

use super::field::{BOX_CLEAR, Block, CORNER, Field, TITLE_CLEAR, X, Y};
use super::order::{Piece, arrange};
use super::path::Path;
use super::wishes::Lack;
use crate::diagram::layout::tree::NONE;

/// The last piece is at least this long, for the arrowhead, and the first this.
const HEAD: i32 = 11;
const TAIL: i32 = 6;

pub(super) fn spread(field: &Field, paths: &mut [Path]) -> Vec<Lack> {
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
    crate::sort::sort_by_key(&mut pieces, |piece| (piece.at, piece.path, piece.piece));
    let mut lacks = Vec::new();
    for mut group in neighbours(&pieces) {
        let (places, lack) = arrange(&mut group);
        for (piece, &at) in group.iter().zip(&places) {
            paths[piece.path].at[piece.piece] = at;
        }
        let narrow = group.iter().enumerate().map(|(index, piece)| (index, piece.missing));
        for (index, missing) in lack.into_iter().chain(narrow.filter(|(_, missing)| *missing > 0)) {
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
    let (before, after) = (turn(piece.checked_sub(1)), turn((piece + 1 < path.pieces()).then_some(piece + 1)));
    let turns = if from <= to { [before, after] } else { [after, before] };
    let span = path.span(piece);
    let (room, missing) = room(field, path, piece, along, span);
    Piece { path: index, piece, at, span, room, missing, turns }
}

/// How far a piece can move before it meets something, and how many pixels are missing for it to have any room.
fn room(field: &Field, path: &Path, piece: usize, along: usize, span: (i32, i32)) -> ((i32, i32), i32) {
    let across = 1 - along;
    let at = path.at[piece];
    let is_end = |node: usize, end: usize| node != NONE && path.ends[end] == node;
    let (first, last) = (piece == 0, piece + 1 == path.pieces());
    let touches = |block: &Block| (first && is_end(block.node, 0)) || (last && is_end(block.node, 1));
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
            let (old, new) = (group_of[other], group_of[index]);
            if old != new && a.meets(b) {
                group_of.iter_mut().filter(|group| **group == old).for_each(|group| *group = new);
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
