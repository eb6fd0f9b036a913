//! `cargo xtask build`: the page for release in `dist/`, and whether it is small enough.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::lighter;
use crate::offline;
use crate::steps::{self, Job, Step, Stop};
use crate::styles;
use crate::tools::{BROTLI, NODE, NPM, RUST_SRC, TRUNK, WASM_BINDGEN, WASM_OPT, WASM_TARGET};
use crate::workspace::Workspace;

pub const STEPS: &[Step] = &[PAGE, SIZES];

pub const PAGE: Step = Step {
    name: "page",
    about: "build the page for release into dist/",
    needs: &[WASM_TARGET, RUST_SRC, WASM_BINDGEN, TRUNK, NODE, NPM, WASM_OPT],
    remedy: "Mend the first error above; `cargo xtask serve` shows it again on every change.",
    run: page,
};

pub const SIZES: Step = Step {
    name: "sizes",
    about: "measure dist/ against the budget",
    needs: &[],
    remedy: "See what grew (`twiggy top`, or a dependency's default features), or raise BUDGET with the reason in the commit.",
    run: sizes,
};

/// What a visitor downloads at most, gzipped, without the catalog's index. 1 KB = 1000 bytes. The goal is 360: links, drafts,
/// imports, keyed pictures, documents and searches made the page heavier, and this keeps it from growing further until it is there.
const BUDGET: usize = 407_000;

/// Trunk as the project wants it: no look for newer versions, and no trouble with a `NO_COLOR=1` that it cannot read.
pub fn trunk(workspace: &Workspace) -> Command {
    let mut command = workspace.command("trunk");
    command.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR");
    command
}

fn page(job: &Job) -> Result<(), Stop> {
    let root = job.workspace.root.display();
    // Without them the page would carry the folders of the machine that built it.
    let mut flags = format!("--remap-path-prefix={root}=.");
    if let Some(registry) = registry() {
        flags += &format!(" --remap-path-prefix={}=registry", registry.display());
    }
    // A panic stops the page at once, and public/boot.js tells of it: so nothing is said about panics in the program, nor in
    // the standard library, which is compiled anew for that. Stable compilers do so only when told to; ours is pinned.
    flags += " -Zunstable-options -Cpanic=immediate-abort";
    job.run(
        trunk(job.workspace)
            .args(["build", "--release"])
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags),
    )?;
    let dist = job.workspace.root.join("dist");
    styles::join(&dist)?;
    lighter::lighten(job, &dist)?;
    offline::list(&dist)
}

fn registry() -> Option<PathBuf> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))?;
    Some(cargo.join("registry/src"))
}

#[derive(Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: Option<usize>,
}

fn sizes(job: &Job) -> Result<(), Stop> {
    // Brotli is for information: GitHub Pages serves gzip.
    let has_brotli = steps::bring(job.workspace, &[BROTLI]).is_ok();
    let mut total = Size { brotli: has_brotli.then_some(0), ..Size::default() };
    for path in files(&job.workspace.root.join("dist"))? {
        let size = measure(job.workspace, &path, has_brotli)?;
        let name = path.strip_prefix(&job.workspace.root).unwrap_or(&path).display().to_string();
        job.note(&row(&name, &size));
        total.raw += size.raw;
        total.gzip += size.gzip;
        total.brotli = total.brotli.zip(size.brotli).map(|(sum, size)| sum + size);
    }
    job.note(&row("total", &total));
    let catalog = measure(job.workspace, &index(job.workspace)?, false)?.gzip;
    let without = total.gzip.saturating_sub(catalog);
    job.note(&format!(
        "The catalog's index is about {} of it, gzipped; without it the page is {}. The budget is {}.",
        kilobytes(catalog),
        kilobytes(without),
        kilobytes(BUDGET)
    ));
    if without > BUDGET {
        return Err(Stop::Failed(format!("the page is {} too large", kilobytes(without - BUDGET))));
    }
    Ok(())
}

fn row(name: &str, size: &Size) -> String {
    let brotli = size.brotli.map_or("not measured".to_string(), kilobytes);
    format!("{name:<52} raw {:>9}  gzip {:>9}  brotli {brotli:>9}", kilobytes(size.raw), kilobytes(size.gzip))
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

fn measure(workspace: &Workspace, path: &Path, with_brotli: bool) -> Result<Size, Stop> {
    let packed = |program: &str, arguments: &[&str]| -> Result<usize, Stop> {
        let output = workspace.command(program).args(arguments).arg(path).stdin(Stdio::null()).output()?;
        Ok(output.stdout.len())
    };
    Ok(Size {
        raw: fs::read(path)?.len(),
        gzip: packed("gzip", &["-9", "-n", "-c"])?,
        brotli: if with_brotli { Some(packed("brotli", &["-q", "11", "-c"])?) } else { None },
    })
}

/// The catalog's index as it was made for the page last. The WebAssembly embeds it, so its own gzipped size is about its share.
fn index(workspace: &Workspace) -> Result<PathBuf, Stop> {
    let builds = workspace.target.join("wasm32-unknown-unknown/release/build");
    let mut found: Vec<PathBuf> = files(&builds)?;
    found.retain(|path| path.ends_with("out/catalog.index"));
    let newest = found.into_iter().max_by_key(|path| fs::metadata(path).and_then(|of| of.modified()).ok());
    newest.ok_or_else(|| Stop::Failed(format!("{}: there is no catalog.index; build the page first", builds.display())))
}

/// All files below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| Stop::Failed(format!("{}: {error}", folder.display())))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
