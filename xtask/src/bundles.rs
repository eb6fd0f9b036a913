//! Generates bundles with the command line and runs real Terraform on their root modules.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::steps::{Job, Stop};
use crate::workspace::Workspace;

/// One bundle to try: what `eks-configurator generate` is told.
pub struct Selection {
    pub name: String,
    pub arguments: Vec<String>,
}

impl Selection {
    pub fn new(name: impl Into<String>, arguments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Selection { name: name.into(), arguments: arguments.into_iter().map(Into::into).collect() }
    }
}

impl Selection {
    /// A preset as it is: all that is in it is in a larger selection as well.
    fn is_preset(&self) -> bool {
        matches!(self.arguments.as_slice(), [preset, _] if preset == "--preset")
    }
}

/// How far Terraform goes with a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Presets are validated; their tests run in the selections that hold more.
    Quick,
    Whole,
}

/// The selections with a name, of `verify/selections.txt`: `name: arguments`, separated by blanks.
pub fn named(workspace: &Workspace) -> Result<Vec<Selection>, Stop> {
    Ok(read(&fs::read_to_string(workspace.root.join("verify/selections.txt"))?))
}

fn read(text: &str) -> Vec<Selection> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs.map(|(name, arguments)| Selection::new(name.trim(), arguments.split_whitespace())).collect()
}

/// Builds the command line and returns where it is.
pub fn command_line(job: &Job) -> Result<PathBuf, Stop> {
    job.run(job.workspace.command("cargo").args(["build", "--package", "eks-configurator"]))?;
    Ok(job.workspace.target.join("debug/eks-configurator"))
}

/// Generates a bundle into a folder of its own, named after the selection.
pub fn generate(job: &Job, command_line: &Path, selection: &Selection) -> Result<PathBuf, Stop> {
    let folder = job.workspace.target.join("xtask/bundles").join(&selection.name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.parent().unwrap_or(Path::new(".")))?;
    let mut generate = job.workspace.command(command_line);
    job.run(generate.arg("generate").args(&selection.arguments).arg("--out").arg(&folder))?;
    Ok(folder)
}

/// The root modules of a bundle: its folders that hold Terraform, in the order of their names.
pub fn roots(bundle: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut roots = Vec::new();
    for entry in fs::read_dir(bundle)? {
        let folder = entry?.path();
        let is_root = folder.is_dir()
            && fs::read_dir(&folder)?.flatten().any(|file| file.path().extension().is_some_and(|e| e == "tf"));
        if is_root {
            roots.push(folder);
        }
    }
    roots.sort();
    Ok(roots)
}

/// The script that runs Terraform against simulated providers.
pub fn verify(workspace: &Workspace) -> Command {
    workspace.command(workspace.root.join("verify/verify"))
}

/// Generates each bundle and runs fmt, init, validate and test in each of its root modules, two at a time.
pub fn check_all(job: &Job, selections: &[Selection], depth: Depth) -> Result<(), Stop> {
    job.run(verify(job.workspace).arg("setup"))?;
    let command_line = command_line(job)?;
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let work = |worker: usize| {
        // Terraform's messages of two bundles must not mix.
        let job = Job { workspace: job.workspace, log: job.log.with_extension(format!("{worker}.log")) };
        let _ = fs::remove_file(&job.log);
        while let Some(selection) = selections.get(next.fetch_add(1, Ordering::Relaxed)) {
            let begin = Instant::now();
            let (word, says) = match check(&job, &command_line, selection, depth) {
                Ok(()) => ("ok", String::new()),
                Err(Stop::Failed(says) | Stop::Skipped(says)) => ("FAILED", says),
            };
            job.note(&format!("{word:<8}{:<44}{:>6.1} s", selection.name, begin.elapsed().as_secs_f64()));
            if word != "ok" {
                let says = format!("{}: {says} (see {})", selection.name, job.log.display());
                failures.lock().unwrap_or_else(|poison| poison.into_inner()).push(says);
            }
        }
    };
    std::thread::scope(|scope| {
        [1, 2].map(|worker| scope.spawn(move || work(worker))).into_iter().for_each(|thread| drop(thread.join()))
    });
    let failures = failures.into_inner().unwrap_or_else(|poison| poison.into_inner());
    if failures.is_empty() { Ok(()) } else { Err(Stop::Failed(failures.join("\n          "))) }
}

fn check(job: &Job, command_line: &Path, selection: &Selection, depth: Depth) -> Result<(), Stop> {
    let bundle = generate(job, command_line, selection)?;
    let roots = roots(&bundle)?;
    if roots.is_empty() {
        return Err(Stop::Failed("the bundle has no root module".to_string()));
    }
    let far = if depth == Depth::Quick && selection.is_preset() { "validate" } else { "test" };
    roots.iter().try_for_each(|root| job.run(verify(job.workspace).arg(far).arg(root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_a_name_and_its_arguments() {
        let selections = read("# comment: no selection\n\nsmall: --preset minimal --set a=[\"b\"]\n");
        assert_eq!(selections.len(), 1);
        assert_eq!(selections[0].name, "small");
        assert_eq!(selections[0].arguments, ["--preset", "minimal", "--set", "a=[\"b\"]"]);
    }
}
