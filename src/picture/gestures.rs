//! Moving and zooming by pointer, wheel and touch.

use super::stage::Stage;
use leptos::ev;
use leptos::prelude::*;
use web_sys::js_sys::Math;

/// Pixels: a pointer that has moved less than this has clicked.
const STILL: f64 = 4.0;
/// What one line of a wheel that counts lines is in pixels.
const LINE: f64 = 16.0;
/// The most that one turn of the wheel zooms, and how much a pixel of it does.
const MOST: f64 = 24.0;
const PER_PIXEL: f64 = 0.01;

/// Pointers that are down, and whether they move the picture.
#[derive(Default)]
pub struct Gesture {
    down: Vec<(i32, f64, f64)>,
    pub is_dragging: bool,
}

pub fn pointer(stage: Stage, gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
    let Some(frame) = stage.frame.get_untracked() else { return };
    let corner = frame.get_bounding_client_rect();
    let (id, kind) = (event.pointer_id(), event.type_());
    let (x, y) = (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
    gesture.update_value(|gesture| match kind.as_str() {
        "pointerdown" if event.button() == 0 => {
            if gesture.down.is_empty() {
                gesture.is_dragging = false;
            }
            gesture.down.retain(|pointer| pointer.0 != id);
            gesture.down.push((id, x, y));
        }
        // Who let go outside, before the picture followed, has let go.
        "pointermove" if event.buttons() == 0 => gesture.down.retain(|pointer| pointer.0 != id),
        "pointermove" => {
            let Some(at) = gesture.down.iter().position(|pointer| pointer.0 == id) else { return };
            let (_, from_x, from_y) = gesture.down[at];
            let (dx, dy) = (x - from_x, y - from_y);
            if !gesture.is_dragging && Math::hypot(dx, dy) < STILL {
                return;
            }
            if !gesture.is_dragging {
                gesture.is_dragging = true;
                // The picture follows a pointer that leaves the pane, too.
                let _ = frame.set_pointer_capture(id);
            }
            match gesture.down.iter().find(|pointer| pointer.0 != id) {
                // Two fingers: the points under them stay under them.
                Some(&(_, x2, y2)) => {
                    let apart = |x: f64, y: f64| Math::hypot(x - x2, y - y2).max(1.0);
                    let factor = apart(x, y) / apart(from_x, from_y);
                    let middle = ((from_x + x2) / 2.0, (from_y + y2) / 2.0);
                    stage.turn(true, |camera| camera.zoomed(factor, middle).moved(dx / 2.0, dy / 2.0));
                }
                None => stage.turn(true, |camera| camera.moved(dx, dy)),
            }
            gesture.down[at] = (id, x, y);
        }
        "pointerup" | "pointercancel" => gesture.down.retain(|pointer| pointer.0 != id),
        _ => {}
    });
}

/// The wheel moves; with Ctrl it zooms, which is also what a pinch on a trackpad says.
pub fn wheel(stage: Stage, event: &ev::WheelEvent) {
    event.prevent_default();
    let Some(frame) = stage.frame.get_untracked() else { return };
    let unit = if event.delta_mode() == 0 { 1.0 } else { LINE };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        let corner = frame.get_bounding_client_rect();
        let at = (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
        let factor = Math::exp(-dy.clamp(-MOST, MOST) * PER_PIXEL);
        stage.turn(true, |camera| camera.zoomed(factor, at));
    } else {
        stage.turn(true, |camera| camera.moved(-dx, -dy));
    }
}
