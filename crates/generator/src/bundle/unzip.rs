//! Takes `configuration.json` out of a bundle's zip, and nothing else: no other file is unpacked, and no path is written to.

use super::inflate::{Stopped, inflate};
use super::zip::crc32;
use crate::draft::MAX_BYTES;

/// Bundles are a tenth of this.
pub const MAX_ZIP: usize = 1024 * 1024;

const NAME: &str = "configuration.json";
/// The end of the directory, and the longest comment that may follow.
const END: usize = 22;
const COMMENT: usize = 0xffff;

/// Why not, as a sentence with what to do.
type Read<T> = Result<T, &'static str>;

const TRUNCATED: &str = "The zip is damaged or incomplete. Download or copy it again.";
const DAMAGED: &str = "`configuration.json` is damaged in this zip. Download or copy it again.";
const PACKED: &str = "The zip is packed in a way that is not read here. Unpack it, and take its `configuration.json`.";
const ENCRYPTED: &str = "The zip is encrypted. Unpack it, and take its `configuration.json`.";
const TOO_LARGE: &str = "`configuration.json` in this zip is larger than any bundle's.";
const SEVERAL: &str = "The zip holds several bundles. Unpack it, and take one `configuration.json`.";
const NONE: &str = "The zip holds no `configuration.json` at its top or in one folder: it is no bundle.";

/// The text of the configuration.
pub fn configuration(zip: &[u8]) -> Read<String> {
    if zip.len() > MAX_ZIP {
        return Err("The zip is larger than any bundle: at most 1 MB is read.");
    }
    let last = zip.len().checked_sub(END).ok_or(TRUNCATED)?;
    let ends = (last.saturating_sub(COMMENT)..=last).rev();
    let end = ends.into_iter().find(|&at| zip[at..].starts_with(b"PK\x05\x06")).ok_or(TRUNCATED)?;
    let (count, start) = (short(zip, end + 10)?, long(zip, end + 16)?);
    if count == 0xffff || start == 0xffff_ffff {
        return Err(PACKED);
    }
    let mut found = None;
    let mut at = start;
    for _ in 0..count {
        expect(zip, at, b"PK\x01\x02")?;
        let name = slice(zip, at + 46, short(zip, at + 28)?)?;
        if is_ours(name) && found.replace(at).is_some() {
            return Err(SEVERAL);
        }
        at += 46 + name.len() + short(zip, at + 30)? + short(zip, at + 32)?;
    }
    unpack(zip, found.ok_or(NONE)?)
}

/// The file at the top, or in the one folder that a bundle is in; `..` is no folder.
fn is_ours(name: &[u8]) -> bool {
    let Some(folder) = name.strip_suffix(NAME.as_bytes()) else { return false };
    match folder.split_last() {
        None => true,
        Some((b'/', folder)) => !folder.is_empty() && folder != b"." && folder != b".." && !folder.contains(&b'/'),
        _ => false,
    }
}

/// The file that an entry of the directory is about.
fn unpack(zip: &[u8], entry: usize) -> Read<String> {
    let (flags, method) = (short(zip, entry + 8)?, short(zip, entry + 10)?);
    let (sum, packed, size) = (long(zip, entry + 16)?, long(zip, entry + 20)?, long(zip, entry + 24)?);
    if flags & 1 != 0 {
        return Err(ENCRYPTED);
    }
    if size > MAX_BYTES {
        return Err(TOO_LARGE);
    }
    let head = long(zip, entry + 42)?;
    expect(zip, head, b"PK\x03\x04")?;
    let start = head + 30 + short(zip, head + 26)? + short(zip, head + 28)?;
    let bytes = slice(zip, start, packed)?;
    // What the directory says of the size is not believed: unpacking stops at the limit.
    let (bytes, stopped) = match method {
        0 => (bytes[..bytes.len().min(MAX_BYTES)].to_vec(), None),
        8 => inflate(bytes, MAX_BYTES),
        _ => return Err(PACKED),
    };
    match stopped {
        Some(Stopped::TooLarge) => Err(TOO_LARGE),
        None if bytes.len() == size && crc32(&bytes) as usize == sum => String::from_utf8(bytes).map_err(|_| DAMAGED),
        _ => Err(DAMAGED),
    }
}

fn slice(zip: &[u8], at: usize, length: usize) -> Read<&[u8]> {
    zip.get(at..).and_then(|rest| rest.get(..length)).ok_or(TRUNCATED)
}

fn expect(zip: &[u8], at: usize, mark: &[u8; 4]) -> Read<()> {
    if slice(zip, at, 4)? == mark { Ok(()) } else { Err(TRUNCATED) }
}

fn short(zip: &[u8], at: usize) -> Read<usize> {
    let bytes = slice(zip, at, 2)?;
    Ok(usize::from(bytes[0]) | usize::from(bytes[1]) << 8)
}

