//! Where things are: the repository, the cache of installed tools, and the commands that see both.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::pinned;

pub struct Workspace {
    pub root: PathBuf,
    /// Where tools and environments are installed, shared by all clones on this machine.
    pub cache: PathBuf,
    /// Where cargo builds; the steps keep their logs and bundles there too.
    pub target: PathBuf,
}

impl Workspace {
    /// The repository that `cargo xtask` was started in, from whatever folder.
    pub fn open() -> Self {
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("xtask"), PathBuf::from);
        let root = package.parent().unwrap_or(Path::new(".")).to_path_buf();
        let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let cache = folder("XDG_CACHE_HOME")
            .or_else(|| folder("HOME").map(|home| home.join(".cache")))
            .unwrap_or_else(env::temp_dir)
            .join("eks-configurator");
        let target = folder("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
        Workspace { root, cache, target }
    }

    /// A command that runs in the repository's root and finds the installed tools first.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// Where a program is: on the search path of [`Workspace::command`], or at its absolute path.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path()).map(|folder| folder.join(program)).find(|path| path.is_file())
    }

    /// The version of a package in Cargo.lock.
    pub fn locked_version(&self, package: &str) -> Option<String> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock")).ok()?;
        let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
        entry.split('"').next().map(str::to_string)
    }

    fn path(&self) -> OsString {
        let installed = pinned::ALL.iter().filter_map(|tool| tool.programs(self));
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = installed.chain(env::split_paths(&inherited)).collect();
        env::join_paths(folders).unwrap_or(inherited)
    }
}
