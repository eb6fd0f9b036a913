//! Reads maps and sets by putting in one entry after the other: the library would sort them first, with a sort for each type.

use borsh::BorshDeserialize;
use borsh::io::{Read, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) fn map<V: BorshDeserialize, R: Read>(reader: &mut R) -> Result<BTreeMap<String, V>> {
    let mut map = BTreeMap::new();
    for _ in 0..u32::deserialize_reader(reader)? {
        let key = String::deserialize_reader(reader)?;
        map.insert(key, V::deserialize_reader(reader)?);
    }
    Ok(map)
}

pub(crate) fn shared_map<V: BorshDeserialize, R: Read>(reader: &mut R) -> Result<Arc<BTreeMap<String, V>>> {
    map(reader).map(Arc::new)
}

pub(crate) fn set<R: Read>(reader: &mut R) -> Result<BTreeSet<String>> {
    let mut set = BTreeSet::new();
    for _ in 0..u32::deserialize_reader(reader)? {
        set.insert(String::deserialize_reader(reader)?);
    }
    Ok(set)
}