fn long(zip: &[u8], at: usize) -> Read<usize> {
    Ok(short(zip, at)? | short(zip, at + 2)? << 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Bundle, File, zip};
    use proptest::prelude::*;

    fn packed(files: &[(&str, &str)]) -> Vec<u8> {
        let file = |text: &str| File { text: text.to_owned(), component: String::new() };
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), file(text))).collect();
        zip(&Bundle { name: "harbor".to_owned(), digest: String::new(), files })
    }

    fn bundle() -> Vec<u8> {
        packed(&[("README.md", "# Harbor\n"), (NAME, "{}\n"), ("scripts/run", "#!/bin/sh\n")])
    }

    /// The zip with other bytes after the last place of some.
    fn with(mut zip: Vec<u8>, mark: &[u8], offset: usize, bytes: &[u8]) -> Vec<u8> {
        let at = zip.windows(mark.len()).rposition(|window| window == mark).expect("it is there") + offset;
        zip[at..at + bytes.len()].copy_from_slice(bytes);
        zip
    }

    /// The entry of the configuration in the directory, whose name stands 46 bytes after its start.
    fn entry(offset: isize, bytes: &[u8]) -> Vec<u8> {
        let zip = bundle();
        let mark = b"harbor/configuration.json";
        let at = zip.windows(mark.len()).rposition(|window| window == mark).expect("it is there");
        let mut zip = zip.clone();
        let at = (at as isize - 46 + offset) as usize;
        zip[at..at + bytes.len()].copy_from_slice(bytes);
        zip
    }

    #[test]
    fn a_bundle_gives_its_configuration() {
        assert_eq!(configuration(&bundle()), Ok("{}\n".to_owned()));
        let mut commented = bundle();
        commented.extend(b"made by hand");
        assert_eq!(configuration(&commented), Ok("{}\n".to_owned()));
    }

    #[test]
    fn each_trouble_has_its_message() {
        let huge = "x".repeat(MAX_BYTES + 1);
        for (zip, says) in [
            (vec![], TRUNCATED),
            (b"PK".to_vec(), TRUNCATED),
            (bundle()[..bundle().len() - 30].to_vec(), TRUNCATED),
            (vec![0; MAX_ZIP + 1], "The zip is larger than any bundle: at most 1 MB is read."),
            (entry(8, &[1]), ENCRYPTED),
            (entry(10, &[12]), PACKED),
            (entry(16, &[0; 4]), DAMAGED),
            (entry(24, &[0xff; 4]), TOO_LARGE),
            (entry(20, &[0xff; 4]), TRUNCATED),
            (entry(42, &[0xff; 4]), TRUNCATED),
            (with(bundle(), b"PK\x05\x06", 10, &[0xff; 2]), PACKED),
            (with(bundle(), b"PK\x05\x06", 16, &[0xff; 4]), PACKED),
            (with(bundle(), b"PK\x05\x06", 16, &[0xff; 3]), TRUNCATED),
            (packed(&[("README.md", "")]), NONE),
            (packed(&[("../configuration.json", "{}")]), NONE),
            (packed(&[("a/b/configuration.json", "{}")]), NONE),
            (packed(&[(NAME, &huge)]), TOO_LARGE),
        ] {
            assert_eq!(configuration(&zip), Err(says));
        }
    }

    #[test]
    fn only_plain_folders_are_a_bundle_s() {
        for good in ["configuration.json", "harbor/configuration.json"] {
            assert!(is_ours(good.as_bytes()), "{good}");
        }
        for bad in [
            "../configuration.json",
            "/configuration.json",
            "./configuration.json",
            "..\\configuration.json",
            "xconfiguration.json",
        ] {
            assert!(!is_ours(bad.as_bytes()), "{bad}");
        }
        let two = with(packed(&[(NAME, "{}"), ("configuration.jsox", "{}")]), b".jsox", 0, b".json");
        assert_eq!(configuration(&two), Err(SEVERAL));
    }

    #[test]
    fn a_bomb_that_lies_about_its_size_stops_at_the_limit() {
        let bomb = packed(&[(NAME, &" ".repeat(20_000_000))]);
        let name = b"harbor/configuration.json";
        let at = bomb.windows(name.len()).rposition(|window| window == name).expect("it is there");
        let mut bomb = bomb;
        bomb[at - 46 + 24..at - 46 + 28].copy_from_slice(&[3, 0, 0, 0]);
        assert_eq!(configuration(&bomb), Err(TOO_LARGE));
    }

    proptest! {
        #[test]
        fn no_bytes_do_harm(at in 0usize..700, bytes in any::<[u8; 4]>(), noise in any::<Vec<u8>>()) {
            let mut zip = bundle();
            let at = at.min(zip.len() - 4);
            zip[at..at + 4].copy_from_slice(&bytes);
            _ = configuration(&zip);
            _ = configuration(&noise);
        }
    }
}
