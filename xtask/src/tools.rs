//! The tools that the steps need, where each comes from, and how it is installed where that is allowed.

use std::process::{Command, Stdio};

use crate::pinned::{self, Pinned};
use crate::workspace::Workspace;

pub struct Tool {
    pub name: &'static str,
    /// Any of these programs will do.
    programs: &'static [&'static str],
    source: Source,
}

enum Source {
    /// `rustup component add` or `rustup target add`, for the pinned toolchain.
    Rustup {
        kind: &'static str,
        item: &'static str,
    },
    Pinned(&'static Pinned),
    /// The system's packages: `apt-get install`, `brew install`.
    System {
        apt: &'static str,
        brew: &'static str,
    },
    /// Nobody installs it here; the sentence says how to.
    ByHand(&'static str),
}

const fn rustup(name: &'static str, kind: &'static str, item: &'static str) -> Tool {
    Tool { name, programs: &[], source: Source::Rustup { kind, item } }
}

const fn system(name: &'static str, programs: &'static [&'static str], apt: &'static str, brew: &'static str) -> Tool {
    Tool { name, programs, source: Source::System { apt, brew } }
}

pub const RUSTFMT: Tool = rustup("rustfmt", "component", "rustfmt");
pub const CLIPPY: Tool = rustup("clippy", "component", "clippy");
pub const WASM_TARGET: Tool = rustup("Rust for WebAssembly", "target", "wasm32-unknown-unknown");
/// The page is built with a standard library of its own, without the words of panics: so it is a tenth smaller.
pub const RUST_SRC: Tool = rustup("Rust's standard library as source", "component", "rust-src");
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    source: Source::Pinned(&pinned::WASM_BINDGEN),
};
pub const TRUNK: Tool = Tool { name: "trunk", programs: &["trunk"], source: Source::Pinned(&pinned::TRUNK) };
/// Comes from npm: name that before it.
pub const WASM_OPT: Tool =
    Tool { name: "wasm-opt", programs: &["wasm-opt"], source: Source::Pinned(&pinned::BINARYEN) };
pub const CHROMIUM: Tool = system(
    "Chromium",
    &[
        "chromium",
        "google-chrome",
        "chromium-browser",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    "chromium",
    "chromium",
);
pub const CHROMEDRIVER: Tool = system("chromedriver", &["chromedriver"], "chromium-driver", "chromedriver");
pub const NODE: Tool = system("Node.js", &["node"], "nodejs", "node");
pub const NPM: Tool = system("npm", &["npm"], "npm", "node");
pub const SHELLCHECK: Tool = system("shellcheck", &["shellcheck"], "shellcheck", "shellcheck");
pub const BROTLI: Tool = system("brotli", &["brotli"], "brotli", "brotli");
pub const PYTHON: Tool = system("Python 3 with venv", &["python3"], "python3-venv", "python");
pub const VALGRIND: Tool = system("valgrind", &["valgrind"], "valgrind", "valgrind");
/// What Helm and Argo CD fill templates in with.
pub const SPRIG: Tool = system("Go with Sprig", &["go"], SPRIG_PACKAGES, "go");
const SPRIG_PACKAGES: &str = "golang-go golang-github-masterminds-sprig-dev";
const SPRIG_FOLDER: &str = "/usr/share/gocode/src/github.com/Masterminds/sprig";
pub const KUBECTL: Tool = Tool {
    name: "kubectl",
    programs: &["kubectl"],
    source: Source::ByHand("install kubectl from https://kubernetes.io/docs/tasks/tools/"),
};
pub const TERRAFORM: Tool = Tool {
    name: "Terraform",
    programs: &["terraform"],
    source: Source::ByHand("install Terraform 1.11 or newer from https://developer.hashicorp.com/terraform/install"),
};
pub const CHECKOV: Tool =
    Tool { name: "checkov", programs: &["checkov"], source: Source::ByHand("install it with `pipx install checkov`") };

impl Tool {
    pub fn is_present(&self, workspace: &Workspace) -> bool {
        match &self.source {
            Source::Rustup { kind, item } => {
                let installed = output(workspace, "rustup", &[*kind, "list", "--installed"]);
                // Without rustup the system's packages brought Rust: the step itself will tell.
                installed.is_none_or(|list| list.lines().any(|line| line.starts_with(item)))
            }
            Source::Pinned(tool) => tool
                .programs(workspace)
                .is_some_and(|folder| self.programs.iter().all(|program| folder.join(program).is_file())),
            Source::System { apt: "python3-venv", .. } => {
                output(workspace, "python3", &["-c", "import venv, ensurepip"]).is_some()
            }
            Source::System { apt: SPRIG_PACKAGES, .. } => {
                self.program(workspace).is_some() && std::path::Path::new(SPRIG_FOLDER).is_dir()
            }
            Source::System { .. } | Source::ByHand(_) => self.program(workspace).is_some(),
        }
    }

    /// The path of the first of its programs that is there.
    pub fn program(&self, workspace: &Workspace) -> Option<std::path::PathBuf> {
        self.programs.iter().find_map(|program| workspace.find(program))
    }

    /// The commands that install it, to be run one after the other until one succeeds; or the sentence that says
    /// what the reader has to install.
    pub fn installation(&self, workspace: &Workspace) -> Result<Vec<Command>, String> {
        match &self.source {
            Source::Rustup { kind, item } => {
                let mut command = workspace.command("rustup");
                command.args([kind, "add", item]);
                Ok(vec![command])
            }
            Source::Pinned(tool) => tool
                .installation(workspace)
                .ok_or_else(|| format!("Cargo.lock does not name the library that {} belongs to", tool.package)),
            Source::System { apt, brew } => system_installation(workspace, apt, brew).ok_or_else(|| {
                format!(
                    "{} is not installed: install the package {apt} (Debian, Ubuntu) or {brew} (Homebrew)",
                    self.name
                )
            }),
            Source::ByHand(how) => Err(format!("{} is not installed: {how}", self.name)),
        }
    }
}

fn system_installation(workspace: &Workspace, apt: &str, brew: &str) -> Option<Vec<Command>> {
    if workspace.find("apt-get").is_some() {
        let root = output(workspace, "id", &["-u"]).is_some_and(|user| user.trim() == "0");
        if !root && output(workspace, "sudo", &["-n", "true"]).is_none() {
            return None;
        }
        let shell = |script: String| {
            let mut command = workspace.command(if root { "sh" } else { "sudo" });
            command.args(if root { &[][..] } else { &["-n", "sh"] }).args(["-c", &script]);
            command.env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        let install = format!("apt-get install --yes --no-install-recommends {apt}");
        // A bare machine has no package lists yet, and old lists name packages that are gone.
        return Some(vec![shell(install.clone()), shell(format!("apt-get update && {install}"))]);
    }
    workspace.find("brew")?;
    let mut command = workspace.command("brew");
    command.args(["install", brew]);
    Some(vec![command])
}

/// What a command prints, if it succeeds.
fn output(workspace: &Workspace, program: &str, arguments: &[&str]) -> Option<String> {
    let output = workspace.command(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
