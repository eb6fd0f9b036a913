//! The pane of the picture: keeps what is drawn, what is marked and where one looks in step with the state.

use super::camera::Camera;
use super::sheet::Sheet;
use super::spotlight::{Light, Marks};
use crate::parts::{effect, memo};
use crate::state::{Selected, State};
use generator::diagram::{Diagram, Drawing, Part, Show};
use leptos::{html, prelude::*};
use std::cell::Cell;
use std::sync::Arc;

#[derive(Clone, Copy)]
pub struct Stage {
    pub state: State,
    pub pane: NodeRef<html::Div>,
    pub frame: NodeRef<html::Div>,
    /// The box or edge that the pointer is at.
    pub pointed: RwSignal<Option<String>>,
    /// The box that the keys have led to.
    pub here: RwSignal<Option<String>>,
    sheet: StoredValue<Option<Sheet>, LocalStorage>,
    pub(super) seen: StoredValue<Seen>,
}

/// What the picture looked like last.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) camera: Option<Camera>,
    /// How far it is moved so that what is selected can be seen, and what that is.
    pub(super) aside: (f64, f64),
    pub(super) looked: Option<(Selected, bool, (i32, i32))>,
    /// How much of the pane is not under the inspector.
    pub(super) visible: (f64, f64),
    pub(super) drawing: Option<Arc<Drawing>>,
    /// It follows the hand, at once.
    pub(super) is_by_hand: bool,
    diagram: Option<Arc<Diagram>>,
    /// Boxes that the last change has added.
    added: Vec<String>,
}

impl Stage {
    pub fn new(state: State) -> Stage {
        let stage = Stage {
            state,
            pane: NodeRef::new(),
            frame: NodeRef::new(),
            pointed: RwSignal::new(None),
            here: RwSignal::new(None),
            sheet: StoredValue::new_local(None),
            seen: StoredValue::new(Seen::default()),
        };
        let light = stage.light();
        effect(move || stage.open_selected());
        let is_measured = Cell::new(false);
        effect(move || {
            stage.frame.track();
            if !is_measured.replace(true) {
                stage.measure();
            }
            stage.show(light.get());
        });
        stage
    }

    fn light(self) -> Memo<Light> {
        let catalog = self.state.catalog;
        memo(move || match (self.pointed.get().or_else(|| self.here.get()), self.state.selected.get()) {
            (Some(part), _) => Light::Part(part),
            (None, Selected::Component(index)) => Light::Components(vec![catalog.components[index].id.clone()]),
            (None, Selected::Subsystem(index)) => {
                let its = catalog.components.iter().filter(|component| component.subsystem == index);
                Light::Components(its.map(|component| component.id.clone()).collect())
            }
            _ => Light::None,
        })
    }

    /// What is selected and left out is opened, and stays so.
    fn open_selected(self) {
        let Selected::Component(index) = self.state.selected.get() else { return };
        let follows = self.state.follows;
        let id = &self.state.catalog.components[index].id;
        if !follows.drawing.with_untracked(|drawing| drawing.boxes.iter().any(|node| node.component == *id)) {
            let own = follows.diagram.with_untracked(|diagram| {
                // A box around others is there as soon as they are.
                let is_around = |id: &str| diagram.nodes.iter().any(|node| node.parent.as_deref() == Some(id));
                let own = diagram.nodes.iter().filter(|node| node.component == *id && !is_around(&node.id));
                own.map(|node| node.id.clone()).collect::<Vec<_>>()
            });
            self.open(own);
        }
    }

    pub fn open(self, boxes: Vec<String>) {
        if !boxes.is_empty() {
            self.state.sight.show.update(|show| {
                if let Show::Readable(opened) = show {
                    opened.extend(boxes);
                }
            });
        }
    }

    /// How large the pane is; nothing where it is not on screen.
    pub fn measure(self) {
        let Some(frame) = self.frame.get_untracked() else { return };
        let size = (frame.client_width(), frame.client_height());
        let pane = self.state.sight.pane;
        if size.0 > 0 && size.1 > 0 && size != pane.get_untracked() {
            pane.set(size);
        }
    }

    fn show(self, light: Light) {
        let Some(svg) = self.frame.get_untracked().and_then(|frame| frame.first_element_child()) else { return };
        let (state, sight) = (self.state, self.state.sight);
        let drawing = state.follows.drawing.get();
        let diagram = state.follows.diagram.get();
        let going: Vec<&str> = sight.would_go.with(|components| {
            components.iter().map(|&component| state.catalog.components[component].id.as_str()).collect()
        });
        let here = self.here.get();
        let marks = Marks::new(&drawing, light);
        self.sheet.update_value(|sheet| {
            let Some(root) = svg.first_element_child() else { return };
            let sheet = sheet.get_or_insert_with(|| Sheet::new(root));
            sheet.draw(drawing.clone());
            self.seen.update_value(|seen| {
                seen.notice(&diagram);
                sheet.mark(|part, class| {
                    let mut mark = |name: &str, is_on: bool| {
                        if is_on {
                            class.push_str(name);
                        }
                    };
                    mark(" is-lit", marks.is_lit(part));
                    mark(" is-near", marks.is_near(part));
                    if let Part::Box(node) = part {
                        mark(" is-here", here.as_deref() == Some(part.id()));
                        mark(" is-new", seen.added.contains(&node.id));
                        mark(" is-folded", !node.opens.is_empty());
                        mark(" is-going", going.contains(&node.component.as_str()));
                    }
                });
            });
            let camera = self.look(&drawing);
            let _ = sheet.root.set_attribute("transform", &camera.transform());
        });
        let is_smooth = self.seen.with_value(|seen| !seen.is_by_hand);
        self.seen.update_value(|seen| seen.is_by_hand = false);
        for (class, is_on) in [("has-spotlight", marks.is_on), ("is-smooth", is_smooth)] {
            let _ = svg.class_list().toggle_with_force(class, is_on);
        }
    }

    /// A box was clicked, or Enter pressed at it: what is folded opens, anything else is selected.
    pub fn choose(self, id: &str) {
        let chosen = self.state.follows.drawing.with_untracked(|drawing| {
            let node = drawing.boxes.iter().find(|node| node.id == id);
            node.map(|node| (node.opens.clone(), node.component.clone()))
        });
        let Some((opens, component)) = chosen else { return };
        if !opens.is_empty() {
            self.open(vec![opens]);
        } else {
            self.select(&component);
        }
    }

    pub fn select(self, component: &str) {
        if let Some(component) = self.state.catalog.component(component) {
            self.state.inspect(Selected::Component(component));
        }
    }
}

impl Seen {
    /// Remembers which boxes are new in the diagram; what is only shown now, since there is room, is not.
    fn notice(&mut self, diagram: &Arc<Diagram>) {
        match &self.diagram {
            Some(before) if Arc::ptr_eq(before, diagram) => return,
            Some(before) => {
                let is_new = |id: &str| !before.nodes.iter().any(|node| node.id == id);
                let at = |(at, node): &(usize, &generator::diagram::Node)| {
                    before.nodes.get(*at).is_none_or(|old| old.id != node.id)
                };
                let moved = diagram.nodes.iter().enumerate().filter(at);
                self.added = moved.filter(|(_, node)| is_new(&node.id)).map(|(_, node)| node.id.clone()).collect();
            }
            None => {}
        }
        self.diagram = Some(diagram.clone());
    }
}
