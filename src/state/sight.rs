//! How the picture is looked at. It outlives the pane, which comes and goes with its tab.

use super::State;
use crate::picture::Camera;
use generator::catalog::ComponentIndex;
use generator::diagram::{Canvas, Show};
use generator::platform;
use generator::sorted;
use leptos::prelude::*;

/// Pixels: the picture is laid out anew only when its pane has grown or shrunk by so much.
const STEP: i32 = 40;
/// Pixels: for a pane that is lower than this the picture is laid out as if it were not, and one moves over it.
const LOWEST: i32 = 420;

#[derive(Clone, Copy)]
pub struct Sight {
    /// Width and height of the pane.
    pub pane: RwSignal<(i32, i32)>,
    pub show: RwSignal<Show>,
    /// Where one has zoomed and moved to; none is all of it.
    pub camera: RwSignal<Option<Camera>>,
    /// It is shown alone.
    pub is_full: RwSignal<bool>,
    /// What would go if one did what one points at.
    pub would_go: RwSignal<Vec<ComponentIndex>>,
}

impl Default for Sight {
    fn default() -> Sight {
        Sight {
            pane: RwSignal::new((760, 740)),
            show: RwSignal::new(Show::Readable(sorted::Set::new())),
            camera: RwSignal::new(None),
            is_full: RwSignal::new(false),
            would_go: RwSignal::default(),
        }
    }
}

impl Sight {
    /// The room that the picture fits into.
    pub fn room(self) -> (i32, i32) {
        let (width, height) = self.pane.get();
        (width, height.max(LOWEST))
    }

    /// The room that it is laid out for.
    pub fn canvas(self) -> Canvas {
        let (width, height) = self.room();
        let step = |length: i32| (length / STEP).max(1) * STEP;
        Canvas { width: step(width), height: step(height) }
    }
}

impl State {
    /// One is at the switch of a component, or at none: what it would take away is struck in the picture.
    pub fn point_at(self, component: Option<ComponentIndex>) {
        let mut would_go = Vec::new();
        if let Some(component) = component {
            let before = self.follows.selection.get_untracked();
            let mut draft = self.draft.get_untracked();
            match self.catalog.components[component].choice {
                Some(choice) => draft.choose(self.catalog, &self.catalog.choices[choice], component),
                None => draft.switch(self.catalog, component, !before.is_in(component)),
            }
            let after = platform::select(self.catalog, &draft);
            would_go.extend(before.components().filter(|&component| !after.is_in(component)));
        }
        if self.sight.would_go.with_untracked(|old| *old != would_go) {
            self.sight.would_go.set(would_go);
        }
    }
}
