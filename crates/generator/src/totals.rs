//! A platform in four numbers, and what a change does to them.

use crate::catalog::Catalog;
use crate::estimate::Costs;
use crate::platform::Selection;

/// The sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub components: i64,
    /// Resource blocks.
    pub resources: i64,
    pub files: i64,
    /// US dollars, list price.
    pub monthly: i64,
}

impl Totals {
    pub fn new(catalog: &Catalog, selection: &Selection, costs: &Costs, files: usize) -> Totals {
        Totals {
            components: selection.components().count() as i64,
            resources: selection.resources(catalog) as i64,
            files: files as i64,
            monthly: costs.monthly,
        }
    }

    /// "+3 components, +14 resources, −$38 a month"; empty if nothing changed.
    pub fn since(&self, before: &Totals) -> String {
        let mut changes = vec![];
        let parts = [
            (self.components - before.components, "component"),
            (self.resources - before.resources, "resource"),
            (self.files - before.files, "file"),
        ];
        for (change, noun) in parts {
            if change != 0 {
                changes.push(format!("{}{}", sign(change), count(change.abs(), noun)));
            }
        }
        let change = self.monthly - before.monthly;
        if change != 0 {
            changes.push(format!("{}${} a month", sign(change), change.abs()));
        }
        changes.join(", ")
    }
}

/// "1 file", "2 files".
pub fn count(number: i64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn sign(change: i64) -> char {
    if change < 0 { '−' } else { '+' }
}

#[cfg(test)]
mod tests {
    use super::Totals;

    fn check(before: [i64; 4], after: [i64; 4], says: &str) {
        let totals =
            |[components, resources, files, monthly]: [i64; 4]| Totals { components, resources, files, monthly };
        assert_eq!(totals(after).since(&totals(before)), says);
    }

    #[test]
    fn a_change_is_told_by_what_differs() {
        check([5, 40, 20, 300], [6, 54, 20, 338], "+1 component, +14 resources, +$38 a month");
        check([5, 40, 20, 300], [4, 40, 18, 290], "−1 component, −2 files, −$10 a month");
        check([5, 40, 20, 300], [5, 40, 20, 300], "");
    }
}
