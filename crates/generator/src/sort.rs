//! A small sort. The library's sorts weigh up to 8 KB of WebAssembly for each type that is sorted, and these lists are short.

/// Sorts by a key, stable, by insertion: at once for what is in order already, in squared time at worst.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at - 1]) > key(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut words = ["pear", "fig", "plum", "nut", "a"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["a", "fig", "nut", "pear", "plum"]);
    }
}
