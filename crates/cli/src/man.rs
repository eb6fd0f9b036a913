//! `man`: the manual.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::inputs::unknown;
use crate::stdout::print;
use clap::{Args, CommandFactory};

/// Print the manual's page of the program or of one of its commands, for `man -l -`.
#[derive(Debug, Args)]
pub struct Man {
    /// The command
    command: Option<String>,
}

impl Man {
    pub fn run(&self) -> Result<u8, Failure> {
        let mut program = Arguments::command();
        program.build();
        let page = match &self.command {
            None => program,
            Some(name) => match program.find_subcommand(name) {
                // A page is found under its name, which has no blanks.
                Some(command) => command.clone().name(format!("eks-configurator-{name}")),
                None => return Err(unknown("man", "command", name, program.get_subcommands().map(clap::Command::get_name))),
            },
        };
        let mut text = vec![];
        clap_mangen::Man::new(page).render(&mut text).map_err(|error| Failure::file("write", "the manual", &error))?;
        print(&text)?;
        Ok(0)
    }
}
