//! The generator and the page know nothing of AWS and name no subsystem: all of that stands in the catalog.

use crate::{Broken, CATALOG};
use std::fs;
use std::path::{Path, PathBuf};

/// What is made for tests only, and the icons, whose own names subsystems may share.
const LEFT_OUT: &[&str] = &["sample.rs", "tests.rs", "diagram/icons.rs"];

#[test]
fn the_code_names_no_subsystem_and_nothing_of_aws() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut broken = Broken::default();
    let mut files = vec![];
    for folder in [here.join("src"), here.join("../reading/src"), here.join("../../src")] {
        sources(&folder, &mut files);
    }
    assert!(files.len() > 100, "{} files were found", files.len());
    for path in files {
        let text = fs::read_to_string(&path).expect("it can be read");
        for (number, line) in shipped(&text) {
            for says in named(line) {
                broken.0.push(format!("{}:{number}: {says}", path.strip_prefix(here).unwrap_or(&path).display()));
            }
        }
    }
    broken.none();
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") && !LEFT_OUT.iter().any(|name| path.ends_with(name)) {
            files.push(path);
        }
    }
}

/// The lines up to the tests, without comments; counted from 1.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_end = |pair: &[&str]| pair[0].trim() == "#[cfg(test)]" && pair[1].trim_start().starts_with("mod tests {");
    let end = lines.windows(2).position(is_end).unwrap_or(lines.len());
    let lines = lines.into_iter().take(end).enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// What a line names that it must not.
fn named(line: &str) -> Vec<String> {
    let components = CATALOG.components.iter().map(|component| &component.id);
    let ids = components.chain(CATALOG.subsystems.iter().map(|subsystem| &subsystem.id));
    let mut found: Vec<String> = vec![];
    found.extend(ids.filter(|id| line.contains(&format!("\"{id}\""))).map(|id| format!("it names \"{id}\"")));
    if line.contains("aws_") {
        found.push("it names `aws_`".to_owned());
    }
    let words = line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    found.extend(words.filter(|word| is_region(word)).map(|word| format!("it names the region {word}")));
    found
}

/// `eu-central-1`, `us-gov-west-1`, `ap-southeast-2`.
fn is_region(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let [area, .., direction, number] = parts.as_slice() else { return false };
    let directions = ["north", "south", "east", "west", "central"];
    area.len() == 2
        && directions.iter().any(|known| direction.starts_with(known))
        && number.len() == 1
        && number.bytes().all(|digit| digit.is_ascii_digit())
}

#[test]
fn what_is_named_is_found() {
    let id = &CATALOG.components[0].id;
    assert_eq!(named(&format!("let id = \"{id}\";")).len(), 1);
    assert_eq!(named("let address = \"aws_vpc.this\";").len(), 1);
    assert_eq!(named("\"prices in us-east-1, us-gov-west-1 or ap-southeast-2.\"").len(), 3);
    assert_eq!(named("let plain = \"x-1\"; // a-b-1"), Vec::<String>::new());
}
