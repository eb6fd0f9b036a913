//! Where the picture stands on its pane, and how large.

use generator::diagram::{Drawing, Rect};
use web_sys::js_sys::Math;

const SMALLEST: f64 = 0.2;
const LARGEST: f64 = 4.0;
/// Fitting makes a small picture no larger than this.
const FITTED: f64 = 1.4;
/// Pixels: around what is brought into view, and how much of the picture stays on the pane.
const AROUND: f64 = 16.0;
const LEFT: f64 = 64.0;

/// A point of the drawing times `scale`, moved by `x` and `y`, is a point of the pane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
}

impl Camera {
    /// All of it, in the middle.
    pub fn fit(drawing: &Drawing, (width, height): (i32, i32)) -> Camera {
        let across = f64::from(width) / f64::from(drawing.width.max(1));
        let scale = across.min(f64::from(height) / f64::from(drawing.height.max(1))).min(FITTED);
        let middle = |room: i32, length: i32| (f64::from(room) - f64::from(length) * scale) / 2.0;
        Camera { x: middle(width, drawing.width), y: middle(height, drawing.height), scale }
    }

    /// The point of the pane stays where it is.
    pub fn zoomed(self, factor: f64, (x, y): (f64, f64)) -> Camera {
        let scale = (self.scale * factor).clamp(SMALLEST, LARGEST);
        let factor = scale / self.scale;
        Camera { x: x - (x - self.x) * factor, y: y - (y - self.y) * factor, scale }
    }

    pub fn moved(self, x: f64, y: f64) -> Camera {
        Camera { x: self.x + x, y: self.y + y, ..self }
    }

    /// Not so far that the picture is lost.
    pub fn within(self, drawing: &Drawing, (width, height): (i32, i32)) -> Camera {
        let hold = |at: f64, length: i32, room: i32| {
            let (length, room) = (f64::from(length) * self.scale, f64::from(room));
            let left = LEFT.min(length).min(room);
            at.max(left - length).min(room - left)
        };
        let (x, y) = (hold(self.x, drawing.width, width), hold(self.y, drawing.height, height));
        Camera { x, y, ..self }
    }

    pub fn has_room_for(self, rect: &Rect, (width, height): (f64, f64)) -> bool {
        let fits = |length: i32, room: f64| f64::from(length) * self.scale + 2.0 * AROUND <= room;
        fits(rect.width, width) && fits(rect.height, height)
    }

    /// Moved as little as is needed to see a rectangle of the drawing in the first `width` and `height` of the pane.
    pub fn to_show(self, rect: Rect, (width, height): (f64, f64)) -> Camera {
        let shift = |at: f64, start: i32, length: i32, room: f64| {
            let (start, length) = (f64::from(start) * self.scale + at, f64::from(length) * self.scale);
            // What is seen stays, however near to the edge it is.
            if start >= 0.0 && start + length <= room {
                return 0.0;
            }
            let start = start - AROUND;
            let beyond = start + length + 2.0 * AROUND - room;
            // What is too large is seen from its start.
            if start < 0.0 { -start } else { -beyond.max(0.0).min(start) }
        };
        self.moved(shift(self.x, rect.x, rect.width, width), shift(self.y, rect.y, rect.height, height))
    }

    /// As SVG writes it. Whole numbers and their thousandths, since printing floats weighs more than this.
    pub fn transform(self) -> String {
        let mut out = String::from("translate(");
        put(&mut out, Math::round(self.x) * 1000.0);
        out.push(' ');
        put(&mut out, Math::round(self.y) * 1000.0);
        out.push_str(")scale(");
        put(&mut out, self.scale * 1000.0);
        out.push(')');
        out
    }
}

fn put(out: &mut String, thousandths: f64) {
    let number = thousandths as i32;
    if number < 0 {
        out.push('-');
    }
    let (whole, rest) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
    out.push_str(&whole.to_string());
    if rest > 0 {
        out.push('.');
        for digit in [rest / 100, rest / 10 % 10, rest % 10] {
            out.push(char::from(b'0' + digit as u8));
        }
    }
}
