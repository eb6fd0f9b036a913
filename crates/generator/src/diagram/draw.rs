//! Puts the drawing together: boxes with their texts, then the edges between them.

use crate::sorted::Set;

use super::describe::{says, sentence};
use super::drawing::{Drawing, DrawnEdge, DrawnNode, Label, LeftOut, LegendEntry, Point, Rect, Text};
use super::fewer::MORE;
use super::layout::Plan;
use super::layout::spacing::{
    DETAIL_GAP, ICON, ICON_GAP, INSET, LEGEND, LEGEND_STROKE, MARGIN, TITLE_END, TITLE_HALF, TITLE_ROUND, TITLE_START,
    title_width,
};
use super::layout::tree::Tree;
use super::model::{Diagram, Edge, EdgeKind, NodeKind};
use super::route::Routes;
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
    let says = says(model);
    let (mark, title, detail) = if container {
        let chip = title_rect(tree, node, rect);
        let start = Point { x: chip.x + TITLE_ROUND + ICON + ICON_GAP, y: rect.y + 5 };
        let room = chip.right() - TITLE_ROUND - start.x;
        let title = line(&label, TITLE, start, room);
        let next = start.x + title.width + DETAIL_GAP;
        let detail = line(&detail, SMALL, Point { x: next, ..start }, chip.right() - TITLE_ROUND - next);
        (Point { x: chip.x + TITLE_ROUND, y: rect.y - ICON / 2 }, title, detail)
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
            line(&detail, SMALL, Point { x, y: middle + 14 }, room),
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
        opens: model.opens.clone(),
    }
}

/// A text that takes no more than `room`; too little of it is nothing.
pub(crate) fn line(text: &str, size: i32, at: Point, room: i32) -> Text {
    let text =
        if room < 2 * size && text::width(text, size) > room { String::new() } else { text::elide(text, size, room) };
    Text { at, width: text::width(&text, size), text }
}

/// An edge between two boxes that are drawn.
pub(crate) struct Ends<'a> {
    pub edge: &'a Edge,
    pub from: usize,
    pub to: usize,
}

/// The edges that can be drawn. Two that have become the same, since their ends were left out, are drawn once. What says "+4" has
/// only lines without which a box would seem to send nothing, or to get nothing.
pub(crate) fn ends<'a>(diagram: &'a Diagram, tree: &Tree) -> Vec<Ends<'a>> {
    let mut seen = Set::new();
    let drawn = |id: &str| tree.index.get(id).copied();
    let is_more = |node: usize| tree.nodes[node].icon == MORE;
    let known =
        diagram.edges.iter().filter_map(|edge| Some(Ends { edge, from: drawn(&edge.from)?, to: drawn(&edge.to)? }));
    let mut ends: Vec<Ends> = known
        .filter(|ends| ends.from != ends.to && seen.insert((ends.from, ends.to, ends.edge.kind, &ends.edge.label)))
        .collect();
    let is_whole = |ends: &&Ends| !is_more(ends.from) && !is_more(ends.to);
    let (mut from, mut to): (Set<usize>, Set<usize>) =
        ends.iter().filter(is_whole).map(|ends| (ends.from, ends.to)).unzip();
    ends.retain(|ends| match (is_more(ends.from), is_more(ends.to)) {
        (true, true) => false,
        (true, false) => to.insert(ends.to),
        (false, true) => from.insert(ends.from),
        (false, false) => true,
    });
    ends
}

pub(crate) fn drawing(diagram: &Diagram, tree: &Tree, plan: &Plan, edges: &[Ends], routes: &Routes) -> Drawing {
    let mut drawing = Drawing {
        title: text::clean(&diagram.title),
        width: plan.width,
        height: plan.height,
        boxes: boxes(tree, plan),
        ..Drawing::default()
    };
    let drawable = edges.iter().zip(&routes.ways).zip(&routes.labels);
    drawing
        .edges
        .extend(drawable.filter_map(|((ends, way), label)| arrow(diagram, tree, ends, way.as_deref()?, label)));
    drawing.left_out = LeftOut { nodes: tree.left_out, edges: diagram.edges.len() - drawing.edges.len() };
    legend(&mut drawing);
    drawing
}

fn arrow(diagram: &Diagram, tree: &Tree, ends: &Ends, way: &[[i32; 2]], label: &Option<Label>) -> Option<DrawnEdge> {
    let (from, to) = (tree.nodes[ends.from], tree.nodes[ends.to]);
    // Also of a box that is left out.
    let name = |id: &str| diagram.nodes.iter().find(|node| node.id == id).map_or("", |node| &node.label);
    Some(DrawnEdge {
        id: ends.edge.id.clone(),
        component: ends.edge.component.clone(),
        kind: ends.edge.kind,
        from: from.id.clone(),
        to: to.id.clone(),
        points: way.iter().map(|&[x, y]| Point { x, y }).collect(),
        label: label.clone(),
        says: sentence(name(&ends.edge.from), ends.edge, name(&ends.edge.to)),
    })
}

/// Explains the kinds of edge that occur, below everything else.
fn legend(drawing: &mut Drawing) {
    let occurs = |kind: &EdgeKind| drawing.edges.iter().any(|edge| edge.kind == *kind);
    let kinds: Vec<EdgeKind> = EdgeKind::ALL.into_iter().filter(occurs).collect();
    if kinds.is_empty() {
        return;
    }
    let mut x = MARGIN;
    let y = drawing.height + LEGEND / 2 - MARGIN / 2;
    for kind in kinds {
        let stroke = [Point { x, y }, Point { x: x + LEGEND_STROKE, y }];
        let at = Point { x: x + LEGEND_STROKE + INSET, y: y + 4 };
        let text = line(kind.name(), SMALL, at, 100);
        x = at.x + text.width + 2 * INSET;
        drawing.legend.push(LegendEntry { kind, stroke, text });
    }
    drawing.height += LEGEND - MARGIN / 2;
    drawing.width = drawing.width.max(x);
}
