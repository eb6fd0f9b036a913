//! Unpacks what `deflate` packed: the files of a zip, and links. It weighs a fifth of the library's reader, and never makes more
//! than it is told to.

/// How long a code can be.
const LONGEST: usize = 15;

/// Why it stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// It was made to be larger than that.
    TooLarge,
    /// The bytes end too early, or are not what `deflate` makes.
    Broken,
}

/// The unpacked bytes, at most so many; if it stopped early, what there was until then, and why.
pub fn inflate(bytes: &[u8], most: usize) -> (Vec<u8>, Option<Stopped>) {
    let mut reader = Reader { bytes, at: 0, most, out: vec![] };
    let stopped = reader.blocks().err();
    (reader.out, stopped)
}

type Read<T> = Result<T, Stopped>;

struct Reader<'a> {
    bytes: &'a [u8],
    /// Counted in bits.
    at: usize,
    most: usize,
    out: Vec<u8>,
}

/// A canonical Huffman code: how many codes have each length, and the symbols in their order.
struct Code {
    counts: [u16; LONGEST + 1],
    symbols: Vec<u16>,
}

impl Code {
    /// From the length of each symbol's code; more codes than fit are refused.
    fn new(lengths: &[u8]) -> Read<Code> {
        let mut counts = [0u16; LONGEST + 1];
        for &length in lengths {
            counts[usize::from(length)] += 1;
        }
        let mut places = [0; LONGEST + 1];
        let (mut free, mut place) = (1i32, 0);
        for (length, &count) in counts.iter().enumerate().skip(1) {
            free = free * 2 - i32::from(count);
            if free < 0 {
                return Err(Stopped::Broken);
            }
            places[length] = place;
            place += usize::from(count);
        }
        // Each length is looked at twice and no more: a hostile file may have a million blocks with codes and nothing in them.
        let mut symbols = vec![0; place];
        for (symbol, &length) in lengths.iter().enumerate().filter(|(_, length)| **length > 0) {
            let place = &mut places[usize::from(length)];
            symbols[*place] = symbol as u16;
            *place += 1;
        }
        Ok(Code { counts, symbols })
    }
}

