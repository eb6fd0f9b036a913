//! `cargo xtask test`: what must never break, in at most 25 minutes on two cores.

use std::fs;

use crate::build::{self, files};
use crate::bundles::{self, Depth};
use crate::steps::{Job, Step, Stop};
use crate::tools::*;

/// Side by side: one waits for compilers, the other for Terraform.
pub const TABLES: &[&[Step]] = &[RUST, WHAT_SHIPS];

/// Generator, command line, page.
const RUST: &[Step] = &[
    Step {
        name: "format",
        about: "cargo fmt --check",
        needs: &[RUSTFMT],
        remedy: "Run `cargo fmt --all`.",
        run: |job| job.run(job.workspace.command("cargo").args(["fmt", "--all", "--check"])),
    },
    Step {
        name: "clippy",
        about: "clippy over generator, command line and xtask",
        needs: &[CLIPPY],
        remedy: "Mend the warnings above.",
        run: |job| {
            let clippy =
                ["clippy", "--workspace", "--exclude", "eks-configurator-web", "--all-targets", "--", "-D", "warnings"];
            job.run(job.workspace.command("cargo").args(clippy))
        },
    },
    Step {
        name: "clippy-page",
        about: "clippy over the page, for WebAssembly",
        needs: &[CLIPPY, WASM_TARGET],
        remedy: "Mend the warnings above.",
        run: |job| {
            let clippy =
                ["clippy", "--package", "eks-configurator-web", "--all-targets", "--target", "wasm32-unknown-unknown"];
            job.run(job.workspace.command("cargo").args(clippy).args(["--", "-D", "warnings"]))
        },
    },
    Step {
        name: "unit",
        about: "unit tests, catalog invariants, snapshots, properties",
        needs: &[],
        remedy: "Run `cargo test -p PACKAGE TEST` for the test named above; `cargo insta review` if a snapshot changed on purpose.",
        run: |job| {
            job.run(job.workspace.command("cargo").args(["test", "--workspace", "--exclude", "eks-configurator-web"]))
        },
    },
    Step {
        name: "wasm",
        about: "tests in WebAssembly: the page's controls, bytes equal to native",
        needs: &[WASM_TARGET, WASM_BINDGEN, NODE, CHROMIUM, CHROMEDRIVER],
        remedy: "Run `cargo xtask test wasm` again after mending the test named above.",
        run: |job| {
            let test = ["test", "--package", "eks-configurator-web", "--target", "wasm32-unknown-unknown"];
            job.run(job.workspace.command("cargo").args(test))
        },
    },
    build::PAGE,
    build::SIZES,
    Step {
        name: "browser",
        about: "journeys through the built page in Chromium",
        needs: &[NODE, NPM, CHROMIUM],
        remedy: "Run `cargo xtask test page browser` again after mending the journey named above.",
        run: browser,
    },
];

