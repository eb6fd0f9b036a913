//! Runs one part of the pipeline once, so that its instructions can be counted: they repeat exactly, where times do not.
//!
//! `count` lists the parts; `count PART` and `count PART 10` run one on the shipped catalog, and on ten copies of it. To count:
//!
//! ```text
//! cargo build -p generator --profile native --example count
//! valgrind --tool=callgrind --callgrind-out-file=/dev/null --collect-atstart=no --toggle-collect='*measured*' \
//!     target/native/examples/count parse
//! ```
//!
//! It prints `Collected : N`; `crates/generator/benches/instructions.txt` holds what is expected.

#[path = "../benches/pipeline/copies.rs"]
mod copies;
#[path = "../benches/pipeline/phases.rs"]
mod phases;

use phases::{PHASES, Pipeline};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(phase) = arguments.next() else {
        return println!("{}", PHASES.join("\n"));
    };
    let pipeline = match arguments.next().and_then(|count| count.parse().ok()) {
        Some(count) => Pipeline::new(copies::copies(count)),
        None => Pipeline::shipped(),
    };
    measured(&pipeline, &phase);
}

/// Only what happens in here is counted.
#[inline(never)]
fn measured(pipeline: &Pipeline, phase: &str) {
    pipeline.run(phase);
}
