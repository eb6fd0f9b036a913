//! Where a piece of syntax stands.

use borsh::{BorshDeserialize, BorshSerialize, io};
use std::ops::Range;

/// The bytes of a text that something was parsed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// For indexing the text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    /// A text of more than 4 GB ends early.
    fn from(range: Range<usize>) -> Span {
        let offset = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: offset(range.start), end: offset(range.end) }
    }
}

/// Start and length in seven bits a byte: most expressions are short, and an index holds thousands of them.
impl BorshSerialize for Span {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        for number in [self.start, self.end.saturating_sub(self.start)] {
            let mut rest = number;
            while rest > 0x7f {
                writer.write_all(&[rest as u8 | 0x80])?;
                rest >>= 7;
            }
            writer.write_all(&[rest as u8])?;
        }
        Ok(())
    }
}

impl BorshDeserialize for Span {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Span> {
        let mut number = || -> io::Result<u32> {
            let mut number = 0;
            for shift in (0..32).step_by(7) {
                let byte = u8::deserialize_reader(reader)?;
                number |= u32::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    break;
                }
            }
            Ok(number)
        };
        let start = number()?;
        Ok(Span { start, end: start.saturating_add(number()?) })
    }
}
