//! Helm releases come one after the other where they need each other at run time, which no other test would notice.

use crate::{Broken, CATALOG};
use generator::catalog::{Item, ItemIndex};
use generator::slice::Kind;
use std::collections::BTreeSet;

fn text(item: &Item) -> &'static str {
    &CATALOG.sources[item.source].text[item.lines.clone()]
}

/// All that a release waits for, itself or through others, when everything is in.
fn waits_for(item: &Item) -> BTreeSet<ItemIndex> {
    let (mut reached, mut todo) = (BTreeSet::new(), vec![item]);
    while let Some(item) = todo.pop() {
        for &target in item.links.iter().flat_map(|link| &link.to) {
            if reached.insert(target) {
                todo.push(&CATALOG.graph.items[target]);
            }
        }
    }
    reached
}

/// The releases in whose text this stands wait for the release of that address.
fn check(stands: &str, address: &str) {
    let mut broken = Broken::default();
    let target = CATALOG.graph.resource(address).expect("it is in the catalog");
    let releases = CATALOG.graph.items.iter().filter(|item| item.kind == Kind::Resource && item.address != address);
    let mut found = 0;
    for release in releases.filter(|item| item.address.starts_with("helm_release.") && text(item).contains(stands)) {
        found += 1;
        broken.unless(waits_for(release).contains(&target), || {
            format!("{} does not wait for {address}", release.address)
        });
    }
    broken.none();
    assert!(found > 2, "the search finds {found} releases");
}

/// Their Services are shown to its webhook, and its load balancers must go before it does.
#[test]
fn charts_of_others_wait_for_the_load_balancer_controller() {
    check("  repository ", "helm_release.load_balancer_controller");
}

#[test]
fn secrets_wait_for_their_store() {
    check("\"ExternalSecret\"", "helm_release.secret_store");
}
