//! The zip: sorted paths, one fixed date, scripts executable; the same bytes everywhere.

use super::{Bundle, File};
use miniz_oxide::deflate::compress_to_vec;

/// 1980-01-01, the earliest date that a zip can hold: a bundle has no clock.
const DATE: u16 = 0x0021;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;
const DEFLATE: u16 = 8;
/// Made by a Unix system, so that modes count; version 2.0 to read.
const MADE_BY: u16 = 0x0314;
const NEEDED: u16 = 20;

/// The bundle as a zip, all files below a folder of the bundle's name.
pub fn zip(bundle: &Bundle) -> Vec<u8> {
    let (mut zip, mut directory) = (vec![], vec![]);
    for (path, file) in &bundle.files {
        entry(&mut zip, &mut directory, &format!("{}/{path}", bundle.name), file);
    }
    let (start, length) = (zip.len() as u32, directory.len() as u32);
    zip.append(&mut directory);
    let count = bundle.files.len() as u16;
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count, count].into_iter().flat_map(u16::to_le_bytes));
    zip.extend([length, start].into_iter().flat_map(u32::to_le_bytes));
    zip.extend([0, 0]);
    zip
}

fn entry(zip: &mut Vec<u8>, directory: &mut Vec<u8>, path: &str, file: &File) {
    let bytes = file.text.as_bytes();
    let packed = compress_to_vec(bytes, 6);
    let start = zip.len() as u32;
    let mut head = vec![];
    head.extend([NEEDED, FLAGS, DEFLATE, 0, DATE].into_iter().flat_map(u16::to_le_bytes));
    head.extend([crc32(bytes), packed.len() as u32, bytes.len() as u32].into_iter().flat_map(u32::to_le_bytes));
    head.extend([path.len() as u16, 0].into_iter().flat_map(u16::to_le_bytes));
    zip.extend(b"PK\x03\x04");
    zip.extend(&head);
    zip.extend(path.bytes());
    zip.extend(packed);
    let mode: u32 = if file.is_executable() { 0o100_755 } else { 0o100_644 };
    directory.extend(b"PK\x01\x02");
    directory.extend(MADE_BY.to_le_bytes());
    directory.extend(&head);
    // No comment, first disk, no internal attributes.
    directory.extend([0; 6]);
    directory.extend((mode << 16).to_le_bytes());
    directory.extend(start.to_le_bytes());
    directory.extend(path.bytes());
}

/// The checksum of the zip format.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = !0u32;
    for &byte in bytes {
        sum = (sum >> 8) ^ TABLE[usize::from((sum as u8) ^ byte)];
    }
    !sum
}

/// What each value of a byte does to the checksum.
const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(sum & 1));
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::{crc32, zip};
    use crate::bundle::{Bundle, File};

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let file = |text: &str| File { text: text.to_owned(), component: String::new() };
        let files = [("b/run".to_owned(), file("#!/bin/sh\n")), ("a.tf".to_owned(), file("x = 1\n"))];
        let bundle = Bundle { name: "n".to_owned(), digest: String::new(), files: files.into() };
        let bytes = zip(&bundle);
        assert_eq!(bytes, zip(&bundle));
        assert!(bytes.starts_with(b"PK\x03\x04"));
        let names: Vec<usize> = ["n/a.tf", "n/b/run"].iter().map(|name| find(&bytes, name)).collect();
        assert!(names[0] < names[1]);
    }

    fn find(bytes: &[u8], name: &str) -> usize {
        bytes.windows(name.len()).position(|window| window == name.as_bytes()).expect("the name is in the zip")
    }
}
