//! One file.

use super::interrupt::Interrupt;
use super::partial::Partial;
use crate::failure::Failure;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

/// A zip; with `force` it replaces another zip, and nothing else.
pub fn zip(bytes: &[u8], path: &Path, force: bool) -> Result<(), Failure> {
    let is_zip = |start: &[u8]| start.is_empty() || start.starts_with(b"PK");
    write(bytes, path, force, ("a zip", is_zip), &Interrupt::watch())
}

/// A text; with `force` it replaces another file.
pub fn text(text: &str, path: &Path, force: bool) -> Result<(), Failure> {
    write(text.as_bytes(), path, force, ("a file", |_: &[u8]| true), &Interrupt::watch())
}

/// `kind` is what may be replaced, and how one knows it by its first four bytes.
fn write(
    bytes: &[u8],
    path: &Path,
    force: bool,
    (kind, is_of_kind): (&str, impl Fn(&[u8]) -> bool),
    interrupt: &Interrupt,
) -> Result<(), Failure> {
    let name = path.display();
    if path.file_name().is_none() {
        return Err(Failure::Usage(format!("{name} names no file.")));
    }
    if let Ok(existing) = fs::symlink_metadata(path) {
        if !force {
            return Err(Failure::Failed(format!(
                "{name} exists already: choose another name, or replace it with --force."
            )));
        }
        let mut start = vec![];
        let is_file =
            existing.is_file() && File::open(path).and_then(|file| file.take(4).read_to_end(&mut start)).is_ok();
        if !is_file || !is_of_kind(&start) {
            return Err(Failure::Failed(format!("{name} is not {kind}: --force does not replace it.")));
        }
    }
    let (partial, mut file) = Partial::beside(path, |path| File::create_new(path))?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(|error| Failure::file("write", name, &error))?;
    drop(file);
    if interrupt.has_come() {
        return Err(Failure::Interrupted);
    }
    partial.rename(path)
}

#[cfg(test)]
mod tests {
    use super::{Interrupt, write};
    use crate::failure::Failure;
    use std::fs;

    #[test]
    fn an_interrupt_leaves_what_was_there() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let path = place.path().join("a.svg");
        fs::write(&path, "old").expect("it can be written");
        let result = write(b"new", &path, true, ("a file", |_: &[u8]| true), &Interrupt::come());
        assert_eq!(result, Err(Failure::Interrupted));
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "old");
        assert_eq!(fs::read_dir(place.path()).expect("it is there").count(), 1);
    }
}
