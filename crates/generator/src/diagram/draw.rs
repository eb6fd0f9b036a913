//! Puts the drawing together: boxes with their texts, then the edges between them.

use super::drawing::{Drawing, DrawnNode, Point, Rect, Text};
use super::layout::Plan;
use super::layout::spacing::{ICON, INSET, TITLE_END, TITLE_HALF, TITLE_START, title_width};
use super::layout::tree::Tree;
use super::model::NodeKind;
use super::text::{self, SMALL, TITLE};

/// The part of a container's upper border that its title covers.
pub(crate) fn title_rect(tree: &Tree, node: usize, rect: Rect) -> Rect {
    let wanted = title_width(&tree.nodes[node].label, &tree.nodes[node].detail);
    Rect {
        x: rect.x + TITLE_START,
        y: rect.y - TITLE_HALF,
        width: wanted.min(rect.width - TITLE_START - TITLE_END),
        height: 2 * TITLE_HALF,
    }
}

pub(crate) fn boxes(tree: &Tree, plan: &Plan) -> Vec<DrawnNode> {
    (0..tree.nodes.len()).map(|node| drawn(tree, node, plan.rects[node])).collect()
}

fn drawn(tree: &Tree, node: usize, rect: Rect) -> DrawnNode {
    let model = tree.nodes[node];
    let (label, mut detail) = (text::clean(&model.label), text::clean(&model.detail));
    let container = tree.is_container(node);
    let says = if detail.is_empty() { label.clone() } else { format!("{label}: {detail}") };
    let (mark, title, detail) = if container {
        let chip = title_rect(tree, node, rect);
        let start = Point { x: chip.x + 4 + ICON + 6, y: rect.y + 5 };
        let room = chip.right() - 6 - start.x;
        let title = line(&label, TITLE, start, room);
        let next = start.x + title.width + INSET;
        let detail = line(&detail, SMALL, Point { x: next, ..start }, chip.right() - 6 - next);
        (Point { x: chip.x + 4, y: rect.y - ICON / 2 }, title, detail)
    } else {
        if detail.is_empty() && tree.hidden[node] > 0 {
            detail = format!("{} inside", tree.hidden[node]);
        }
        let x = rect.x + INSET + ICON + INSET;
        let room = rect.right() - INSET - x;
        let middle = rect.y + rect.height / 2;
        let first = if detail.is_empty() { middle + 5 } else { middle - 3 };
        (
            Point { x: rect.x + INSET, y: middle - ICON / 2 },
            line(&label, TITLE, Point { x, y: first }, room),
            line(&detail, SMALL, Point { x, y: middle + 13 }, room),
        )
    };
    DrawnNode {
        id: model.id.clone(),
        component: model.component.clone(),
        stands_for: model.stands_for.clone(),
        kind: if container { NodeKind::Container } else { NodeKind::Leaf },
        icon: model.icon.clone(),
        hue: model.hue.min(8),
        depth: tree.depth[node],
        rect,
        mark,
        title,
        detail,
        says,
    }
}

/// A text that takes no more than `room`; too little of it is nothing.
pub(crate) fn line(text: &str, size: i32, at: Point, room: i32) -> Text {
    let text = if room < 2 * size { String::new() } else { text::elide(text, size, room) };
    Text { at, width: text::width(&text, size), text }
}

pub(crate) fn drawing(title: &str, tree: &Tree, plan: &Plan) -> Drawing {
    Drawing {
        title: text::clean(title),
        width: plan.width,
        height: plan.height,
        boxes: boxes(tree, plan),
        ..Drawing::default()
    }
}
