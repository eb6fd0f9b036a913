//! Takes out of the requirements what others of them say already.

use crate::catalog::{ComponentIndex, Needed, Requirement};
use std::collections::BTreeSet;

/// Of each component, only what it does not need anyway, and only on conditions that do not hold anyway.
pub(super) fn lean(all: &mut [Vec<Requirement>]) {
    loop {
        let mut is_done = true;
        for component in 0..all.len() {
            let anyway = reach(all, [component].into());
            for requirement in &mut all[component] {
                let before = requirement.with.len();
                requirement.with.retain(|other| !anyway.contains(&Needed::Component(*other)));
                is_done &= requirement.with.len() == before;
            }
        }
        // A condition less makes a requirement that always holds, and so perhaps another condition needless.
        if is_done {
            break;
        }
    }
    for component in 0..all.len() {
        let mut kept: Vec<Requirement> = vec![];
        let found = std::mem::take(&mut all[component]);
        let (always, sometimes): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.with.is_empty());
        for requirement in always {
            if !kept.iter().any(|known| known.needs == requirement.needs) {
                kept.push(requirement);
            }
        }
        all[component] = kept;
        for requirement in sometimes {
            let with = requirement.with.iter().copied().chain([component]).collect();
            let is_said = |known: &Requirement| {
                known.needs == requirement.needs && known.with.iter().all(|other| requirement.with.contains(other))
            };
            if !reach(all, with).contains(&requirement.needs) && !all[component].iter().any(is_said) {
                all[component].push(requirement);
            }
        }
    }
}

/// What comes along with these components, whatever else is in; themselves as well.
fn reach(all: &[Vec<Requirement>], components: BTreeSet<ComponentIndex>) -> BTreeSet<Needed> {
    let mut reached: BTreeSet<Needed> = components.iter().map(|&component| Needed::Component(component)).collect();
    let mut todo: Vec<ComponentIndex> = components.into_iter().collect();
    while let Some(component) = todo.pop() {
        for requirement in all[component].iter().filter(|requirement| requirement.with.is_empty()) {
            if reached.insert(requirement.needs)
                && let Needed::Component(needed) = requirement.needs
            {
                todo.push(needed);
            }
        }
    }
    reached
}
