//! Why a component is in, in words.

use super::{Selection, Why};
use crate::catalog::{Catalog, ComponentIndex, Requirement};

/// A sentence: "Metrics Server needs it: platform/cluster-metrics-server.tf reads eks_cluster.this."
pub fn why(catalog: &Catalog, selection: &Selection, component: ComponentIndex) -> String {
    let Some(presence) = selection.presences.get(component) else { return String::new() };
    match (&presence.why, presence.is_in) {
        (Why::Always, _) => "Part of every platform.".to_owned(),
        (Why::Default, true) => "In by default.".to_owned(),
        (Why::Default, false) => "Not in by default.".to_owned(),
        (Why::Chosen, true) => "Chosen by you.".to_owned(),
        (Why::Chosen, false) => "Switched off by you.".to_owned(),
        (Why::Member, _) => match catalog.components[component].choice {
            Some(choice) => format!("Taken for the choice of {}.", catalog.choices[choice].title),
            None => "Taken.".to_owned(),
        },
        (Why::Required { by, requirement }, _) => {
            format!("{} needs it: {}", catalog.components[*by].title, mention(catalog, *by, requirement))
        }
    }
}

/// "platform/cluster-metrics-server.tf reads eks_cluster.this."
pub fn mention(catalog: &Catalog, component: ComponentIndex, requirement: &Requirement) -> String {
    let file = catalog.ships_as(component, &requirement.file).unwrap_or(&requirement.file);
    let verb = if requirement.looked_up { "reads" } else { "mentions" };
    format!("{file} {verb} {}.", requirement.address)
}