impl Reader<'_> {
    fn bits(&mut self, count: u16) -> Read<usize> {
        let mut value = 0;
        for bit in 0..count {
            let byte = self.bytes.get(self.at / 8).ok_or(Stopped::Broken)?;
            value |= usize::from(byte >> (self.at % 8) & 1) << bit;
            self.at += 1;
        }
        Ok(value)
    }

    fn symbol(&mut self, code: &Code) -> Read<usize> {
        let (mut value, mut first, mut index) = (0usize, 0usize, 0usize);
        for &count in &code.counts[1..] {
            let count = usize::from(count);
            value |= self.bits(1)?;
            if value < first + count {
                return code
                    .symbols
                    .get(index + value - first)
                    .map(|&symbol| usize::from(symbol))
                    .ok_or(Stopped::Broken);
            }
            index += count;
            first = (first + count) << 1;
            value <<= 1;
        }
        Err(Stopped::Broken)
    }

    fn push(&mut self, byte: u8) -> Read<()> {
        if self.out.len() == self.most {
            return Err(Stopped::TooLarge);
        }
        self.out.push(byte);
        Ok(())
    }

    fn blocks(&mut self) -> Read<()> {
        loop {
            let is_last = self.bits(1)? == 1;
            match self.bits(2)? {
                0 => self.stored()?,
                1 => {
                    let mut lengths = [8; 288];
                    lengths[144..256].fill(9);
                    lengths[256..280].fill(7);
                    self.packed(&Code::new(&lengths)?, &Code::new(&[5; 30])?)?;
                }
                2 => {
                    let (literals, distances) = self.codes()?;
                    self.packed(&literals, &distances)?;
                }
                _ => return Err(Stopped::Broken),
            }
            if is_last {
                return Ok(());
            }
        }
    }

    fn stored(&mut self) -> Read<()> {
        self.at = self.at.next_multiple_of(8);
        let length = self.bits(16)?;
        if self.bits(16)? != length ^ 0xffff {
            return Err(Stopped::Broken);
        }
        for _ in 0..length {
            let byte = self.bits(8)? as u8;
            self.push(byte)?;
        }
        Ok(())
    }

    /// The codes that stand before a block.
    fn codes(&mut self) -> Read<(Code, Code)> {
        /// The order in which the lengths of the code of lengths come.
        const ORDER: [u8; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        let (literals, distances, count) = (self.bits(5)? + 257, self.bits(5)? + 1, self.bits(4)? + 4);
        let mut lengths = [0; 19];
        for &symbol in &ORDER[..count] {
            lengths[usize::from(symbol)] = self.bits(3)? as u8;
        }
        let code = Code::new(&lengths)?;
        let mut lengths: Vec<u8> = vec![];
        while lengths.len() < literals + distances {
            let (length, times) = match self.symbol(&code)? {
                16 => (*lengths.last().ok_or(Stopped::Broken)?, self.bits(2)? + 3),
                17 => (0, self.bits(3)? + 3),
                18 => (0, self.bits(7)? + 11),
                length => (length as u8, 1),
            };
            lengths.resize(lengths.len() + times, length);
        }
        if lengths.len() > literals + distances {
            return Err(Stopped::Broken);
        }
        let (literals, distances) = lengths.split_at(literals);
        Ok((Code::new(literals)?, Code::new(distances)?))
    }

    fn packed(&mut self, literals: &Code, distances: &Code) -> Read<()> {
        loop {
            match self.symbol(literals)? {
                byte @ 0..=255 => self.push(byte as u8)?,
                256 => return Ok(()),
                symbol @ 257..=284 => {
                    let length = self.scaled(symbol - 257, 4)? + 3;
                    self.repeat(length, distances)?;
                }
                285 => self.repeat(258, distances)?,
                _ => return Err(Stopped::Broken),
            }
        }
    }

    /// Lengths and distances double every few steps; what lies between is said by more bits. `steps` is how many there are
    /// before the first doubling counts: two groups of 4 for lengths, of 2 for distances.
    fn scaled(&mut self, symbol: usize, steps: usize) -> Read<usize> {
        if symbol < steps * 2 {
            return Ok(symbol);
        }
        let bits = symbol / steps - 1;
        Ok(((steps + symbol % steps) << bits) + self.bits(bits as u16)?)
    }

    /// Copies what came so far before.
    fn repeat(&mut self, length: usize, distances: &Code) -> Read<()> {
        let symbol = self.symbol(distances)?;
        if symbol > 29 {
            return Err(Stopped::Broken);
        }
        let distance = self.scaled(symbol, 2)? + 1;
        let start = self.out.len().checked_sub(distance).ok_or(Stopped::Broken)?;
        for at in start..start + length {
            self.push(self.out[at])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Stopped, inflate};
    use miniz_oxide::deflate::compress_to_vec;
    use proptest::prelude::*;

    const MOST: usize = 100_000;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(bytes in prop::collection::vec(0u8..9, 0..3000), noise in any::<Vec<u8>>(), level in 0u8..=10) {
            for bytes in [bytes, noise] {
                prop_assert_eq!(inflate(&compress_to_vec(&bytes, level), MOST), (bytes, None));
            }
        }

        #[test]
        fn any_bytes_are_unpacked_as_the_library_does(bytes in any::<Vec<u8>>()) {
            match miniz_oxide::inflate::decompress_to_vec_with_limit(&bytes, MOST) {
                Ok(theirs) => prop_assert_eq!(inflate(&bytes, MOST), (theirs, None)),
                // The library also refuses codes that leave something out, which do no harm.
                Err(_) => prop_assert!(inflate(&bytes, MOST).0.len() <= MOST),
            }
        }

        #[test]
        fn a_cut_leaves_the_beginning(bytes in prop::collection::vec(0u8..9, 0..3000), cut in 1usize..200) {
            let packed = compress_to_vec(&bytes, 6);
            let (begun, stopped) = inflate(&packed[..packed.len().saturating_sub(cut)], MOST);
            prop_assert_eq!(stopped, Some(Stopped::Broken));
            prop_assert!(bytes.starts_with(&begun));
        }
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = compress_to_vec(&vec![0; 50_000_000], 9);
        assert!(bomb.len() < 100_000);
        let (out, stopped) = inflate(&bomb, MOST);
        assert_eq!((out.len(), stopped), (MOST, Some(Stopped::TooLarge)));
    }
}
