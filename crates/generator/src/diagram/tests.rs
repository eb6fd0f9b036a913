//! What holds for every picture, whatever is in it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::drawing::{Drawing, DrawnEdge, DrawnNode, LeftOut, Point, Rect};
use super::model::{Diagram, Edge, EdgeKind, Node, NodeKind};
use super::{Canvas, Show, describe, layout, layout_in, list, parts, sample, svg};

/// Everything that can be wrong with a picture, as sentences.
pub(super) fn faults(drawing: &Drawing) -> Vec<String> {
    let mut faults = Vec::new();
    let leaves: Vec<_> = drawing.boxes.iter().filter(|node| node.kind == NodeKind::Leaf).collect();
    let containers = || drawing.boxes.iter().filter(|node| node.kind == NodeKind::Container);
    let page = Rect { x: 0, y: 0, width: drawing.width, height: drawing.height };
    for (at, a) in drawing.boxes.iter().enumerate() {
        if !page.contains(&a.rect) {
            faults.push(format!("{} sticks out of the picture", a.id));
        }
        for b in &drawing.boxes[at + 1..] {
            let nested = a.depth < b.depth && a.kind == NodeKind::Container && inside(&a.rect, &b.rect);
            if a.rect.grown(2).overlaps(&b.rect) && !nested {
                faults.push(format!("{} and {} overlap", a.id, b.id));
            }
        }
    }
    let titles: Vec<Rect> = containers().map(title).collect();
    for edge in &drawing.edges {
        for pair in edge.points.windows(2) {
            if pair[0].x != pair[1].x && pair[0].y != pair[1].y {
                faults.push(format!("{} is not orthogonal", edge.id));
            }
            let piece = between(pair[0], pair[1]);
            faults.extend(
                leaves
                    .iter()
                    .filter(|leaf| crosses(&piece, &leaf.rect))
                    .map(|leaf| format!("{} runs through {}", edge.id, leaf.id)),
            );
            if titles.iter().any(|title| crosses(&piece, title)) {
                faults.push(format!("{} runs through a title", edge.id));
            }
        }
        for (id, point) in [(&edge.from, edge.points.first()), (&edge.to, edge.points.last())] {
            let node = drawing.boxes.iter().find(|node| node.id == *id);
            if !node.zip(point).is_some_and(|(node, point)| on_border(&node.rect, *point)) {
                faults.push(format!("{} does not end at the border of {id}", edge.id));
            }
        }
    }
    let labels: Vec<(&DrawnEdge, Rect)> =
        drawing.edges.iter().filter_map(|edge| Some((edge, edge.label.as_ref()?.rect))).collect();
    for (at, (edge, label)) in labels.iter().enumerate() {
        let taken = leaves.iter().map(|leaf| leaf.rect).chain(titles.iter().copied());
        let others = labels[at + 1..].iter().map(|(_, other)| *other);
        if !page.contains(label) || taken.chain(others).any(|other| label.overlaps(&other)) {
            faults.push(format!("the label of {} covers something", edge.id));
        }
    }
    faults
}

fn inside(outer: &Rect, inner: &Rect) -> bool {
    outer.contains(&inner.grown(4))
}

fn title(node: &DrawnNode) -> Rect {
    let right = if node.detail.text.is_empty() { &node.title } else { &node.detail };
    let width = (right.at.x + right.width - node.mark.x).max(16);
    Rect { x: node.mark.x, y: node.mark.y, width, height: 16 }
}

