//! What labels of edges look like: one line or two, and how large.

use super::field::{Block, X};
use crate::diagram::drawing::{Label, Point, Rect, Text};
use crate::diagram::text::{self, SMALL};

/// Height of a line of text, and the space around the text.
const LINE: i32 = 14;
const ROUND: i32 = 4;
/// Labels that are wider become two lines.
const WIDE: i32 = 130;

pub(super) struct Form {
    pub lines: Vec<String>,
    /// Width and height of the background.
    pub size: [i32; 2],
}

/// The label in one line if it is not too long, and in two if it has two words.
pub(super) fn forms(label: &str) -> Vec<Form> {
    let full = text::width(label, SMALL);
    let mut forms = Vec::new();
    let two = text::wrap(label, SMALL, (full * 2 / 3).clamp(40, WIDE));
    if full <= WIDE || two.len() < 2 {
        forms.push(Form::new(vec![text::elide(label, SMALL, WIDE)]));
    }
    if two.len() > 1 {
        forms.push(Form::new(two));
    }
    forms
}

/// The least width and height that a label can have; nothing for no label.
pub(crate) fn least_room(label: &str) -> [i32; 2] {
    if label.is_empty() {
        return [0, 0];
    }
    let forms = forms(label);
    [0, 1].map(|axis| forms.iter().map(|form| form.size[axis]).min().unwrap_or(0))
}

impl Form {
    fn new(lines: Vec<String>) -> Form {
        let widest = lines.iter().map(|line| text::width(line, SMALL)).max().unwrap_or(0);
        let size = [widest + 2 * ROUND, lines.len() as i32 * LINE + 2];
        Form { lines, size }
    }

    /// The label with its background at `block`.
    pub fn print(&self, block: &Block) -> Label {
        let [x, y] = block.lo;
        let mut baseline = y - 2;
        let text = |text: &String| {
            baseline += LINE;
            let width = text::width(text, SMALL);
            let at = Point { x: x + (self.size[X] - width) / 2, y: baseline };
            Text { at, width, text: text.clone() }
        };
        Label {
            lines: self.lines.iter().map(text).collect(),
            rect: Rect { x, y, width: self.size[0], height: self.size[1] },
        }
    }
}
