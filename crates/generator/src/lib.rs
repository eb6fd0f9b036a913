//! From a catalog of Terraform and a draft to a platform, a bundle of files and a picture of it.
//!
//! ```text
//!  files ──Catalog::parse──> Catalog ─┐
//!                                     ├─select─> Selection ─resolve─> Platform ──bundle──> Bundle ──zip──> bytes
//!  Draft (JSON, maybe half-typed) ────┘              │                 │    │
//!                                               terraform           draw   estimate
//!                                                                     └──layout──> Drawing ──svg──> picture
//! ```
//!
//! Everything is pure and total: what is wrong with a draft is in its findings, and equal drafts give equal bytes. Nothing reads
//! a clock, a file, an environment or anything random.

mod base64;
pub mod bundle;
pub mod catalog;
pub mod diagram;
pub mod draft;
pub mod estimate;
pub mod evaluate;
pub mod findings;
pub mod json;
pub mod picture;
pub mod platform;
pub mod slice;
mod sort;
pub mod sorted;
pub mod syntax;
pub mod totals;

pub use bundle::Bundle;
pub use catalog::Catalog;
pub use draft::Draft;
pub use estimate::Costs;
pub use findings::{Finding, Severity};
pub use platform::Platform;
pub use totals::Totals;

use diagram::{Diagram, Drawing};

/// All that follows from a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub platform: Platform,
    pub costs: Costs,
    pub diagram: Diagram,
    pub drawing: Drawing,
    pub bundle: Bundle,
}

/// The whole pipeline.
pub fn generate(catalog: &Catalog, draft: &Draft) -> Outcome {
    let selection = platform::select(catalog, draft);
    let terraform = bundle::terraform(catalog, &selection);
    let platform = platform::resolve(catalog, selection, draft);
    let costs = estimate::estimate(catalog, &platform);
    let diagram = picture::draw(catalog, &platform);
    let drawing = diagram::layout(&diagram);
    let picture = diagram::svg(&drawing);
    let bundle = bundle::bundle(catalog, &platform, draft, &terraform, &picture);
    Outcome { platform, costs, diagram, drawing, bundle }
}
