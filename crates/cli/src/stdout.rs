//! Printing.

use crate::failure::Failure;
use std::io::{self, Write};

/// Prints all of it at once.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::BrokenPipe),
        other => other.map_err(|error| Failure::file("write to", "standard output", &error)),
    }
}
