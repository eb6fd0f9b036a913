//! Tells an index from bytes that are none. It protects from accidents, not from forgery: an index is a part of the program.

/// FNV-1a, eight bytes at a time, over the length and the bytes; it begins with the generator's version.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325;
    let mut mix = |word: u64| sum = (sum ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
    for byte in crate::bundle::VERSION.bytes() {
        mix(u64::from(byte));
    }
    mix(bytes.len() as u64);
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        mix(u64::from_le_bytes(word));
    }
    sum
}
