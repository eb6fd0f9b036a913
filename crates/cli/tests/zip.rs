//! The zip, read by somebody else's reader.

mod common;

use common::{Place, files};
use std::io::{Cursor, Read};

#[test]
fn the_zip_holds_what_the_folder_holds() {
    let place = Place::new();
    place.line("generate --set cluster_name=harbor --out harbor").check(0, "");
    let mut zip =
        zip::ZipArchive::new(Cursor::new(place.line("generate --set cluster_name=harbor --zip -").bytes)).unwrap();
    let mut found = vec![];
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes).unwrap();
        let is_script = bytes.starts_with(b"#!");
        assert_eq!(entry.unix_mode(), Some(if is_script { 0o100_755 } else { 0o100_644 }), "{}", entry.name());
        let date = entry.last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day(), date.hour()), (1980, 1, 1, 0));
        found.push((entry.name().to_owned(), bytes));
    }
    assert!(found.is_sorted_by(|(one, _), (other, _)| one < other), "entries are sorted");
    let name = found[0].0.split('/').next().unwrap().to_owned();
    assert!(name.starts_with("harbor"), "{name}");
    for (path, _) in &mut found {
        *path = path.strip_prefix(&format!("{name}/")).unwrap().to_owned();
    }
    found.sort();
    assert_eq!(found, files(&place.path("harbor")));
}

#[test]
fn unzip_lists_the_same_files() {
    let place = Place::new();
    place.line("generate --out b").check(0, "");
    place.line("generate --zip b.zip").check(0, "");
    let Ok(listing) = std::process::Command::new("unzip").arg("-Z1").arg(place.path("b.zip")).output() else { return };
    let listing = String::from_utf8(listing.stdout).unwrap();
    let mut listed: Vec<&str> =
        listing.lines().filter_map(|line| line.split_once('/')).map(|(_, below)| below).collect();
    listed.sort_unstable();
    let written = files(&place.path("b"));
    assert_eq!(listed, written.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>());
}
