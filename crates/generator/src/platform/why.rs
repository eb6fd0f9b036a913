//! Why a component is in, in words.

use super::{Selection, Why};
use crate::catalog::{Catalog, ComponentIndex, Requirement};

/// A sentence: "Metrics Server needs it: its platform.tf reads aws_eks_cluster.this."
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
            format!("{} needs it: {}", catalog.components[*by].title, mention(requirement))
        }
    }
}

/// "its platform.tf reads aws_eks_cluster.this."
pub fn mention(requirement: &Requirement) -> String {
    let verb = if requirement.looked_up { "reads" } else { "mentions" };
    format!("its {} {verb} {}.", requirement.file, requirement.address)
}
