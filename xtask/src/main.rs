//! `cargo xtask ...`: everything one does with this repository, on a machine that has rustup and nothing else.
//!
//! Each subcommand is a file. `test`, `verify` and `bench` are tables of [`steps::Step`]; a step names the
//! [`tools::Tool`]s that it needs, and what is missing is installed first or named exactly.

mod bench;
mod build;
mod bundles;
mod examples;
mod lighter;
mod offline;
mod pairwise;
mod pinned;
mod serve;
mod steps;
mod styles;
mod test;
mod tools;
mod verify;
mod workspace;

use std::process::ExitCode;

use workspace::Workspace;

const USAGE: &str = "\
cargo xtask serve [--no-open] [--port PORT]   build the page, serve it, rebuild it on every change
cargo xtask build                             build the page for release into dist/, and print its sizes
cargo xtask test [--list] [STEP...]           what must never break: all of it, or only these steps
cargo xtask verify [--list] [STEP...]         the rest: every component alone, all pairs, a policy scanner
cargo xtask bench [--list] [STEP...]          times, instructions, memory
cargo xtask examples                          make examples/ anew, after a change that is meant

With CI=true a step that cannot run is a failure; otherwise it is skipped, with the reason.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let workspace = Workspace::open();
    let rest = arguments.get(1..).unwrap_or_default();
    match arguments.first().map(String::as_str) {
        Some("serve") => serve::serve(&workspace, rest),
        Some("build") => steps::run(&workspace, build::STEPS, rest),
        Some("test") => steps::run_beside(&workspace, test::TABLES, rest),
        Some("verify") => steps::run(&workspace, verify::STEPS, rest),
        Some("bench") => steps::run(&workspace, bench::STEPS, rest),
        Some("examples") => steps::run(&workspace, examples::STEPS, rest),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
