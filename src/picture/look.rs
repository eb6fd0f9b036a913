//! Where one looks: by hand, at all of it, or a little aside so that what is selected is seen.

use super::camera::Camera;
use super::spotlight::{self, Light};
use super::stage::Stage;
use crate::state::Selected;
use generator::diagram::{Drawing, Rect};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::HtmlElement;

impl Stage {
    /// Where one looks: where one has zoomed to or else at all of it, a little aside if what is selected were not seen.
    pub fn look(self, drawing: &Arc<Drawing>) -> Camera {
        let state = self.state;
        let (pane, by_hand) = (state.sight.pane.get(), state.sight.camera.get());
        let base = by_hand.unwrap_or_else(|| Camera::fit(drawing, state.sight.room()));
        let looked = (state.selected.get(), state.inspecting.get(), pane);
        let (is_other, is_drawn_anew) = self.seen.with_value(|seen| {
            let is_same = |seen: &Arc<Drawing>| Arc::ptr_eq(seen, drawing);
            (seen.looked != Some(looked), !seen.drawing.as_ref().is_some_and(is_same))
        });
        if is_other {
            // Only then: measuring makes the browser lay out the page in between.
            let visible = self.visible(pane);
            self.seen.update_value(|seen| seen.visible = visible);
        }
        self.seen
            .try_update_value(|seen| {
                if is_other || (is_drawn_anew && by_hand.is_none()) {
                    let lit = self.lit(looked.0);
                    let fits = |rect: &Rect| base.has_room_for(rect, seen.visible);
                    let shown =
                        spotlight::place(drawing, &lit, fits).map_or(base, |rect| base.to_show(rect, seen.visible));
                    seen.aside = (shown.x - base.x, shown.y - base.y);
                }
                let camera = base.moved(seen.aside.0, seen.aside.1);
                seen.is_by_hand |= seen.camera.is_none();
                (seen.camera, seen.looked, seen.drawing) = (Some(camera), Some(looked), Some(drawing.clone()));
                camera
            })
            .unwrap_or(base)
    }

    fn lit(self, selected: Selected) -> Light {
        match selected {
            Selected::Component(index) => Light::Components(vec![self.state.catalog.components[index].id.clone()]),
            _ => Light::None,
        }
    }

    /// How much of the pane is not under the inspector.
    fn visible(self, (width, height): (i32, i32)) -> (f64, f64) {
        let (width, height) = (f64::from(width), f64::from(height));
        let over = || {
            // Where it will be when it has glided in.
            let inspector: HtmlElement = document().query_selector(".inspector").ok()??.unchecked_into();
            let left =
                f64::from(inspector.offset_left()) - self.frame.get_untracked()?.get_bounding_client_rect().left();
            let is_over = self.state.inspecting.get_untracked() && !self.state.sight.is_full.get_untracked();
            (left > 0.0 && is_over).then_some(left)
        };
        (over().map_or(width, |left| left.min(width)), height)
    }

    /// Moves or zooms from where one looks. `by_hand` is at once, everything else glides.
    pub fn turn(self, by_hand: bool, turn: impl FnOnce(Camera) -> Camera) {
        let drawing = self.state.follows.drawing.get_untracked();
        let pane = self.state.sight.pane.get_untracked();
        let Some(camera) = self.seen.with_value(|seen| seen.camera) else { return };
        let camera = turn(camera).within(&drawing, pane);
        self.seen.update_value(|seen| {
            seen.aside = (0.0, 0.0);
            seen.is_by_hand = by_hand;
        });
        self.state.sight.camera.set(Some(camera));
    }

    /// Around the middle.
    pub fn zoom(self, factor: f64) {
        let (width, height) = self.state.sight.pane.get_untracked();
        self.turn(false, |camera| camera.zoomed(factor, (f64::from(width) / 2.0, f64::from(height) / 2.0)));
    }

    pub fn fit(self) {
        self.seen.update_value(|seen| seen.looked = None);
        self.state.sight.camera.set(None);
        // It may have been fitted already, and only moved aside.
        self.state.sight.pane.notify();
    }

    /// All of the screen, or back.
    pub fn fill(self) {
        let pane = self.pane.get_untracked().filter(|_| !self.state.sight.is_full.get_untracked());
        super::fill(self.state, pane.as_ref().map(AsRef::as_ref));
    }

    pub fn bring_into_view(self, rect: Rect) {
        let visible = self.visible(self.state.sight.pane.get_untracked());
        if self.seen.with_value(|seen| seen.camera.is_some_and(|camera| camera.to_show(rect, visible) != camera)) {
            self.turn(false, |camera| camera.to_show(rect, visible));
        }
    }
}
