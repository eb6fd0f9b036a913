//! Lists the catalog's files for `include_str!`, so that the browser has them without a request.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let catalog =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../catalog").canonicalize()?;
    println!("cargo::rerun-if-changed={}", catalog.display());
    let mut files = vec![];
    walk(&catalog, &mut files)?;
    files.sort();
    let mut list = String::from("static FILES: &[(&str, &str)] = &[\n");
    for file in files {
        let below = file.strip_prefix(&catalog).expect("it was found there").to_string_lossy().replace('\\', "/");
        list += &format!("    ({below:?}, include_str!({:?})),\n", file.display().to_string());
    }
    list += "];\n";
    fs::write(Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("catalog.rs"), list)
}

/// Leaves out what Terraform and editors leave behind.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name == ".terraform" || name.ends_with('~') || name.ends_with(".swp") {
            continue;
        }
        if path.is_dir() { walk(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
