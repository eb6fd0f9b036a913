//! Says once what is said again far away. What a manifest, a variable or a template says stands in its source's text and again
//! in what was read off it; gzip finds such a repeat only within 32 KB.

use super::bytes::{Reader, put};
use std::collections::BTreeMap;

/// A repeat is worth the bytes that it takes to say where it is.
const SHORTEST: usize = 32;
/// Nearer ones are left to gzip, which says them in fewer bytes.
const NEAREST: usize = 28 * 1024;

/// Bytes, and copies of bytes before them, by turns.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = vec![];
    let mut seen: BTreeMap<&[u8], usize> = BTreeMap::new();
    let (mut at, mut plain, mut entered) = (0, 0, 0);
    while let Some(window) = bytes.get(at..at + SHORTEST) {
        while entered + NEAREST <= at {
            seen.entry(&bytes[entered..entered + SHORTEST]).or_insert(entered);
            entered += 1;
        }
        let Some(&start) = seen.get(window) else {
            at += 1;
            continue;
        };
        let same = bytes[start..at].iter().zip(&bytes[at..]).take_while(|(one, other)| one == other);
        let length = same.count();
        put(&mut packed, at - plain);
        packed.extend(&bytes[plain..at]);
        put(&mut packed, length);
        put(&mut packed, start);
        at += length;
        plain = at;
    }
    put(&mut packed, bytes.len() - plain);
    packed.extend(&bytes[plain..]);
    packed
}

/// What was packed; none if the bytes say something impossible.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (mut reader, mut bytes) = (Reader::new(packed), vec![]);
    loop {
        let length = reader.number();
        bytes.extend_from_slice(reader.take(length));
        if reader.broken {
            return None;
        }
        if reader.rest.is_empty() {
            return Some(bytes);
        }
        let length = reader.number();
        let start = reader.number();
        bytes.get(start..start.checked_add(length)?)?;
        bytes.extend_from_within(start..start + length);
    }
}

#[cfg(test)]
mod tests {
    use super::{NEAREST, pack, unpack};

    fn check(bytes: &[u8]) -> usize {
        let packed = pack(bytes);
        assert_eq!(unpack(&packed).as_deref(), Some(bytes));
        packed.len()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let far: Vec<u8> = (0..NEAREST as u32 * 2).flat_map(|number| (number * number).to_le_bytes()).collect();
        check(b"");
        check(b"short");
        check(&vec![0; NEAREST * 3]);
        let length = check(&far);
        assert!(check(&[far.as_slice(), &far].concat()) < length + 20);
    }

    #[test]
    fn nonsense_is_refused() {
        for packed in [b"".as_slice(), b"\x05abc", b"\x01a\x02\x00", b"\x01a\x01\x01\x00", &[0xff; 12]] {
            assert_eq!(unpack(packed), None, "{packed:?}");
        }
    }
}
