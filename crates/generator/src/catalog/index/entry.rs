//! How what types have in common is written and read: texts, numbers, lists, maps.

use super::bytes::{Reader, put};
use crate::sorted::{Map, Set};
use crate::syntax::Span;
use std::ops::Range;
use std::sync::Arc;

/// Can be in an index. Reading never fails on its own: see [`Reader`].
pub(super) trait Entry: Sized {
    fn write(&self, bytes: &mut Vec<u8>);
    fn read(reader: &mut Reader) -> Self;
}

impl Entry for bool {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn read(reader: &mut Reader) -> Self {
        reader.byte() != 0
    }
}

impl Entry for u8 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.byte()
    }
}

impl Entry for usize {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, *self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.number()
    }
}

impl Entry for u64 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }

    fn read(reader: &mut Reader) -> Self {
        u64::from_le_bytes(reader.take(8).try_into().unwrap_or_default())
    }
}

impl Entry for f64 {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.to_bits().write(bytes);
    }

    fn read(reader: &mut Reader) -> Self {
        f64::from_bits(u64::read(reader))
    }
}

impl Entry for [u8; 32] {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.take(32).try_into().unwrap_or_default()
    }
}

/// Start and length: most expressions are short, and an index holds thousands of them.
impl Entry for Range<usize> {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.start);
        put(bytes, self.end.saturating_sub(self.start));
    }

    fn read(reader: &mut Reader) -> Self {
        let start = reader.number();
        start..start.saturating_add(reader.number())
    }
}

impl Entry for Span {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.range().write(bytes);
    }

    fn read(reader: &mut Reader) -> Self {
        Range::read(reader).into()
    }
}

impl Entry for Arc<str> {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.len());
        bytes.extend(self.as_bytes());
    }

    fn read(reader: &mut Reader) -> Self {
        text(reader).into()
    }
}

impl Entry for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.len());
        bytes.extend(self.as_bytes());
    }

    fn read(reader: &mut Reader) -> Self {
        text(reader).to_owned()
    }
}

fn text<'a>(reader: &mut Reader<'a>) -> &'a str {
    let count = reader.number();
    std::str::from_utf8(reader.take(count)).unwrap_or_else(|_| {
        reader.broken = true;
        ""
    })
}

impl<T: Entry> Entry for Option<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.is_some().write(bytes);
        if let Some(entry) = self {
            entry.write(bytes);
        }
    }

    fn read(reader: &mut Reader) -> Self {
        bool::read(reader).then(|| T::read(reader))
    }
}

impl<T: Entry> Entry for Vec<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.len());
        self.iter().for_each(|entry| entry.write(bytes));
    }

    fn read(reader: &mut Reader) -> Self {
        let mut entries = Vec::new();
        for _ in 0..reader.number() {
            entries.push(T::read(reader));
            if reader.broken {
                break;
            }
        }
        entries
    }
}

impl<T: Entry> Entry for Box<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        T::write(self, bytes);
    }

    fn read(reader: &mut Reader) -> Self {
        Box::new(T::read(reader))
    }
}

impl<T: Entry> Entry for Arc<Vec<T>> {
    fn write(&self, bytes: &mut Vec<u8>) {
        Vec::write(self, bytes);
    }

    fn read(reader: &mut Reader) -> Self {
        Arc::new(Vec::read(reader))
    }
}

impl<V: Entry> Entry for Arc<Map<String, V>> {
    fn write(&self, bytes: &mut Vec<u8>) {
        Map::write(self, bytes);
    }

    fn read(reader: &mut Reader) -> Self {
        Arc::new(Map::read(reader))
    }
}

impl<A: Entry, B: Entry> Entry for (A, B) {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.0.write(bytes);
        self.1.write(bytes);
    }

    fn read(reader: &mut Reader) -> Self {
        (A::read(reader), B::read(reader))
    }
}

impl<V: Entry> Entry for Map<String, V> {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.len());
        for (key, value) in self {
            key.write(bytes);
            value.write(bytes);
        }
    }

    fn read(reader: &mut Reader) -> Self {
        Vec::<(String, V)>::read(reader).into_iter().collect()
    }
}

impl Entry for Set<String> {
    fn write(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.len());
        self.iter().for_each(|member| member.write(bytes));
    }

    fn read(reader: &mut Reader) -> Self {
        Vec::<String>::read(reader).into_iter().collect()
    }
}
