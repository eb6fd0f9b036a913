//! A spotlight on a part of the picture: it and its neighbours stay, the rest fades.

use leptos::wasm_bindgen::JsCast;
use std::collections::BTreeSet;
use web_sys::Element;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spotlight {
    None,
    /// All that is drawn of a component.
    Component(String),
    /// One box or arrow, by its id.
    Node(String),
}

/// Marks what is looked at, and its neighbours.
pub fn point(frame: &Element, light: &Spotlight) {
    let Ok(Some(svg)) = frame.query_selector("svg") else { return };
    let (nodes, edges) = (all(&svg, "[data-node]"), all(&svg, "[data-edge]"));
    let get = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    let is_lit = |element: &Element, id: &str| match light {
        Spotlight::None => false,
        Spotlight::Component(component) => get(element, "data-component") == *component,
        Spotlight::Node(node) => get(element, id) == *node,
    };
    let (mut lit, mut near) = (BTreeSet::new(), BTreeSet::new());
    for node in nodes.iter().filter(|node| is_lit(node, "data-node")) {
        lit.insert(get(node, "data-node"));
    }
    let mut any = !lit.is_empty();
    for edge in &edges {
        let (from, to) = (get(edge, "data-from"), get(edge, "data-to"));
        let is_its = is_lit(edge, "data-edge") || lit.contains(&from) || lit.contains(&to);
        mark(edge, "is-lit", is_its);
        if is_its {
            any = true;
            near.extend([from, to]);
        }
    }
    for node in &nodes {
        let id = get(node, "data-node");
        mark(node, "is-lit", lit.contains(&id));
        mark(node, "is-near", near.contains(&id));
    }
    mark(&svg, "has-spotlight", any);
}

/// A size in pixels, or as large as fits.
pub fn resize(frame: &Element, size: Option<(i32, i32)>) {
    let Ok(Some(svg)) = frame.query_selector("svg") else { return };
    for (name, value) in [("width", size.map(|size| size.0)), ("height", size.map(|size| size.1))] {
        let _ = match value {
            Some(value) => svg.set_attribute(name, &value.to_string()),
            None => svg.remove_attribute(name),
        };
    }
    mark(frame, "is-fitted", size.is_none());
}

fn mark(element: &Element, class: &str, is_on: bool) {
    let _ = element.class_list().toggle_with_force(class, is_on);
}

fn all(svg: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = svg.query_selector_all(selector) else { return vec![] };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}
