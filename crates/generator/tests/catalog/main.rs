//! What the shipped catalog promises. A test lists all that breaks the promise, not only the first.

mod data_pairs;
mod expressions;
mod findings;
mod functions;
mod names;
mod picture;
mod references;
mod releases;
mod sentences;
mod support;
mod values;

use generator::Catalog;
use std::sync::LazyLock;
use support::{Broken, body, drafts, everything, everything_with_examples};

/// Whether every two components are tried together.
const EVERY_PAIR: bool = true;

static CATALOG: LazyLock<Catalog> = LazyLock::new(shipped::catalog);
