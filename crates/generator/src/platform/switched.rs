//! What a switch changes, by name.

use super::Selection;
use crate::catalog::{Catalog, ComponentIndex};

/// The components that are in after a change and were not before, and those that went; in catalog order.
pub fn switched(before: &Selection, after: &Selection) -> (Vec<ComponentIndex>, Vec<ComponentIndex>) {
    let came = after.components().filter(|&component| !before.is_in(component)).collect();
    let went = before.components().filter(|&component| !after.is_in(component)).collect();
    (came, went)
}

/// "ExternalDNS, New zone"; of many the first few.
pub fn titles(catalog: &Catalog, components: &[ComponentIndex]) -> String {
    const MOST: usize = 5;
    let mut titles = String::new();
    let shown = if components.len() > MOST { MOST - 1 } else { MOST };
    for &component in components.iter().take(shown) {
        if !titles.is_empty() {
            titles.push_str(", ");
        }
        titles.push_str(&catalog.components[component].title);
    }
    if components.len() > MOST {
        titles.push_str(&format!(" and {} more", components.len() - shown));
    }
    titles
}