/// The catalog and its bundles.
const WHAT_SHIPS: &[Step] = &[
    Step {
        name: "catalog-format",
        about: "terraform fmt -check over the catalog",
        needs: &[TERRAFORM],
        remedy: "Run `terraform fmt -recursive catalog`.",
        run: |job| {
            let format = ["fmt", "-check", "-diff", "-recursive", "catalog"];
            job.run(job.workspace.command("terraform").args(format))
        },
    },
    Step {
        name: "shell",
        about: "shellcheck over all shell scripts",
        needs: &[SHELLCHECK],
        remedy: "Mend the lines above; https://www.shellcheck.net/wiki explains each code.",
        run: shell,
    },
    Step {
        name: "scripts",
        about: "a bundle's scripts destroy, leaks and check, against stand-ins for kubectl, aws and terraform",
        needs: &[],
        remedy: "Run `verify/teardown CASE` for the case named above, or `verify/checked`; they print what the script said and called.",
        run: |job| {
            let mut scripts = ["verify/teardown", "verify/checked"].into_iter();
            scripts.try_for_each(|script| job.run(&mut job.workspace.command(job.workspace.root.join(script))))
        },
    },
    Step {
        name: "bundles",
        about: "fmt, init and validate of the bundles in verify/selections.txt, and test of those that hold all components",
        needs: &[TERRAFORM, PYTHON],
        remedy: "Run `verify/verify test DIR` on the root module that is named in the log.",
        run: |job| bundles::check_all(job, &bundles::named(job.workspace)?, Depth::Quick),
    },
    Step {
        name: "messages",
        about: "what the generator says of refused values, compared with terraform plan, word for word",
        needs: &[TERRAFORM, PYTHON],
        remedy: "Run `verify/messages COMMAND_LINE` with the selection's arguments: the generator must say what Terraform says.",
        run: |job| {
            let selection = applied(job)?;
            let messages = job.workspace.root.join("verify/messages");
            job.run(job.workspace.command(messages).arg(bundles::command_line(job)?).args(selection.arguments))
        },
    },
    Step {
        name: "cycle",
        about: "a bundle's own scripts on the simulator: apply, empty second plans, leaks, destroy, nothing left",
        needs: &[TERRAFORM, PYTHON],
        remedy: "Run `verify/verify run verify/whole-cycle BUNDLE` on the bundle that is named in the log.",
        run: cycle,
    },
];

fn shell(job: &Job) -> Result<(), Stop> {
    let mut scripts = vec![job.workspace.root.join(".ci/run")];
    for folder in ["verify", "catalog"] {
        scripts.extend(files(&job.workspace.root.join(folder))?);
    }
    scripts.retain(|script| {
        // What others read in has no first line of its own.
        script.extension().is_some_and(|end| end == "sh")
            || fs::read(script).is_ok_and(|text| text.starts_with(b"#!") && first_line(&text).ends_with("sh"))
    });
    job.run(job.workspace.command("shellcheck").args(scripts))
}

fn first_line(text: &[u8]) -> String {
    String::from_utf8_lossy(text.split(|byte| *byte == b'\n').next().unwrap_or_default()).trim_end().to_string()
}

/// The selection of `verify/selections.txt` that is applied and destroyed.
const APPLIED: &str = "everything";

fn applied(job: &Job) -> Result<bundles::Selection, Stop> {
    let mut selections = bundles::named(job.workspace)?.into_iter();
    let selection = selections.find(|selection| selection.name == APPLIED);
    Ok(selection.ok_or(format!("verify/selections.txt has no selection `{APPLIED}`"))?)
}

fn cycle(job: &Job) -> Result<(), Stop> {
    job.run(bundles::verify(job.workspace).arg("setup"))?;
    let selection = applied(job)?;
    let bundle = bundles::generate(
        job,
        &bundles::command_line(job)?,
        &bundles::Selection { name: "cycle".to_string(), ..selection },
    )?;
    job.run(bundles::verify(job.workspace).arg("run").arg(job.workspace.root.join("verify/whole-cycle")).arg(bundle))
}

fn browser(job: &Job) -> Result<(), Stop> {
    let mut journeys = Vec::new();
    for entry in fs::read_dir(job.workspace.root.join("tests/browser"))? {
        let path = entry?.path();
        let is_journey = path.extension().is_some_and(|end| end == "mjs") && !path.ends_with("bench.mjs");
        journeys.extend(is_journey.then_some(path));
    }
    journeys.sort();
    let mut node = node_with_site(job)?;
    job.run(node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(journeys))
}

/// `node` with the packages of tests/browser, and what the journeys read from the environment.
pub fn node_with_site(job: &Job) -> Result<std::process::Command, Stop> {
    let folder = job.workspace.root.join("tests/browser");
    job.run(job.workspace.command("npm").args(["ci", "--ignore-scripts"]).current_dir(&folder))?;
    let mut node = job.workspace.command("node");
    node.current_dir(&folder);
    node.env("SITE", job.workspace.root.join("dist"));
    node.env("COMMAND_LINE", bundles::command_line(job)?);
    node.envs(CHROMIUM.program(job.workspace).map(|chromium| ("CHROMIUM", chromium)));
    Ok(node)
}
