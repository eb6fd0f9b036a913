//! `cargo xtask serve`: the page on this machine, rebuilt on every change.

use std::process::ExitCode;

use crate::build;
use crate::steps;
use crate::tools::{TRUNK, WASM_BINDGEN, WASM_TARGET};
use crate::workspace::Workspace;

pub fn serve(workspace: &Workspace, arguments: &[String]) -> ExitCode {
    let Some((port, open)) = read(arguments) else {
        eprintln!("cargo xtask serve [--no-open] [--port PORT]");
        return ExitCode::from(2);
    };
    if let Err(why) = steps::bring(workspace, &[WASM_TARGET, WASM_BINDGEN, TRUNK]) {
        eprintln!("{why}");
        return ExitCode::FAILURE;
    }
    println!("The page: http://127.0.0.1:{port}/ (once it is built; Ctrl+C ends)");
    let mut trunk = build::trunk(workspace);
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    if open {
        trunk.arg("--open");
    }
    match trunk.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => {
            eprintln!(
                "trunk ended with {status}: mend what it says above; if the port is taken, choose one with --port."
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("trunk does not start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn read(arguments: &[String]) -> Option<(u16, bool)> {
    let (mut port, mut open) = (8080, true);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-open" => open = false,
            "--port" => port = arguments.next()?.parse().ok()?,
            _ => return None,
        }
    }
    Some((port, open))
}
