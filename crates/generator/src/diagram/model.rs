//! What the picture shows, before anybody has decided where.

/// Nodes and edges, in the catalog's order, which is also the picture's reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagram {
    pub title: String,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// One box. A leaf that has children is drawn as a container.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// Unique; the first of two with the same id wins. `zone["a"]` and `zone["b"]` are instances of `zone`:
    /// they get equal sizes and stand side by side.
    pub id: String,
    /// The box around this one; an unknown one means none.
    pub parent: Option<String>,
    pub kind: NodeKind,
    /// The kind of thing, a name that [`super::icons::path`] knows.
    pub icon: String,
    pub label: String,
    /// One line with real values: a range, a size, a version.
    pub detail: String,
    /// What there is to say beyond label and detail; it is not drawn.
    pub says: String,
    /// The subsystem's colour, 1 to 8; 0 is neutral.
    pub hue: u8,
    pub component: String,
    /// Terraform addresses.
    pub stands_for: Vec<String>,
    /// Children of one parent that have a row stand in that row, lowest first, above those without.
    pub row: Option<u8>,
    /// Where there is no room for all, those that are worth less are left out first.
    pub worth: u8,
    /// The box whose inside is left out, if this one stands for that.
    pub opens: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NodeKind {
    Container,
    #[default]
    Leaf,
}

/// An arrow. One with an unknown end, or with twice the same, is not drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    pub id: String,
    pub from: String,
    pub to: String,
    /// A word or two, beside the line.
    pub label: String,
    /// The whole sentence, where "from label to" is none; else empty.
    pub says: String,
    pub kind: EdgeKind,
    pub component: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeKind {
    #[default]
    Traffic,
    Data,
    Control,
    Identity,
}

impl EdgeKind {
    pub const ALL: [EdgeKind; 4] = [EdgeKind::Traffic, EdgeKind::Data, EdgeKind::Control, EdgeKind::Identity];

    /// As manifests, style sheets and the legend write it.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Traffic => "traffic",
            EdgeKind::Data => "data",
            EdgeKind::Control => "control",
            EdgeKind::Identity => "identity",
        }
    }

    pub fn named(name: &str) -> Option<EdgeKind> {
        EdgeKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
