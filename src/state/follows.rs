//! What follows from the draft. Each step is remembered and recomputed only when what it reads has changed: the Terraform is
//! sliced again when a switch moves, and not while one types.

use super::Sight;
use crate::parts::memo;
use generator::bundle::{self, Bundle, File};
use generator::diagram::{self, Diagram, Drawing, Layouts};
use generator::platform::{self, Platform, Selection};
use generator::sorted::Map;
use generator::{Catalog, Costs, Draft, Totals, estimate, picture};
use leptos::prelude::*;
use std::sync::Arc;

/// Handles to all that follows.
#[derive(Clone, Copy)]
pub struct Follows {
    pub selection: Memo<Arc<Selection>>,
    pub platform: Memo<Arc<Platform>>,
    pub costs: Memo<Arc<Costs>>,
    pub diagram: Memo<Arc<Diagram>>,
    /// What the pane shows: all, or as much as can be read at once.
    pub drawing: Memo<Arc<Drawing>>,
    /// The bundle's picture.
    pub whole: Memo<Arc<Drawing>>,
    /// The same as a file.
    pub svg: Memo<String>,
    pub terraform: Memo<Arc<Map<String, File>>>,
    /// Only what shows files asks for it: while one looks at the picture, no bundle is made.
    pub bundle: Memo<Arc<Bundle>>,
    pub digest: Memo<String>,
    pub totals: Memo<Totals>,
}

impl Follows {
    pub fn new(catalog: &'static Catalog, draft: RwSignal<Draft>, sight: Sight) -> Follows {
        let selection = memo(move || Arc::new(draft.with(|draft| platform::select(catalog, draft))));
        let terraform = memo(move || Arc::new(selection.with(|selection| bundle::terraform(catalog, selection))));
        let platform = memo(move || {
            let selection = Selection::clone(&selection.get());
            Arc::new(draft.with(|draft| platform::resolve(catalog, selection, draft)))
        });
        let costs = memo(move || Arc::new(platform.with(|platform| estimate::estimate(catalog, platform))));
        let diagram = memo(move || Arc::new(platform.with(|platform| picture::draw(catalog, platform))));
        let canvas = memo(move || sight.canvas());
        let layouts = StoredValue::new(Layouts::default());
        let drawing = memo(move || {
            let show = sight.show.get();
            let canvas = canvas.get();
            let draw = |layouts: &mut Layouts| diagram.with(|diagram| layouts.layout_in(diagram, &show, canvas));
            layouts.try_update_value(draw).map(Arc::new).unwrap_or_default()
        });
        let whole = memo(move || Arc::new(diagram.with(|diagram| diagram::layout(diagram))));
        let svg = memo(move || whole.with(|whole| diagram::svg(whole)));
        let bundle = memo(move || {
            let (platform, terraform) = (platform.get(), terraform.get());
            svg.with(|svg| Arc::new(draft.with(|draft| bundle::bundle(catalog, &platform, draft, &terraform, svg))))
        });
        let digest = memo(move || draft.with(|draft| bundle::digest(catalog, &draft.without_secrets(catalog))));
        let files = memo(move || {
            terraform.with(|terraform| platform.with(|platform| bundle::count(catalog, platform, terraform)))
        });
        let totals = memo(move || {
            selection.with(|selection| costs.with(|costs| Totals::new(catalog, selection, costs, files.get())))
        });
        Follows { selection, platform, costs, diagram, drawing, whole, svg, terraform, bundle, digest, totals }
    }
}
