//! Writes the bundle of CONTRIBUTING.md's worked examples into a folder, so that Terraform can be run on it.

#[path = "../tests/contributing/examples.rs"]
mod examples;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).expect("a folder to write to");
    let catalog = examples::catalog();
    for (path, file) in generator::generate(&catalog, &examples::draft(&catalog)).bundle.files {
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder"))?;
        fs::write(path, file.text)?;
    }
    Ok(())
}
