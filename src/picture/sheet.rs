//! The drawing on the page: an element for each box and edge, kept as long as what it shows is there. Only what differs from
//! the drawing before is touched, and what stays is moved, so that the style sheet can make the way smooth.

use generator::diagram::{Drawing, Part, parts};
use std::sync::Arc;
use web_sys::Element;

pub struct Sheet {
    pub root: Element,
    pub drawing: Arc<Drawing>,
    /// In the order of the drawing's parts.
    kept: Vec<Kept>,
}

struct Kept {
    element: Element,
    inside: String,
    class: String,
}

impl Sheet {
    pub fn new(root: Element) -> Sheet {
        Sheet { root, drawing: Arc::default(), kept: Vec::new() }
    }

    pub fn draw(&mut self, drawing: Arc<Drawing>) {
        if Arc::ptr_eq(&self.drawing, &drawing) {
            return;
        }
        let old = std::mem::replace(&mut self.drawing, drawing.clone());
        let mut before: Vec<Option<(Part, Kept)>> =
            parts(&old).into_iter().zip(std::mem::take(&mut self.kept)).map(Some).collect();
        let (mut next, mut in_order) = (0, true);
        for part in parts(&drawing) {
            let count = before.len();
            let is_it = |at: &usize| before[*at].as_ref().is_some_and(|(old, _)| is_same(old, &part));
            // Most often it is the one behind the one before.
            let found = (next..count).chain(0..next.min(count)).find(is_it);
            in_order &= found == Some(next);
            let kept = match found.and_then(|at| before[at].take()) {
                Some((old, mut kept)) => {
                    next = found.map_or(next, |at| at + 1);
                    if old != part {
                        kept.update(&old, &part);
                    }
                    kept
                }
                None => Kept::new(&self.root, &part),
            };
            self.kept.push(kept);
        }
        for (_, gone) in before.into_iter().flatten() {
            gone.element.remove();
        }
        if !in_order {
            self.arrange();
        }
    }

    /// Later parts are painted over earlier ones. An element that is moved starts anew, so those that are in place stay.
    fn arrange(&self) {
        let mut next = self.root.first_element_child();
        for Kept { element, .. } in &self.kept {
            if next.as_ref() == Some(element) {
                next = element.next_element_sibling();
            } else {
                let before = next.as_ref().map(|next| -> &web_sys::Node { next });
                let _ = self.root.insert_before(element, before);
            }
        }
    }

    /// Gives each part its classes: those of the drawing, and `marks`.
    pub fn mark(&mut self, marks: impl Fn(&Part, &mut String)) {
        for (part, kept) in parts(&self.drawing).iter().zip(&mut self.kept) {
            let mut class = part.class();
            marks(part, &mut class);
            if kept.class != class {
                let _ = kept.element.set_attribute("class", &class);
                kept.class = class;
            }
        }
    }
}

/// Whether they are one thing, however it looks. An edge that leads elsewhere is another.
fn is_same(old: &Part, new: &Part) -> bool {
    match (old, new) {
        (Part::Box(old), Part::Box(new)) => old.id == new.id,
        (Part::Edge(old), Part::Edge(new)) => old.id == new.id && old.from == new.from && old.to == new.to,
        (Part::Legend(old), Part::Legend(new)) => old.kind == new.kind,
        _ => false,
    }
}

impl Kept {
    fn new(root: &Element, part: &Part) -> Kept {
        let (mut whole, mut inside) = (String::new(), String::new());
        part.print(&mut whole);
        part.inside(&mut inside);
        let _ = root.insert_adjacent_html("beforeend", &whole);
        // It is there: it was put there just now.
        let element = root.last_element_child().unwrap_or_else(|| root.clone());
        Kept { element, inside, class: part.class() }
    }

    fn update(&mut self, old: &Part, new: &Part) {
        let mut inside = String::new();
        new.inside(&mut inside);
        if inside != self.inside {
            self.element.set_inner_html(&inside);
            self.inside = inside;
        }
        let at = new.at();
        if old.at() != at {
            let _ = self.element.set_attribute("transform", &format!("translate({} {})", at.x, at.y));
        }
    }
}
