//! Bytes as letters, four for three.

pub const PLAIN: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// None of its letters has a meaning in an address.
pub const ADDRESS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Without `=` at the end.
pub fn encode(bytes: &[u8], letters: &[u8; 64]) -> String {
    let mut encoded = String::new();
    for chunk in bytes.chunks(3) {
        let mut group = 0u32;
        for position in 0..3 {
            group = (group << 8) | u32::from(chunk.get(position).copied().unwrap_or(0));
        }
        for position in 0..=chunk.len() {
            encoded.push(char::from(letters[(group >> (18 - 6 * position)) as usize & 63]));
        }
    }
    encoded
}

/// Up to the first byte that is none of the letters; how many were read.
pub fn decode(text: &[u8], letters: &[u8; 64]) -> (Vec<u8>, usize) {
    let (mut bytes, mut group, mut bits) = (Vec::new(), 0u32, 0);
    for (at, byte) in text.iter().enumerate() {
        let Some(digit) = letters.iter().position(|letter| letter == byte) else { return (bytes, at) };
        group = (group << 6) | digit as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((group >> bits) as u8);
        }
    }
    (bytes, text.len())
}
