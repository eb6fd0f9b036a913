//! What a search has still to look at, cheapest first. Estimates are small whole numbers that never go down, so each has a list of
//! its own, and nothing is sorted.

const NONE: u32 = u32::MAX;

#[derive(Default)]
pub(super) struct Queue {
    /// By estimate: the newest entry.
    newest: Vec<u32>,
    /// The state, and the next older entry with the same estimate.
    entries: Vec<(u32, u32)>,
    lowest: usize,
}

impl Queue {
    pub fn clear(&mut self) {
        self.newest.clear();
        self.entries.clear();
        self.lowest = usize::MAX;
    }

    pub fn push(&mut self, estimate: i32, state: u32) {
        let at = estimate.max(0) as usize;
        if at >= self.newest.len() {
            self.newest.resize(at + 1, NONE);
        }
        self.lowest = self.lowest.min(at);
        let entry = self.entries.len() as u32;
        self.entries.push((state, std::mem::replace(&mut self.newest[at], entry)));
    }

    /// Of equal ones the newest: it is the furthest on its way.
    pub fn pop(&mut self) -> Option<(i32, u32)> {
        while let Some(newest) = self.newest.get_mut(self.lowest) {
            if *newest != NONE {
                let (state, older) = self.entries[*newest as usize];
                *newest = older;
                return Some((self.lowest as i32, state));
            }
            self.lowest += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn the_cheapest_comes_first_and_of_equals_the_newest() {
        let mut queue = Queue::default();
        queue.clear();
        for (estimate, state) in [(7, 1), (3, 2), (7, 3), (900, 4)] {
            queue.push(estimate, state);
        }
        assert_eq!(queue.pop(), Some((3, 2)));
        queue.push(5, 5);
        let rest: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(rest, [(5, 5), (7, 3), (7, 1), (900, 4)]);
        queue.clear();
        assert_eq!(queue.pop(), None);
    }
}
