//! What follows from the draft. Each step is remembered and recomputed only when what it reads has changed: the Terraform is
//! sliced again when a switch moves, and not while one types.

use generator::bundle::{self, Bundle, File};
use generator::diagram::{self, Diagram, Drawing, Look};
use generator::platform::{self, Platform, Selection};
use generator::{Catalog, Costs, Draft, Totals, estimate, picture};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Handles to all that follows.
#[derive(Clone, Copy)]
pub struct Follows {
    pub selection: Memo<Arc<Selection>>,
    pub platform: Memo<Arc<Platform>>,
    pub costs: Memo<Arc<Costs>>,
    pub diagram: Memo<Arc<Diagram>>,
    pub drawing: Memo<Arc<Drawing>>,
    pub bundle: Memo<Arc<Bundle>>,
    pub totals: Memo<Totals>,
}

impl Follows {
    pub fn new(catalog: &'static Catalog, draft: RwSignal<Draft>) -> Follows {
        let selection = Memo::new(move |_| Arc::new(draft.with(|draft| platform::select(catalog, draft))));
        let terraform: Memo<Arc<BTreeMap<String, File>>> =
            Memo::new(move |_| Arc::new(selection.with(|selection| bundle::terraform(catalog, selection))));
        let platform = Memo::new(move |_| {
            let selection = Selection::clone(&selection.get());
            Arc::new(draft.with(|draft| platform::resolve(catalog, selection, draft)))
        });
        let costs = Memo::new(move |_| Arc::new(platform.with(|platform| estimate::estimate(catalog, platform))));
        let diagram = Memo::new(move |_| Arc::new(platform.with(|platform| picture::draw(catalog, platform))));
        let drawing = Memo::new(move |_| Arc::new(diagram.with(|diagram| diagram::layout(diagram))));
        let file = Memo::new(move |_| drawing.with(|drawing| diagram::svg(drawing, Look::File)));
        let bundle = Memo::new(move |_| {
            let (platform, terraform, costs) = (platform.get(), terraform.get(), costs.get());
            file.with(|file| {
                Arc::new(draft.with(|draft| bundle::bundle(catalog, &platform, draft, &terraform, &costs, file)))
            })
        });
        let files = Memo::new(move |_| bundle.with(|bundle| bundle.files.len()));
        let totals = Memo::new(move |_| {
            selection.with(|selection| costs.with(|costs| Totals::new(catalog, selection, costs, files.get())))
        });
        Follows { selection, platform, costs, diagram, drawing, bundle, totals }
    }
}
