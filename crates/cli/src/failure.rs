//! Why a command ends without having done what it was asked for.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

#[derive(Debug, PartialEq, Eq)]
pub enum Failure {
    /// The arguments make no sense.
    Usage(String),
    /// A file cannot be read or written, or what it says cannot be understood.
    Failed(String),
    /// Ctrl+C.
    Interrupted,
    /// Nobody reads what is printed any more: no reason to say anything.
    BrokenPipe,
}

impl Failure {
    /// A file that cannot be read or written: `doing` as in "cannot write x".
    pub fn file(doing: &str, path: impl Display, error: &io::Error) -> Failure {
        Failure::Failed(format!("Cannot {doing} {path}: {error}."))
    }

    /// Says it, and gives the exit status.
    pub fn tell(&self) -> ExitCode {
        let (message, code) = match self {
            Failure::Usage(message) => (message.as_str(), 2),
            Failure::Failed(message) => (message.as_str(), 1),
            // By convention 128 and the number of the signal.
            Failure::Interrupted => ("Interrupted: nothing was written.", 130),
            Failure::BrokenPipe => return ExitCode::SUCCESS,
        };
        say(&format!("error: {message}\n"));
        ExitCode::from(code)
    }
}

/// Writes to standard error; there is nobody to tell if that fails.
pub fn say(text: &str) {
    _ = io::stderr().write_all(text.as_bytes());
}
