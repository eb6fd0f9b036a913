//! A platform in three numbers, and what a change does to them and to its components.

use crate::catalog::{Catalog, ComponentIndex};
use crate::estimate::Costs;
use crate::platform::{Selection, titles};

/// The sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Resource blocks.
    pub resources: i64,
    pub files: i64,
    /// US dollars, list price.
    pub monthly: i64,
}

impl Totals {
    pub fn new(catalog: &Catalog, selection: &Selection, costs: &Costs, files: usize) -> Totals {
        Totals { resources: selection.resources(catalog) as i64, files: files as i64, monthly: costs.monthly }
    }

    /// "+2 components: ExternalDNS, New zone; +14 resources; −$38 a month"; empty if nothing changed.
    pub fn since(&self, before: &Totals, catalog: &Catalog, changed: [&[ComponentIndex]; 2]) -> String {
        let mut says = String::new();
        let mut part = |change: i64, noun: &str, names: &str| {
            if change == 0 {
                return;
            }
            if !says.is_empty() {
                says.push_str("; ");
            }
            says.push(if change < 0 { '−' } else { '+' });
            says.push_str(&if noun.is_empty() {
                format!("${} a month", change.abs())
            } else {
                count(change.abs(), noun)
            });
            if !names.is_empty() {
                says.push_str(": ");
                says.push_str(names);
            }
        };
        for (sign, components) in [1, -1].into_iter().zip(changed) {
            part(sign * components.len() as i64, "component", &titles(catalog, components));
        }
        part(self.resources - before.resources, "resource", "");
        part(self.files - before.files, "file", "");
        part(self.monthly - before.monthly, "", "");
        says
    }
}

/// "1 file", "2 files".
pub fn count(number: i64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(all(test, feature = "parse"))]
mod tests {
    use super::Totals;
    use crate::Catalog;

    fn check(before: [i64; 3], after: [i64; 3], changed: [&[usize]; 2], says: &str) {
        let mut manifest = "subsystem \"s\" {}\n".to_owned();
        for number in 1..=7 {
            manifest.push_str(&format!("component \"c{number}\" {{\n  title = \"C{number}\"\n}}\n"));
        }
        let catalog = Catalog::parse([("catalog.hcl", "order = [\"s\"]\n"), ("s/subsystem.hcl", &manifest)]);
        let totals = |[resources, files, monthly]: [i64; 3]| Totals { resources, files, monthly };
        assert_eq!(totals(after).since(&totals(before), &catalog, changed), says);
    }

    #[test]
    fn a_change_is_told_by_what_differs() {
        check([40, 20, 300], [54, 20, 338], [&[0, 2], &[]], "+2 components: C1, C3; +14 resources; +$38 a month");
        check([40, 20, 300], [40, 18, 290], [&[], &[1]], "−1 component: C2; −2 files; −$10 a month");
        check([40, 20, 300], [40, 20, 300], [&[0], &[1]], "+1 component: C1; −1 component: C2");
        check([40, 20, 300], [40, 20, 300], [&[], &[]], "");
    }

    #[test]
    fn of_many_the_first_are_named() {
        check([1, 1, 1], [1, 1, 1], [&[0, 1, 2, 3, 4, 5, 6], &[]], "+7 components: C1, C2, C3, C4 and 3 more");
    }
}
