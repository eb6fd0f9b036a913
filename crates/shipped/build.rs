//! Parses `catalog/` and writes its index. What is wrong with the catalog fails the build, with file, line and column.

use generator::Catalog;
use generator::evaluate::FAMILIES;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let catalog =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../catalog").canonicalize()?;
    println!("cargo::rerun-if-changed={}", catalog.display());
    let mut files = BTreeMap::new();
    read(&catalog, "", &mut files)?;
    let catalog = Catalog::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    for problem in &catalog.problems {
        println!("cargo::error=catalog/{problem}");
    }
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("functions.rs"), functions(&files))?;
    fs::write(out.join("catalog.index"), catalog.to_index())
}

/// An array of the functions that the catalog's Terraform, manifests and templates call. They are `terraform fmt`-clean: no blank
/// is before the parenthesis.
fn functions(files: &BTreeMap<String, String>) -> String {
    let mut array = String::new();
    let is_evaluated = |path: &str| [".tf", ".hcl", ".tftpl"].iter().any(|end| path.ends_with(end));
    let texts = files.iter().filter(|(path, _)| is_evaluated(path)).map(|(_, text)| text);
    for (at, family) in FAMILIES.iter().enumerate() {
        for (place, function) in family.iter().enumerate() {
            let call = format!("{}(", function.name);
            let is_called = |text: &String| {
                text.match_indices(&call)
                    .any(|(at, _)| !text[..at].ends_with(|c: char| c == '_' || c.is_alphanumeric()))
            };
            if texts.clone().any(is_called) {
                array += &format!("FAMILIES[{at}][{place}], ");
            }
        }
    }
    format!("[{array}]")
}

/// Texts by their path below the catalog's folder, without what Terraform and editors leave behind.
fn read(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name == ".terraform" || name.ends_with('~') || name.ends_with(".swp") {
            continue;
        }
        if path.is_dir() {
            read(&path, &format!("{below}{name}/"), files)?;
        } else {
            files.insert(format!("{below}{name}"), fs::read_to_string(&path)?);
        }
    }
    Ok(())
}
