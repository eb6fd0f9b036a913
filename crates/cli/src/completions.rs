//! `completions`: for the shell.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::stdout::print;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Print a script that completes arguments in a shell.
#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(&self) -> Result<u8, Failure> {
        let mut script = vec![];
        clap_complete::generate(self.shell, &mut Arguments::command(), "eks-configurator", &mut script);
        print(&script)?;
        Ok(0)
    }
}
