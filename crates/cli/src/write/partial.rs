//! What is not there yet: a hidden file or folder beside its destination, removed unless it was finished.

use crate::failure::Failure;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is at its path is removed when it is dropped, unless it was renamed or kept.
#[derive(Debug)]
pub struct Partial {
    pub path: PathBuf,
}

impl Partial {
    /// Makes one beside `destination` with `make`, which must fail if there is something already.
    pub fn beside<T>(destination: &Path, make: impl Fn(&Path) -> io::Result<T>) -> Result<(Partial, T), Failure> {
        let name = destination.file_name().unwrap_or_default().to_string_lossy();
        let process = std::process::id();
        for attempt in 0..100 {
            let path = destination.with_file_name(format!(".{name}.{process}-{attempt}.partial"));
            match make(&path) {
                Ok(made) => return Ok((Partial { path }, made)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    let says = format!(
                        "Cannot write {}: the folder that it is to be in does not exist.",
                        destination.display()
                    );
                    return Err(Failure::Failed(says));
                }
                Err(error) => return Err(Failure::file("write", destination.display(), &error)),
            }
        }
        Err(Failure::Failed(format!("Cannot write {}: too many .partial files are beside it.", destination.display())))
    }

    /// A name beside `destination` that nothing has.
    pub fn name(destination: &Path) -> Result<Partial, Failure> {
        let (partial, ()) = Partial::beside(destination, |path| match path.symlink_metadata() {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => Ok(()),
        })?;
        Ok(partial)
    }

    /// Leaves it where it is.
    pub fn keep(mut self) -> PathBuf {
        std::mem::take(&mut self.path)
    }

    /// Gives it its final name.
    pub fn rename(&self, destination: &Path) -> Result<(), Failure> {
        fs::rename(&self.path, destination).map_err(|error| Failure::file("write", destination.display(), &error))
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if self.path.is_dir() {
            _ = fs::remove_dir_all(&self.path);
        } else {
            _ = fs::remove_file(&self.path);
        }
    }
}
