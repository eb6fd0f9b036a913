//! Who needs a component.

use super::Selection;
use crate::catalog::{Catalog, ComponentIndex, Needed, Requirement};

/// The components that are in and need this one themselves, each with the mention that says so.
pub fn needed_by<'c>(
    catalog: &'c Catalog,
    selection: &Selection,
    component: ComponentIndex,
) -> Vec<(ComponentIndex, &'c Requirement)> {
    let is_needed = |needs: Needed| match needs {
        Needed::Component(needed) => needed == component,
        Needed::Choice(choice) => catalog.components[component].choice == Some(choice) && selection.is_in(component),
    };
    let mut needed_by = vec![];
    for other in selection.components().filter(|&other| other != component) {
        let mut mentions = catalog.requirements[other].iter().filter(|requirement| selection.holds(requirement));
        let mention = mentions.find(|requirement| is_needed(requirement.needs));
        needed_by.extend(mention.map(|mention| (other, mention)));
    }
    needed_by
}
