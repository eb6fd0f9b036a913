//! The picture stands for what is there, and nothing is left undrawn by mistake.

use crate::{Broken, CATALOG};
use generator::catalog::{ComponentIndex, Needed, Owner};
use generator::slice::Kind;
use std::collections::BTreeSet;

/// A component and all that it requires, members of choices included.
fn reach(component: ComponentIndex) -> BTreeSet<ComponentIndex> {
    let (mut reached, mut todo) = (BTreeSet::new(), vec![component]);
    while let Some(next) = todo.pop() {
        if !reached.insert(next) {
            continue;
        }
        for requirement in &CATALOG.requirements[next] {
            match requirement.needs {
                Needed::Component(needed) => todo.push(needed),
                Needed::Choice(choice) => todo.extend(&CATALOG.choices[choice].members),
            }
        }
    }
    reached
}

#[test]
fn nodes_stand_for_what_their_component_brings() {
    let mut broken = Broken::default();
    for node in &CATALOG.nodes {
        let reached = reach(node.component);
        for address in &node.stands_for {
            let is_it = |item: &&generator::catalog::Item| {
                matches!(item.kind, Kind::Resource | Kind::Data) && item.address == *address
            };
            match CATALOG.graph.items.iter().find(is_it).map(|item| item.owner) {
                None => broken.0.push(format!("node {}: there is no {address}", node.id)),
                Some(Owner::Component(owner)) => {
                    let (here, there) = (&CATALOG.components[node.component].id, &CATALOG.components[owner].id);
                    broken.unless(reached.contains(&owner), || {
                        format!("node {}: {address} is of {there}, which {here} does not require", node.id)
                    });
                }
                Some(_) => {}
            }
        }
    }
    broken.none();
}

#[test]
fn each_resource_is_drawn_or_plumbing() {
    let mut broken = Broken::default();
    let drawn: BTreeSet<&String> = CATALOG.nodes.iter().flat_map(|node| &node.stands_for).collect();
    for item in CATALOG.graph.items.iter().filter(|item| item.kind == Kind::Resource) {
        let path = &CATALOG.sources[item.source].path;
        match (drawn.contains(&item.address), CATALOG.plumbing.contains(&item.address)) {
            (true, true) => broken.0.push(format!("{path}: {} is drawn, and plumbing as well", item.address)),
            (false, false) => broken.0.push(format!("{path}: {} is neither drawn nor plumbing", item.address)),
            _ => {}
        }
    }
    for address in &CATALOG.plumbing {
        broken.unless(CATALOG.graph.resource(address).is_some(), || format!("plumbing: there is no {address}"));
    }
    broken.none();
}

#[test]
fn each_line_is_a_sentence() {
    let mut broken = Broken::default();
    for edge in &CATALOG.edges {
        broken.unless(edge.says.is_some(), || format!("edge {}: say it in a sentence", edge.id));
    }
    broken.none();
}

#[test]
fn addresses_are_unique() {
    let mut broken = Broken::default();
    let mut seen = BTreeSet::new();
    for item in CATALOG.graph.items.iter().filter(|item| item.kind == Kind::Resource) {
        let path = &CATALOG.sources[item.source].path;
        broken.unless(seen.insert(&item.address), || format!("{path}: {} is declared twice", item.address));
    }
    let mut ids = BTreeSet::new();
    for id in CATALOG.nodes.iter().map(|node| &node.id).chain(CATALOG.edges.iter().map(|edge| &edge.id)) {
        broken.unless(ids.insert(id), || format!("two nodes or edges are called {id}"));
    }
    broken.none();
}

#[test]
fn every_node_and_edge_of_the_manifests_is_drawn_by_some_draft() {
    let mut broken = Broken::default();
    let (mut nodes, mut edges) = (BTreeSet::new(), BTreeSet::new());
    for draft in crate::everything_with_examples() {
        let diagram = generator::generate(&CATALOG, &draft).diagram;
        let ids: BTreeSet<&String> = diagram.nodes.iter().map(|node| &node.id).collect();
        for node in &diagram.nodes {
            let placed = node.parent.as_ref().is_none_or(|parent| ids.contains(parent));
            broken.unless(placed, || format!("node {}: there is no {:?} to put it into", node.id, node.parent));
            broken.unless(!node.label.contains("known after"), || format!("node {}: the label is not known", node.id));
        }
        for edge in &diagram.edges {
            let drawn = ids.contains(&edge.from) && ids.contains(&edge.to);
            broken.unless(drawn, || format!("edge {}: {} or {} is not drawn", edge.id, edge.from, edge.to));
        }
        let stem = |id: &str| id.split('[').next().unwrap_or_default().to_owned();
        nodes.extend(diagram.nodes.iter().map(|node| stem(&node.id)));
        edges.extend(diagram.edges.iter().map(|edge| stem(&edge.id)));
    }
    for node in CATALOG.nodes.iter().filter(|node| node.when.is_none()) {
        broken.unless(nodes.contains(&node.id), || format!("node {} is never drawn", node.id));
    }
    for edge in CATALOG.edges.iter().filter(|edge| edge.when.is_none()) {
        broken.unless(edges.contains(&edge.id), || format!("edge {} is never drawn", edge.id));
    }
    broken.none();
}

#[test]
fn every_icon_is_drawn() {
    let mut broken = Broken::default();
    let named = CATALOG.nodes.iter().map(|node| (&node.id, &node.icon));
    for (id, icon) in named.chain(CATALOG.subsystems.iter().map(|subsystem| (&subsystem.id, &subsystem.icon))) {
        broken
            .unless(generator::diagram::icons::names().any(|known| known == icon), || format!("{id}: no icon {icon}"));
    }
    broken.none();
}
