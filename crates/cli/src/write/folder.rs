//! A bundle's folder.

use super::interrupt::Interrupt;
use super::partial::Partial;
use crate::failure::Failure;
use generator::{Bundle, Catalog};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const CONFIGURATION: &str = "configuration.json";

/// What becomes of a bundle that is already there; of anything else nothing.
#[derive(Clone, Copy)]
pub enum Existing<'a> {
    Refuse,
    /// It is replaced if its files are those that this catalog makes of its configuration.
    ReplaceUnchanged(&'a Catalog),
    Replace,
}

/// Writes a bundle.
pub fn folder(bundle: &Bundle, path: &Path, existing: Existing) -> Result<(), Failure> {
    write(bundle, path, existing, &Interrupt::watch())
}

fn write(bundle: &Bundle, path: &Path, existing: Existing, interrupt: &Interrupt) -> Result<(), Failure> {
    let is_there = path.symlink_metadata().is_ok();
    let destination = if is_there { replaceable(path, existing)? } else { path.to_owned() };
    if destination.file_name().is_none() {
        return Err(Failure::Usage(format!("{} names no folder.", path.display())));
    }
    let (partial, ()) = Partial::beside(&destination, |path| fs::create_dir(path))?;
    fill(bundle, &partial.path, interrupt)?;
    if !is_there {
        return partial.rename(&destination);
    }
    let old = Partial::name(&destination)?;
    let failed = |error: io::Error| Failure::file("replace", destination.display(), &error);
    fs::rename(&destination, &old.path).map_err(failed)?;
    let Err(error) = fs::rename(&partial.path, &destination) else { return Ok(()) };
    if fs::rename(&old.path, &destination).is_err() {
        let kept = old.keep();
        return Err(Failure::Failed(format!(
            "Cannot replace {}: {error}. What it held is in {}.",
            path.display(),
            kept.display()
        )));
    }
    Err(failed(error))
}

fn fill(bundle: &Bundle, folder: &Path, interrupt: &Interrupt) -> Result<(), Failure> {
    for (below, file) in &bundle.files {
        if interrupt.has_come() {
            return Err(Failure::Interrupted);
        }
        let path = folder.join(below);
        let parent = path.parent().unwrap_or(folder);
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, &file.text));
        let written = if file.is_executable() { written.and_then(|()| make_executable(&path)) } else { written };
        written.map_err(|error| Failure::file("write", below, &error))?;
    }
    Ok(())
}

#[cfg(unix)]
fn make_executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

/// Elsewhere a file's mode does not say whether it can be run.
#[cfg(not(unix))]
fn make_executable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Where the folder really is, if it may be replaced: it is empty, or a bundle without state, repository and, unless they are to
/// be discarded, changes.
fn replaceable(path: &Path, existing: Existing) -> Result<PathBuf, Failure> {
    let name = path.display();
    let refuse = |why: &str| Err(Failure::Failed(format!("{name} {why}")));
    let read = |error: io::Error| Failure::file("read", path.display(), &error);
    if !path.is_dir() {
        return refuse("exists already and is not a folder: choose another name.");
    }
    let real = path.canonicalize().map_err(read)?;
    if std::env::current_dir().is_ok_and(|here| here.starts_with(&real)) {
        return refuse("is the folder that you are in: go elsewhere first, since it would be replaced.");
    }
    if real.read_dir().map_err(read)?.next().is_none() {
        return Ok(real);
    }
    if matches!(existing, Existing::Refuse) {
        return refuse("exists already: choose another name, or replace it with --force.");
    }
    if !real.join(CONFIGURATION).is_file() {
        return refuse("does not look like a bundle, since it has no configuration.json: --force does not replace it.");
    }
    if let Some(found) = precious(&real).map_err(read)? {
        let found = found.strip_prefix(&real).unwrap_or(&found).display();
        let says = format!(
            "holds {found}, which would be lost. Write into another folder, and copy what you want from there."
        );
        return refuse(&says);
    }
    if let Existing::ReplaceUnchanged(catalog) = existing
        && let Some(changed) = changed(&real, catalog).map_err(read)?
    {
        let says = format!(
            "holds {changed}, which is not as its configuration.json makes it: it was changed, or another version made it. \
             --discard-changes replaces it all the same."
        );
        return refuse(&says);
    }
    Ok(real)
}

/// The first file of a bundle that is not what its own configuration gives.
fn changed(folder: &Path, catalog: &Catalog) -> io::Result<Option<String>> {
    let text = fs::read_to_string(folder.join(CONFIGURATION)).unwrap_or_default();
    let Ok((draft, _)) = generator::draft::parse(&text) else { return Ok(Some(CONFIGURATION.to_owned())) };
    let made = generator::generate(catalog, &draft).bundle.files;
    for path in files(folder)? {
        let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let is_made = match made.get(&below) {
            Some(file) => fs::read(&path)? == file.text.as_bytes(),
            None => false,
        };
        if !is_made {
            return Ok(Some(below));
        }
    }
    Ok(None)
}

/// All files in order, without what `terraform init` makes anew.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut todo) = (vec![], vec![folder.to_owned()]);
    while let Some(folder) = todo.pop() {
        for entry in folder.read_dir()? {
            let entry = entry?;
            if !entry.file_type()?.is_dir() {
                files.push(entry.path());
            } else if entry.file_name() != ".terraform" {
                todo.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Terraform's state or a repository: no bundle brings them back.
fn precious(folder: &Path) -> io::Result<Option<PathBuf>> {
    let mut todo = vec![folder.to_owned()];
    while let Some(folder) = todo.pop() {
        for entry in folder.read_dir()? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name == ".git" || name.contains(".tfstate") {
                return Ok(Some(entry.path()));
            }
            // `terraform init` makes it anew, and keeps no state in it but where the state is.
            if entry.file_type()?.is_dir() && name != ".terraform" {
                todo.push(entry.path());
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::{Existing, Interrupt, write};
    use crate::failure::Failure;
    use generator::Draft;
    use std::fs;

    #[test]
    fn an_interrupt_leaves_nothing() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let bundle = generator::generate(&shipped::catalog(), &Draft::default()).bundle;
        let result = write(&bundle, &place.path().join("b"), Existing::Refuse, &Interrupt::come());
        assert_eq!(result, Err(Failure::Interrupted));
        assert_eq!(fs::read_dir(place.path()).expect("it is there").count(), 0);
    }

    #[test]
    fn an_interrupt_leaves_the_old_bundle() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let bundle = generator::generate(&shipped::catalog(), &Draft::default()).bundle;
        let path = place.path().join("b");
        write(&bundle, &path, Existing::Refuse, &Interrupt::default()).expect("it can be written");
        fs::write(path.join("mine.txt"), "mine").expect("it can be written");
        assert_eq!(write(&bundle, &path, Existing::Replace, &Interrupt::come()), Err(Failure::Interrupted));
        assert!(path.join("mine.txt").exists());
        assert_eq!(write(&bundle, &path, Existing::Replace, &Interrupt::default()), Ok(()));
        assert!(!path.join("mine.txt").exists());
        assert_eq!(fs::read_dir(place.path()).expect("it is there").count(), 1, "nothing partial is left");
    }
}
