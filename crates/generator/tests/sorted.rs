//! Sorted lists do what the library's trees do.

use generator::sorted::{Map, Set};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone)]
enum Step {
    Insert(u8, u16),
    Remove(u8),
    Make(u8, u16),
    Retain(u16),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..24_u8, any::<u16>()).prop_map(|(key, value)| Step::Insert(key, value)),
        2 => (0..24_u8).prop_map(Step::Remove),
        1 => (0..24_u8, any::<u16>()).prop_map(|(key, value)| Step::Make(key, value)),
        1 => any::<u16>().prop_map(Step::Retain),
    ];
    prop::collection::vec(step, 0..60)
}

proptest! {
    #[test]
    fn a_map_is_a_map(steps in steps()) {
        let (mut own, mut other) = (Map::new(), BTreeMap::new());
        for step in steps {
            match step {
                Step::Insert(key, value) => prop_assert_eq!(own.insert(key, value), other.insert(key, value)),
                Step::Remove(key) => prop_assert_eq!(own.remove(&key), other.remove(&key)),
                Step::Make(key, value) => {
                    prop_assert_eq!(own.or_insert_with(key, || value), other.entry(key).or_insert(value));
                }
                Step::Retain(most) => {
                    own.retain(|_, value| *value <= most);
                    other.retain(|_, value| *value <= most);
                }
            }
            prop_assert!(own.iter().eq(&other));
            prop_assert!(own.iter().rev().eq(other.iter().rev()));
            prop_assert_eq!(own.len(), other.len());
            for key in 0..24 {
                prop_assert_eq!(own.get(&key), other.get(&key));
            }
        }
    }

    #[test]
    fn a_set_is_a_set(members in prop::collection::vec(0..40_u8, 0..60), gone in 0..40_u8) {
        let mut own: Set<u8> = members.iter().copied().collect();
        let mut other: BTreeSet<u8> = members.iter().copied().collect();
        prop_assert_eq!(own.insert(gone), other.insert(gone));
        prop_assert_eq!(own.remove(&gone), other.remove(&gone));
        prop_assert_eq!(own.contains(&gone), other.contains(&gone));
        prop_assert!(own.iter().eq(&other));
        prop_assert!(own.into_iter().eq(other));
    }
}
