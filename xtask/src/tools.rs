//! The tools that the steps need, where each comes from, and how it is installed where that is allowed.

use std::process::{Command, Stdio};

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
    Cargo(&'static CargoTool),
    /// The system's packages: `apt-get install`, `brew install`.
    System {
        apt: &'static str,
        brew: &'static str,
    },
    /// Nobody installs it here; the sentence says how to.
    ByHand(&'static str),
}

/// A tool that `cargo install` builds into the cache, in a pinned version.
pub struct CargoTool {
    pub package: &'static str,
    pinned: Pin,
}

enum Pin {
    Exactly(&'static str),
    /// The command line must equal the library, to the last digit.
    AsLocked(&'static str),
}

static WASM_BINDGEN_CLI: CargoTool = CargoTool { package: "wasm-bindgen-cli", pinned: Pin::AsLocked("wasm-bindgen") };
static TRUNK_CLI: CargoTool = CargoTool { package: "trunk", pinned: Pin::Exactly("0.21.14") };
pub static CARGO_TOOLS: &[&CargoTool] = &[&WASM_BINDGEN_CLI, &TRUNK_CLI];

const fn rustup(name: &'static str, kind: &'static str, item: &'static str) -> Tool {
    Tool { name, programs: &[], source: Source::Rustup { kind, item } }
}

const fn system(name: &'static str, programs: &'static [&'static str], apt: &'static str, brew: &'static str) -> Tool {
    Tool { name, programs, source: Source::System { apt, brew } }
}

pub const RUSTFMT: Tool = rustup("rustfmt", "component", "rustfmt");
pub const CLIPPY: Tool = rustup("clippy", "component", "clippy");
pub const WASM_TARGET: Tool = rustup("Rust for WebAssembly", "target", "wasm32-unknown-unknown");
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    source: Source::Cargo(&WASM_BINDGEN_CLI),
};
pub const TRUNK: Tool = Tool { name: "trunk", programs: &["trunk"], source: Source::Cargo(&TRUNK_CLI) };
pub const WASM_OPT: Tool = system("wasm-opt", &["wasm-opt"], "binaryen", "binaryen");
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
            Source::Cargo(tool) => tool.version(workspace).is_some_and(|version| {
                let programs = workspace.tool_folder(tool.package, &version).join("bin");
                self.programs.iter().all(|program| programs.join(program).is_file())
            }),
            Source::System { apt: "python3-venv", .. } => {
                output(workspace, "python3", &["-c", "import venv, ensurepip"]).is_some()
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
            Source::Cargo(tool) => tool.installation(workspace),
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

impl CargoTool {
    pub fn version(&self, workspace: &Workspace) -> Option<String> {
        match self.pinned {
            Pin::Exactly(version) => Some(version.to_string()),
            Pin::AsLocked(library) => workspace.locked_version(library),
        }
    }

    fn installation(&self, workspace: &Workspace) -> Result<Vec<Command>, String> {
        let version =
            self.version(workspace).ok_or(format!("Cargo.lock does not name the library of {}", self.package))?;
        let install = |locked: &[&str]| {
            let mut command = workspace.command("cargo");
            command
                .args(["install", self.package, "--version", &format!("={version}")])
                // Unoptimised it builds in a third of the time, and it runs for seconds at most.
                .args(["--profile", "dev"])
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .args(locked)
                .arg("--root")
                .arg(workspace.tool_folder(self.package, &version))
                // What an interrupted or failed attempt has built is not lost.
                .env("CARGO_TARGET_DIR", workspace.cache.join("build"));
            command
        };
        // A mirror of the registry may lack one of the locked dependencies; then newer ones have to do.
        Ok(vec![install(&["--locked"]), install(&[])])
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
