//! The command line: arguments, files, exit codes and nothing else; what they mean is the generator's.

mod arguments;
mod catalog;
mod check;
mod completions;
mod diagram;
mod diff;
mod explain;
mod failure;
mod generate;
mod inputs;
mod man;
mod places;
mod report;
mod stdout;
mod write;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => failure.tell(),
    }
}

/// The exit code: 0, or 1 if a draft has errors.
fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let quiet = arguments.quiet;
    match &arguments.command {
        Command::Generate(generate) => generate.run(quiet),
        Command::Check(check) => check.run(quiet),
        Command::Explain(explain) => explain.run(quiet),
        Command::Catalog(catalog) => catalog.run(),
        Command::Diagram(diagram) => diagram.run(quiet),
        Command::Diff(diff) => diff.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}
