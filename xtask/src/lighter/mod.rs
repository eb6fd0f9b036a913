//! Makes what Trunk built lighter: without what nobody uses, with short names, and in an order that compresses well.

mod glue;
mod module;
mod order;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::build::files;
use crate::steps::{Job, Stop};

/// Smallest code. A function with one caller stays one: in large functions locals have long numbers.
const OPTIMISE: &[&str] =
    &["-Oz", "--one-caller-inline-max-function-size=0", "--low-memory-unused", "--skip-pass=local-cse"];

/// Rewrites the program and its JavaScript in the folder, which get new names as they have another content.
pub fn lighten(job: &Job, dist: &Path) -> Result<(), Stop> {
    let wasm_path = files(dist)?.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "wasm"));
    let wasm_path = wasm_path.ok_or("dist/ holds no WebAssembly".to_string())?;
    let old = wasm_path.file_stem().unwrap_or_default().to_string_lossy().trim_end_matches("_bg").to_string();
    let js_path = dist.join(format!("{old}.js"));

    let js = glue::without_classes(&fs::read_to_string(&js_path)?)?;
    let used = module::with_exports(&fs::read(&wasm_path)?, &glue::identifiers(&js))?;
    fs::write(&wasm_path, used)?;
    job.run(job.workspace.command("wasm-opt").args(OPTIMISE).arg(&wasm_path).arg("-o").arg(&wasm_path))?;

    let wasm = fs::read(&wasm_path)?;
    let names = module::short_names(&wasm)?;
    let js = glue::narrow(&glue::renamed(&glue::with_imports(&js, &names), &names));
    let wasm = module::renamed(&order::reordered(&wasm)?, &names)?;

    let mut hasher = DefaultHasher::new();
    (&js, &wasm).hash(&mut hasher);
    let (package, _) = old.rsplit_once('-').unwrap_or((&old, ""));
    let new = format!("{package}-{:016x}", hasher.finish());
    for path in [&js_path, &wasm_path] {
        fs::remove_file(path)?;
    }
    fs::write(dist.join(format!("{new}.js")), js)?;
    fs::write(dist.join(format!("{new}_bg.wasm")), wasm)?;
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page)?;
    Ok(fs::write(page, html.replace(&old, &new))?)
}