fn between(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

/// Whether a line, which has no width, passes through the inside of a rectangle.
fn crosses(line: &Rect, rect: &Rect) -> bool {
    line.x < rect.right() && line.right() > rect.x && line.y < rect.bottom() && line.bottom() > rect.y
}

fn on_border(rect: &Rect, point: Point) -> bool {
    let upright = (rect.y..=rect.bottom()).contains(&point.y);
    let flat = (rect.x..=rect.right()).contains(&point.x);
    (upright && (point.x == rect.x || point.x == rect.right()))
        || (flat && (point.y == rect.y || point.y == rect.bottom()))
}

fn check(diagram: &Diagram) {
    for drawing in [layout(diagram), shown(diagram, (760, 760), &[]), shown(diagram, (390, 600), &[])] {
        assert_eq!(faults(&drawing), Vec::<String>::new());
    }
}

/// As much as can be read on a canvas.
pub(super) fn shown(diagram: &Diagram, (width, height): (i32, i32), opened: &[&str]) -> Drawing {
    let opened = opened.iter().map(|id| id.to_string()).collect();
    layout_in(diagram, &Show::Readable(opened), Canvas { width, height })
}

#[test]
fn the_base_platform_is_drawn_without_a_fault() {
    check(&sample::base());
    check(&sample::large(4));
}

#[test]
fn the_base_platform_can_be_read_on_a_projector() {
    let drawing = shown(&sample::base(), (760, 760), &[]);
    assert_eq!(drawing.left_out, LeftOut::default());
}

#[test]
fn every_label_of_the_base_platform_finds_a_place() {
    let diagram = sample::base();
    for canvas in [(760, 760), (1440, 900)] {
        let drawing = shown(&diagram, canvas, &[]);
        let labelled = drawing.edges.iter().filter(|edge| edge.label.is_some()).count();
        assert_eq!(labelled, diagram.edges.iter().filter(|edge| !edge.label.is_empty()).count());
    }
}

#[test]
fn instances_have_equal_sizes_and_stand_side_by_side() {
    let drawing = layout(&sample::base());
    for stem in ["zone[", "namespace["] {
        let same: Vec<Rect> =
            drawing.boxes.iter().filter(|node| node.id.starts_with(stem)).map(|node| node.rect).collect();
        for pair in same.windows(2) {
            assert_eq!((pair[0].y, pair[0].height), (pair[1].y, pair[1].height));
            assert!((pair[0].width - pair[1].width).abs() <= 1 && pair[0].right() < pair[1].x);
        }
    }
}

#[test]
fn edges_of_one_line_get_lanes_of_their_own() {
    let drawing = layout(&sample::base());
    for (at, a) in drawing.edges.iter().enumerate() {
        for b in &drawing.edges[at + 1..] {
            for (p, q) in pairs(a).flat_map(|p| pairs(b).map(move |q| (p, q))) {
                let shared = p.grown(1).overlaps(&q.grown(1));
                let same_way = (p.width == 0) == (q.width == 0);
                assert!(!(shared && same_way), "{} and {} share a lane", a.id, b.id);
            }
        }
    }
}

fn pairs(edge: &DrawnEdge) -> impl Iterator<Item = Rect> + '_ {
    edge.points.windows(2).map(|pair| between(pair[0], pair[1]))
}

#[test]
fn nonsense_is_drawn_as_far_as_it_goes() {
    let node = |id: &str, parent: &str| Node {
        id: id.into(),
        parent: Some(parent.into()),
        label: "\u{0}\u{202e}<script>\n".repeat(40),
        hue: 255,
        icon: "\" onload=\"".into(),
        ..Node::default()
    };
    let edge = |from: &str, to: &str| Edge { from: from.into(), to: to.into(), ..Edge::default() };
    let diagram = Diagram {
        title: "<&>\"".into(),
        nodes: vec![node("a", "b"), node("b", "a"), node("b", "a"), node("", "nowhere"), node("c", "c")],
        edges: vec![edge("a", "nowhere"), edge("a", "a"), edge("a", "c"), edge("", "b")],
    };
    check(&diagram);
    let text = svg(&layout(&diagram));
    assert!(!text.contains("<script>") && !text.contains("onload=\"\"") && !text.contains(" style="));
    assert!(describe(&diagram).contains("- <script>"));
    check(&Diagram::default());
}

#[test]
fn thousands_of_boxes_take_no_harm() {
    let deep: Vec<Node> = (0..2000)
        .map(|at: i32| Node { id: at.to_string(), parent: Some((at - 1).to_string()), ..Node::default() })
        .collect();
    let wide: Vec<Node> = (0..2000)
        .map(|at| Node { id: at.to_string(), icon: at.to_string(), kind: NodeKind::Container, ..Node::default() })
        .collect();
    for nodes in [deep, wide] {
        let edges = (0..2000).map(|at| Edge {
            from: at.to_string(),
            to: (at * 7 % 2000).to_string(),
            label: "joins".into(),
            ..Edge::default()
        });
        let drawing = layout(&Diagram { nodes, edges: edges.collect(), ..Diagram::default() });
        assert!(drawing.left_out.nodes > 0 || drawing.boxes.len() == 2000);
    }
}

