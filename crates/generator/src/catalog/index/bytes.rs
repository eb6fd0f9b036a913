//! Bytes, and numbers in as few of them as they need.

/// Seven bits a byte, the lowest first; all but the last byte have the eighth.
pub(super) fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads what was put. Behind the end there are zeros, and then it is `broken`: one look at the end says whether all was well.
pub(super) struct Reader<'a> {
    pub rest: &'a [u8],
    pub broken: bool,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes, broken: false }
    }

    pub fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    /// So many bytes, or none if there are not as many.
    pub fn take(&mut self, count: usize) -> &'a [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            self.broken = true;
            return &[];
        };
        self.rest = rest;
        taken
    }

    pub fn number(&mut self) -> usize {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.broken = true;
        0
    }
}
