//! What the picture shows: the manifests' nodes and edges, with real values in their labels.

use crate::catalog::{Catalog, Edge, Located, Node};
use crate::diagram::{self, Diagram, EdgeKind, NodeKind};
use crate::evaluate::{Budget, Value, evaluate};
use crate::platform::{Platform, Scope, Selection, Why};
use crate::sorted::Map;

/// More than being chosen makes a box worth.
const ESSENTIAL: u8 = 10;

/// The diagram of a platform, in catalog order.
pub fn draw(catalog: &Catalog, platform: &Platform) -> Diagram {
    let mut diagram = Diagram { title: platform.name.clone(), ..Diagram::default() };
    let selection = &platform.selection;
    let mut painter = Painter { scope: Scope::new(catalog, selection, &platform.settings), catalog, selection };
    for node in catalog.nodes.iter().filter(|node| platform.selection.is_in(node.component)) {
        for key in painter.instances(&node.for_each) {
            diagram.nodes.extend(painter.node(node, key));
        }
    }
    for edge in catalog.edges.iter().filter(|edge| platform.selection.is_in(edge.component)) {
        for key in painter.instances(&edge.for_each) {
            diagram.edges.extend(painter.edge(edge, key));
        }
    }
    diagram
}

struct Painter<'a> {
    catalog: &'a Catalog,
    scope: Scope<'a>,
    selection: &'a Selection,
}

/// One element of a collection: its key, and its value.
type Instance = Option<(Value, Value)>;

impl Painter<'_> {
    /// The elements that there is a box or line for; just one where there is no collection, or none that is known yet.
    fn instances(&mut self, for_each: &Option<Located>) -> Vec<Instance> {
        self.each(&None);
        let Some(located) = for_each else { return vec![None] };
        let value = evaluate(&located.expression, &self.scope, &mut Budget::default()).unwrap_or(Value::Unknown);
        match value.elements() {
            Some(elements) => elements.into_iter().map(Some).collect(),
            None => vec![None],
        }
    }

    /// Names the element as `each`, as in Terraform.
    fn each(&mut self, instance: &Instance) {
        let (key, value) = instance.clone().unwrap_or((Value::Unknown, Value::Unknown));
        let mut each = Map::new();
        each.insert("key".to_owned(), key);
        each.insert("value".to_owned(), value);
        self.scope.set("each", Value::object(each));
    }

    fn node(&mut self, node: &Node, instance: Instance) -> Option<diagram::Node> {
        self.each(&instance);
        if !self.is_shown(&node.when) {
            return None;
        }
        let component = &self.catalog.components[node.component];
        Some(diagram::Node {
            id: id(&node.id, &instance),
            parent: self.text(&node.place),
            kind: if node.container { NodeKind::Container } else { NodeKind::Leaf },
            icon: node.icon.clone(),
            label: self.text(&node.label).unwrap_or_else(|| component.title.clone()),
            detail: self.text(&node.detail).unwrap_or_default(),
            hue: self.catalog.subsystems.get(component.subsystem).map_or(0, |subsystem| subsystem.hue),
            component: component.id.clone(),
            stands_for: node.stands_for.clone(),
            worth: if node.essential { ESSENTIAL } else { 0 }
                + match self.selection.presences[node.component].why {
                    Why::Always | Why::Member => 0,
                    Why::Default | Why::Required { .. } => 1,
                    Why::Chosen => 2,
                },
            ..diagram::Node::default()
        })
    }

    fn edge(&mut self, edge: &Edge, instance: Instance) -> Option<diagram::Edge> {
        self.each(&instance);
        if !self.is_shown(&edge.when) {
            return None;
        }
        Some(diagram::Edge {
            id: id(&edge.id, &instance),
            from: self.text(&edge.from)?,
            to: self.text(&edge.to)?,
            label: self.text(&edge.label).unwrap_or_default(),
            says: self.text(&edge.says).unwrap_or_default(),
            kind: EdgeKind::named(&edge.kind).unwrap_or_default(),
            component: self.catalog.components[edge.component].id.clone(),
        })
    }

    /// Without a condition, or with one that is not known yet, it is shown.
    fn is_shown(&self, when: &Option<Located>) -> bool {
        let Some(located) = when else { return true };
        let value = evaluate(&located.expression, &self.scope, &mut Budget::default());
        value.map_or(true, |value| value.as_bool() != Some(false))
    }

    /// The text of a label; none if it is not given, or known only at plan time.
    fn text(&self, located: &Option<Located>) -> Option<String> {
        let value = evaluate(&located.as_ref()?.expression, &self.scope, &mut Budget::default()).ok()?;
        (!value.is_unknown()).then(|| value.display())
    }
}

/// `zone[1]`: the instance of a node or an edge.
fn id(id: &str, instance: &Instance) -> String {
    match instance {
        Some((key, _)) => format!("{id}[{}]", key.display()),
        None => id.to_owned(),
    }
}