/// Somebody reaches a service in a network.
fn small() -> Diagram {
    let node = |id: &str, parent: &str, kind, icon: &str, label: &str, detail: &str| Node {
        id: id.into(),
        parent: (!parent.is_empty()).then(|| parent.into()),
        kind,
        icon: icon.into(),
        label: label.into(),
        detail: detail.into(),
        hue: 1,
        component: "network".into(),
        ..Node::default()
    };
    let edge = Edge {
        id: "visit".into(),
        from: "people".into(),
        to: "service".into(),
        label: "visit".into(),
        component: "network".into(),
        ..Edge::default()
    };
    Diagram {
        title: "R&D".into(),
        nodes: vec![
            node("people", "", NodeKind::Leaf, "person", "People", ""),
            node("network", "", NodeKind::Container, "network", "Network", "10.0.0.0/16"),
            node("service", "network", NodeKind::Leaf, "workload", "Service", "2 replicas"),
            node("store", "network", NodeKind::Leaf, "database", "Store", ""),
        ],
        edges: vec![edge],
    }
}

#[test]
fn a_small_picture_as_svg() {
    let mut out = String::new();
    for part in parts(&layout(&small())) {
        part.print(&mut out);
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_small_picture_in_words() {
    insta::assert_snapshot!(describe(&small()), @r"
    - People
    - Network: 10.0.0.0/16
      - Service: 2 replicas
      - Store

    - People visit Service.
    ");
}

#[test]
fn a_small_picture_as_lists() {
    insta::assert_snapshot!(list(&small()), @"<ul><li>People<li>Network: 10.0.0.0/16<ul><li>Service: 2 replicas<li>Store</ul></ul><ul><li>People visit Service.</ul>");
}

#[test]
fn a_file_brings_its_colours_for_light_and_dark() {
    let file = svg(&layout(&small()));
    assert!(file.contains("prefers-color-scheme: dark") && !file.contains("var(--"));
}

/// Diagrams of any shape: each node's parent is one before it, or none.
pub(super) fn diagrams() -> impl Strategy<Value = Diagram> {
    let node = (any::<u16>(), any::<bool>(), 0..4usize, 0..30usize, 0..3u8);
    let edge = (any::<u16>(), any::<u16>(), 0..4usize, 0..25usize);
    (prop::collection::vec(node, 1..45), prop::collection::vec(edge, 0..30)).prop_map(|(nodes, edges)| {
        let count = nodes.len();
        let nodes = nodes.into_iter().enumerate().map(|(at, (parent, container, kind, length, row))| Node {
            id: format!("{}[{at}]", ["zone", "subnet", "thing", "pod"][kind]),
            parent: (at > 0 && parent % 5 > 0).then(|| {
                let parent = parent as usize % at;
                parent.to_string()
            }),
            kind: if container { NodeKind::Container } else { NodeKind::Leaf },
            icon: ["zone", "subnet", "node", "key"][kind].into(),
            label: "Production workload and so on".chars().take(length).collect(),
            detail: if length % 2 == 0 { "10.0.0.0/16".into() } else { String::new() },
            row: (row > 1).then_some(row),
            ..Node::default()
        });
        let mut nodes: Vec<Node> = nodes.collect();
        let ids: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
        for node in &mut nodes {
            let parent = node.parent.as_deref().and_then(|at| at.parse::<usize>().ok());
            node.parent = parent.map(|at| ids[at].clone());
        }
        let edges = edges.into_iter().enumerate().map(|(at, (from, to, kind, length))| Edge {
            id: format!("edge {at}"),
            from: ids[from as usize % count].clone(),
            to: ids[to as usize % count].clone(),
            label: "pulls images and charts from".chars().take(length).collect(),
            kind: EdgeKind::ALL[kind],
            ..Edge::default()
        });
        Diagram { title: "Any".into(), edges: edges.collect(), nodes }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_diagram_is_drawn_without_a_fault(diagram in diagrams()) {
        let drawing = layout(&diagram);
        prop_assert_eq!(faults(&drawing), Vec::<String>::new());
        let drawable = diagram.edges.iter().filter(|edge| edge.from != edge.to);
        let different: BTreeSet<_> = drawable.map(|edge| (&edge.from, &edge.to, edge.kind, &edge.label)).collect();
        prop_assert!(drawing.edges.len() == different.len() || drawing.left_out.nodes > 0);
        prop_assert_eq!(svg(&drawing), svg(&layout(&diagram)));
    }
}
