//! Tools in a pinned version, installed into the cache from their registry.

use std::path::PathBuf;
use std::process::Command;

use crate::workspace::Workspace;

pub struct Pinned {
    pub package: &'static str,
    version: Version,
    registry: Registry,
}

enum Version {
    Exactly(&'static str),
    /// As this library in Cargo.lock, which must equal the tool to the last digit.
    OfLibrary(&'static str),
}

enum Registry {
    Cargo,
    Npm,
}

pub static WASM_BINDGEN: Pinned =
    Pinned { package: "wasm-bindgen-cli", version: Version::OfLibrary("wasm-bindgen"), registry: Registry::Cargo };
pub static TRUNK: Pinned = Pinned { package: "trunk", version: Version::Exactly("0.21.14"), registry: Registry::Cargo };
/// Not the system's package: binaryen 108, of Debian 12 and Ubuntu 24.04, writes the export of the second table wrongly, and
/// the page does not start.
pub static BINARYEN: Pinned =
    Pinned { package: "binaryen", version: Version::Exactly("132.0.0"), registry: Registry::Npm };

pub static ALL: [&Pinned; 3] = [&WASM_BINDGEN, &TRUNK, &BINARYEN];

impl Pinned {
    /// The folder of its programs; none if Cargo.lock does not name its library.
    pub fn programs(&self, workspace: &Workspace) -> Option<PathBuf> {
        let below = match self.registry {
            Registry::Cargo => "bin",
            Registry::Npm => "node_modules/.bin",
        };
        Some(self.folder(workspace)?.join(below))
    }

    /// The commands that install it, to be run one after the other until one succeeds.
    pub fn installation(&self, workspace: &Workspace) -> Option<Vec<Command>> {
        let (version, folder) = (self.version(workspace)?, self.folder(workspace)?);
        if let Registry::Npm = self.registry {
            let mut command = workspace.command("npm");
            command.args(["install", "--ignore-scripts", "--prefix"]).arg(folder);
            command.arg(format!("{}@{version}", self.package));
            return Some(vec![command]);
        }
        let install = |locked: &[&str]| {
            let mut command = workspace.command("cargo");
            command.args(["install", self.package, "--version", &format!("={version}")]).args(locked);
            // Unoptimised it builds in a third of the time, and it runs for seconds at most.
            command.args(["--profile", "dev"]).env("CARGO_PROFILE_DEV_DEBUG", "0");
            // What an interrupted or failed attempt has built is not lost.
            command.arg("--root").arg(&folder).env("CARGO_TARGET_DIR", workspace.cache.join("build"));
            command
        };
        // A mirror of the registry may lack one of the locked dependencies; then newer ones have to do.
        Some(vec![install(&["--locked"]), install(&[])])
    }

    fn version(&self, workspace: &Workspace) -> Option<String> {
        match self.version {
            Version::Exactly(version) => Some(version.to_string()),
            Version::OfLibrary(library) => workspace.locked_version(library),
        }
    }

    fn folder(&self, workspace: &Workspace) -> Option<PathBuf> {
        Some(workspace.cache.join("tools").join(format!("{}-{}", self.package, self.version(workspace)?)))
    }
}
