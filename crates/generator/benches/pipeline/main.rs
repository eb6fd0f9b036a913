//! How long each part of the pipeline takes with everything switched on, and whether ten times the catalog takes ten times as long.
//!
//! `cargo bench -p generator --profile native`

mod copies;
mod phases;

use criterion::{Criterion, criterion_group, criterion_main};
use phases::{PHASES, Pipeline};

fn pipeline(criterion: &mut Criterion) {
    for (name, pipeline) in [("shipped", Pipeline::shipped()), ("ten copies", Pipeline::new(copies::copies(10)))] {
        for phase in PHASES {
            criterion.bench_function(&format!("{name}/{phase}"), |bencher| bencher.iter(|| pipeline.run(phase)));
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = pipeline
}
criterion_main!(benches);
