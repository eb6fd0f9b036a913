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
                Some(command) => command.clone(),
                None => {
                    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
                    return Err(unknown("man", "command", name, names.into_iter()));
                }
            },
        };
        let mut text = vec![];
        clap_mangen::Man::new(page).render(&mut text).map_err(|error| Failure::file("write", "the manual", &error))?;
        print(&text)?;
        Ok(0)
    }
}
