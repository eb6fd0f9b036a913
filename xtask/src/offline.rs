//! Tells the service worker which files the page is made of, so that it can keep them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::build::files;
use crate::steps::Stop;

const WORKER: &str = "sw.js";
const FILES: &str = "const FILES = [];";
const BUILD: &str = "const BUILD = \"\";";

/// Rewrites the worker in the folder. Another byte anywhere is another build, which browsers then fetch.
pub fn list(dist: &Path) -> Result<(), Stop> {
    let mut names = Vec::new();
    let mut hasher = DefaultHasher::new();
    for path in files(dist)? {
        fs::read(&path)?.hash(&mut hasher);
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string().replace('\\', "/");
        match name.as_str() {
            WORKER => {}
            "index.html" => names.push("./".to_string()),
            _ => names.push(name),
        }
    }
    let worker = dist.join(WORKER);
    let text = told(&fs::read_to_string(&worker)?, &names, hasher.finish())?;
    Ok(fs::write(worker, text)?)
}

fn told(worker: &str, names: &[String], build: u64) -> Result<String, Stop> {
    if !worker.contains(FILES) || !worker.contains(BUILD) {
        return Err(Stop::Failed(format!("public/{WORKER} has to hold `{FILES}` and `{BUILD}`")));
    }
    let files = format!("const FILES = {names:?};");
    Ok(worker.replace(FILES, &files).replace(BUILD, &format!("const BUILD = \"{build:016x}\";")))
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn the_worker_is_told_the_files_and_the_build() {
        let worker = include_str!("../../public/sw.js");
        let text = told(worker, &["./".to_string(), "boot.js".to_string()], 7).unwrap_or_else(|_| String::new());
        assert!(text.contains("const FILES = [\"./\", \"boot.js\"];\nconst BUILD = \"0000000000000007\";"));
        assert!(told("const FILES = [1];", &[], 7).is_err());
    }
}
