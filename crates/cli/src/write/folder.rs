//! A bundle's folder.

use super::interrupt::Interrupt;
use super::partial::Partial;
use crate::failure::Failure;
use generator::Bundle;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes a bundle; with `force` it replaces another bundle, and nothing else.
pub fn folder(bundle: &Bundle, path: &Path, force: bool) -> Result<(), Failure> {
    write(bundle, path, force, &Interrupt::watch())
}

fn write(bundle: &Bundle, path: &Path, force: bool, interrupt: &Interrupt) -> Result<(), Failure> {
    let is_there = path.symlink_metadata().is_ok();
    let destination = if is_there { replaceable(path, force)? } else { path.to_owned() };
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

/// Where the folder really is, if it may be replaced: empty, or with `force` a bundle in which nothing would be lost for good.
fn replaceable(path: &Path, force: bool) -> Result<PathBuf, Failure> {
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
    if !force {
        return refuse("exists already: choose another name, or replace it with --force.");
    }
    if !real.join("configuration.json").is_file() {
        return refuse("does not look like a bundle, since it has no configuration.json: --force does not replace it.");
    }
    match precious(&real).map_err(read)? {
        Some(found) => {
            let found = found.strip_prefix(&real).unwrap_or(&found).display();
            let says = format!(
                "holds {found}, which would be lost. Write into another folder, and copy what you want from there."
            );
            refuse(&says)
        }
        None => Ok(real),
    }
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
    use super::{Interrupt, write};
    use crate::failure::Failure;
    use generator::{Catalog, Draft};
    use std::fs;

    #[test]
    fn an_interrupt_leaves_nothing() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let bundle = generator::generate(&Catalog::shipped(), &Draft::default()).bundle;
        let result = write(&bundle, &place.path().join("b"), false, &Interrupt::come());
        assert_eq!(result, Err(Failure::Interrupted));
        assert_eq!(fs::read_dir(place.path()).expect("it is there").count(), 0);
    }

    #[test]
    fn an_interrupt_leaves_the_old_bundle() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let bundle = generator::generate(&Catalog::shipped(), &Draft::default()).bundle;
        let path = place.path().join("b");
        write(&bundle, &path, false, &Interrupt::default()).expect("it can be written");
        fs::write(path.join("mine.txt"), "mine").expect("it can be written");
        assert_eq!(write(&bundle, &path, true, &Interrupt::come()), Err(Failure::Interrupted));
        assert!(path.join("mine.txt").exists());
        assert_eq!(write(&bundle, &path, true, &Interrupt::default()), Ok(()));
        assert!(!path.join("mine.txt").exists());
        assert_eq!(fs::read_dir(place.path()).expect("it is there").count(), 1, "nothing partial is left");
    }
}
