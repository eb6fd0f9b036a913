//! The order and the places of pieces that run side by side.

/// Between lanes, in pixels: as we like it, and what is still told apart.
const APART: [i32; 5] = [8, 6, 5, 4, 3];

/// A piece of a path among those that run in the same direction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub path: usize,
    pub piece: usize,
    pub at: i32,
    pub span: (i32, i32),
    /// How far it can move.
    pub room: (i32, i32),
    pub missing: i32,
    /// Whether its ends turn to lower (-1) or higher (1) coordinates, or end at a box (0): at its lower end, at its upper.
    pub turns: [i32; 2],
}

impl Piece {
    /// Whether they run next to each other for a stretch.
    fn beside(&self, other: &Piece) -> bool {
        self.span.0 < other.span.1 + 4 && other.span.0 < self.span.1 + 4
    }

    /// Whether one could get into the way of the other.
    pub fn meets(&self, other: &Piece) -> bool {
        let near = self.room.1 + APART[0] > other.room.0 && other.room.1 + APART[0] > self.room.0;
        near && self.beside(other)
    }
}

/// A coordinate for each of the pieces, which are brought into order; and where how much room is missing, if it is.
pub(super) fn arrange(group: &mut [Piece]) -> (Vec<i32>, Option<(usize, i32)>) {
    untangle(group);
    let (mut lack, mut found) = (None, None);
    for apart in APART {
        found = places(group, apart, &mut lack);
        if found.is_some() {
            break;
        }
    }
    if found.is_none() {
        // Rather a crossing than a lane for two.
        let mut spread = group.to_vec();
        crate::sort::sort_by_key(&mut spread, |piece| piece.room.0 + piece.room.1);
        found = APART.iter().find_map(|&apart| places(&spread, apart, &mut None));
        if found.is_some() {
            group.copy_from_slice(&spread);
            lack = None;
        }
    }
    let clamped = || group.iter().map(|piece| piece.at.clamp(piece.room.0, piece.room.1)).collect();
    (found.unwrap_or_else(clamped), lack)
}

/// Sorts by place, then swaps neighbours as long as that saves crossings.
fn untangle(group: &mut [Piece]) {
    for _ in 0..group.len() {
        let mut swapped = false;
        for second in 1..group.len() {
            let (a, b) = (group[second - 1], group[second]);
            // What cannot change places for lack of room does not.
            let free = b.room.0 < a.room.1;
            if free && a.beside(&b) && crossings(&b, &a) < crossings(&a, &b) {
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

fn places(group: &[Piece], apart: i32, lack: &mut Option<(usize, i32)>) -> Option<Vec<i32>> {
    let (lowest, highest) = limits(group, apart);
    let worst = (0..group.len()).max_by_key(|&index| lowest[index] - highest[index])?;
    let missing = lowest[worst] - highest[worst];
    if missing > 0 {
        lack.get_or_insert((worst, missing));
        return None;
    }
    Some(settle(group, apart, &highest))
}

/// The least and greatest coordinate that each piece can have with all others in order.
fn limits(group: &[Piece], apart: i32) -> (Vec<i32>, Vec<i32>) {
    let mut lowest: Vec<i32> = group.iter().map(|piece| piece.room.0).collect();
    let mut highest: Vec<i32> = group.iter().map(|piece| piece.room.1).collect();
    for index in 0..group.len() {
        for before in 0..index {
            if group[before].beside(&group[index]) {
                lowest[index] = lowest[index].max(lowest[before] + apart);
            }
        }
    }
    for index in (0..group.len()).rev() {
        for after in index + 1..group.len() {
            if group[after].beside(&group[index]) {
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
        let sharing = |other: &&Piece| (other.at - piece.at).abs() < apart && other.beside(piece);
        let before = group[..index].iter().filter(sharing).count() as i32;
        let after = group[index + 1..].iter().filter(sharing).count() as i32;
        let mut place = piece.at + (before - after) * apart / 2;
        place = place.max(piece.room.0);
        for (other, taken) in group.iter().zip(&places) {
            if other.beside(piece) {
                place = place.max(taken + apart);
            }
        }
        places.push(place.min(highest[index]));
    }
    places
}
