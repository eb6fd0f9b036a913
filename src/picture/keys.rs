//! The picture by keyboard: from box to box, closer and farther.

use super::stage::Stage;
use generator::diagram::{Drawing, DrawnNode, NodeKind, Point};
use leptos::ev;
use leptos::prelude::*;

pub const HELP: &str = "Arrow keys go from box to box, Enter selects or opens, Escape goes back. Plus and minus zoom, 0 fits, F \
                        fills the screen, Shift with an arrow key moves the picture.";

/// One step of the zoom.
pub const LARGER: f64 = 1.2;
/// Pixels that the picture is moved by.
const PAN: f64 = 64.0;

pub fn key(stage: Stage, event: &ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let here = stage.here.get_untracked();
    match (key.as_str(), here) {
        ("+" | "=", _) => stage.zoom(LARGER),
        ("-", _) => stage.zoom(1.0 / LARGER),
        ("0", _) => stage.fit(),
        ("f" | "F", _) => stage.fill(),
        ("Enter" | " ", Some(here)) => stage.choose(&here),
        ("Escape", Some(_)) => {
            stage.here.set(None);
            event.stop_propagation();
        }
        (key, here) => {
            let Some((x, y)) = direction(key) else { return };
            if event.shift_key() {
                stage.turn(false, |camera| camera.moved(-PAN * f64::from(x), -PAN * f64::from(y)));
            } else {
                let drawing = stage.state.follows.drawing.get_untracked();
                let now = drawing.boxes.iter().find(|node| Some(&node.id) == here.as_ref());
                if let Some(next) = now.map_or_else(|| first(&drawing), |now| nearest(&drawing, now, (x, y))) {
                    stage.here.set(Some(next.id.clone()));
                    stage.bring_into_view(next.rect);
                }
            }
        }
    }
    event.prevent_default();
}

fn direction(key: &str) -> Option<(i32, i32)> {
    Some(match key {
        "ArrowRight" => (1, 0),
        "ArrowLeft" => (-1, 0),
        "ArrowDown" => (0, 1),
        "ArrowUp" => (0, -1),
        _ => return None,
    })
}

fn first(drawing: &Drawing) -> Option<&DrawnNode> {
    drawing.boxes.first()
}

/// The next box in a direction; one that is straight ahead is nearer than one that is aside.
fn nearest<'a>(drawing: &'a Drawing, from: &DrawnNode, (x, y): (i32, i32)) -> Option<&'a DrawnNode> {
    let start = middle(from);
    let way = |node: &&DrawnNode| {
        let end = middle(node);
        let ahead = (end.x - start.x) * x + (end.y - start.y) * y;
        let aside = ((end.x - start.x) * y + (end.y - start.y) * x).abs();
        (ahead, ahead + 2 * aside)
    };
    drawing.boxes.iter().filter(|node| way(node).0 > 0).min_by_key(|node| way(node).1)
}

/// Where one is at a box: at a container's title, which is its head.
fn middle(node: &DrawnNode) -> Point {
    match node.kind {
        NodeKind::Leaf => node.rect.centre(),
        NodeKind::Container => Point { x: node.rect.x + node.rect.width.min(96) / 2, y: node.rect.y },
    }
}

/// What a screen reader says of the box that the keys are at.
pub fn says(drawing: &Drawing, id: &str) -> String {
    let Some(node) = drawing.boxes.iter().find(|node| node.id == id) else { return String::new() };
    let mut says = node.says.clone();
    says.push('.');
    let edges = drawing.edges.iter().filter(|edge| edge.from == id || edge.to == id);
    for edge in edges {
        says.push(' ');
        says.push_str(&edge.says);
    }
    if !node.opens.is_empty() {
        says.push_str(" Enter shows what is inside.");
    }
    says
}
