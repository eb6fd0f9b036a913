//! What holds for pictures that leave something out.

use proptest::prelude::*;

use crate::diagram::drawing::Drawing;
use crate::diagram::model::{Diagram, Edge, EdgeKind, Node};
use crate::diagram::sample;
use crate::diagram::tests::{diagrams, faults, shown};
use crate::diagram::worth::STAYS;

const CANVASES: [(i32, i32); 4] = [(360, 600), (560, 600), (700, 620), (1000, 400)];

/// Boxes that seem to send nothing, or to get nothing, although they do.
fn bare(diagram: &Diagram, drawing: &Drawing) -> Vec<String> {
    let is_whole = |id: &str| drawing.boxes.iter().any(|node| node.id == id && node.opens.is_empty());
    let mut bare = vec![];
    for edge in diagram.edges.iter().filter(|edge| edge.from != edge.to) {
        if is_whole(&edge.from) && !drawing.edges.iter().any(|drawn| drawn.from == edge.from) {
            bare.push(format!("{} sends nothing", edge.from));
        }
        if is_whole(&edge.to) && !drawing.edges.iter().any(|drawn| drawn.to == edge.to) {
            bare.push(format!("{} gets nothing", edge.to));
        }
    }
    bare
}

#[test]
fn a_narrow_canvas_shows_fewer_boxes_and_says_so() {
    let drawing = shown(&sample::base(), (360, 600), &[]);
    assert!(drawing.left_out.nodes > 0 && drawing.boxes.iter().any(|node| !node.opens.is_empty()));
    assert_eq!(faults(&drawing), Vec::<String>::new());
}

#[test]
fn instances_go_before_anything_else_does() {
    let drawing = shown(&sample::base(), (700, 620), &[]);
    let zones = drawing.boxes.iter().filter(|node| node.id.starts_with("zone["));
    let said: Vec<_> = zones.map(|zone| (zone.id.as_str(), zone.opens.as_str(), zone.says.as_str())).collect();
    assert_eq!(said, [("zone[a]", "zone[b]", "eu-central-1a: +2 alike")]);
    assert!(drawing.boxes.iter().any(|node| node.id == "nat[a]"));
}

#[test]
fn what_is_worth_more_stays_longer() {
    let mut diagram = sample::base();
    let ids = |drawing: &Drawing| -> Vec<String> { drawing.boxes.iter().map(|node| node.id.clone()).collect() };
    let has = |ids: &[String], id: &str| ids.iter().any(|other| other == id);
    // The largest canvas that has no room for it.
    let small = |side: &i32| !has(&ids(&shown(&sample::base(), (*side, *side), &[])), "metrics-server");
    let side = (200..760).rev().step_by(40).find(small).unwrap();
    assert!(has(&ids(&shown(&diagram, (side, side), &["metrics-server"])), "metrics-server"));
    for node in diagram.nodes.iter_mut().filter(|node| node.id == "metrics-server") {
        node.worth = 2;
    }
    assert!(has(&ids(&shown(&diagram, (side, side), &[])), "metrics-server"));
}

#[test]
fn what_is_left_out_can_be_opened() {
    let diagram = sample::base();
    let before = shown(&diagram, (560, 600), &[]);
    for opens in before.boxes.iter().map(|node| node.opens.as_str()) {
        if !opens.is_empty() {
            let drawing = shown(&diagram, (560, 600), &[opens]);
            let stay = |id: &String| drawing.boxes.iter().any(|node| node.id == *id);
            let gone = before.boxes.iter().filter(|node| node.opens.is_empty() && !stay(&node.id));
            assert_eq!(gone.count(), 0, "what was there stays when {opens} is opened");
            assert!(drawing.boxes.iter().all(|node| node.opens != opens), "{opens} stays closed");
            assert_eq!(faults(&drawing), Vec::<String>::new());
        }
    }
}

#[test]
fn what_is_shown_is_joined_to_what_is_not() {
    for canvas in CANVASES {
        let diagram = sample::base();
        let drawing = shown(&diagram, canvas, &[]);
        assert!(drawing.left_out.nodes > 0);
        assert_eq!((bare(&diagram, &drawing), faults(&drawing)), (vec![], vec![]), "{canvas:?}");
    }
}

/// A chain in a network: who asks, what passes it on, who answers; and as much else as it takes.
fn chain(kind: EdgeKind) -> Diagram {
    let node = |id: &str, parent: &str| Node {
        id: id.to_owned(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        label: id.to_owned(),
        component: id.to_owned(),
        ..Node::default()
    };
    let edge = |from: &str, to: &str, kind| Edge {
        id: format!("{from}-{to}"),
        from: from.to_owned(),
        to: to.to_owned(),
        label: "findings".to_owned(),
        kind,
        ..Edge::default()
    };
    let mut nodes = vec![node("network", ""), node("asks", "network"), node("answers", "network")];
    for node in &mut nodes {
        node.worth = STAYS;
    }
    nodes.push(node("rule", "network"));
    nodes.extend((0..9).map(|at| node(&format!("other-{at}"), "network")));
    let edges = vec![edge("asks", "rule", kind), edge("rule", "answers", EdgeKind::Data)];
    Diagram { nodes, edges, ..Diagram::default() }
}

#[test]
fn what_only_passes_on_is_bridged() {
    let lines = |kind| -> Vec<(String, String)> {
        let drawing = shown(&chain(kind), (160, 160), &[]);
        assert!(drawing.boxes.iter().all(|node| node.id != "rule"));
        drawing.edges.iter().map(|edge| (edge.from.clone(), edge.to.clone())).collect()
    };
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(lines(EdgeKind::Data), [pair("asks", "answers")]);
    let drawing = shown(&chain(EdgeKind::Data), (160, 160), &[]);
    assert!(drawing.boxes.iter().any(|node| node.says.starts_with("+10: rule, other-0")), "it says what it stands for");
    // What is no flow of one kind leads to what says how many there are.
    assert_eq!(lines(EdgeKind::Control), [pair("asks", "network+"), pair("network+", "answers")]);
}

#[test]
fn a_line_says_what_it_stands_for() {
    let mut diagram = chain(EdgeKind::Data);
    let says = |diagram: &Diagram| shown(diagram, (160, 160), &[]).edges[0].says.clone();
    assert_eq!(says(&diagram), "asks findings rule.");
    diagram.edges[0].says = "Who asks sends findings to a rule.".to_owned();
    assert_eq!(says(&diagram), "Who asks sends findings to a rule.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_diagram_with_fewer_boxes_is_drawn_without_a_fault(diagram in diagrams(), canvas in 0..CANVASES.len()) {
        let drawing = shown(&diagram, CANVASES[canvas], &[]);
        prop_assert_eq!(faults(&drawing), Vec::<String>::new());
    }
}
