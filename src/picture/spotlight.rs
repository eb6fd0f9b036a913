//! A spotlight on a part of the picture: it and its neighbours stay, the rest fades. And what is new, and what would go.

use generator::diagram::{Drawing, DrawnNode, NodeKind, Part, Rect};

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Light {
    None,
    /// All that is drawn of these components.
    Components(Vec<String>),
    /// One box or edge, by its id.
    Part(String),
}

/// What is told apart, by ids.
pub struct Marks {
    lit: Vec<String>,
    near: Vec<String>,
    pub is_on: bool,
    light: Light,
}

impl Marks {
    pub fn new(drawing: &Drawing, light: Light) -> Marks {
        let mut marks = Marks { lit: vec![], near: vec![], is_on: false, light };
        marks.lit = boxes(drawing, &marks.light).map(|node| node.id.clone()).collect();
        marks.is_on = !marks.lit.is_empty();
        for edge in drawing.edges.iter() {
            if marks.is_lit(&Part::Edge(edge)) {
                marks.is_on = true;
                marks.near.extend([edge.from.clone(), edge.to.clone()]);
            }
        }
        marks
    }

    pub fn is_lit(&self, part: &Part) -> bool {
        match part {
            Part::Box(node) => self.lit.contains(&node.id),
            Part::Edge(edge) => {
                is_in(&self.light, &edge.component, &edge.id)
                    || self.lit.contains(&edge.from)
                    || self.lit.contains(&edge.to)
            }
            Part::Legend(_) => false,
        }
    }

    pub fn is_near(&self, part: &Part) -> bool {
        matches!(part, Part::Box(node) if self.near.contains(&node.id))
    }
}

fn is_in(light: &Light, component: &str, id: &str) -> bool {
    match light {
        Light::None => false,
        Light::Components(components) => components.iter().any(|one| one == component),
        Light::Part(part) => part == id,
    }
}

fn boxes<'a>(drawing: &'a Drawing, light: &'a Light) -> impl Iterator<Item = &'a DrawnNode> {
    drawing.boxes.iter().filter(move |node| is_in(light, &node.component, &node.id))
}

/// What to bring into view: all leaves that are lit, the innermost of them if that is too large, or the head of the first
/// container.
pub fn place(drawing: &Drawing, light: &Light, fits: impl Fn(&Rect) -> bool) -> Option<Rect> {
    let (mut all, mut inner) = (None, None);
    for node in boxes(drawing, light).filter(|node| node.kind == NodeKind::Leaf) {
        all = Some(all.map_or(node.rect, |all| around(all, node.rect)));
        if inner.is_none_or(|inner: &DrawnNode| inner.depth < node.depth) {
            inner = Some(node);
        }
    }
    let head =
        || boxes(drawing, light).next().map(|node| Rect { width: node.rect.width.min(160), height: 48, ..node.rect });
    all.filter(fits).or(inner.map(|node| node.rect)).or_else(head)
}

fn around(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, width: a.right().max(b.right()) - x, height: a.bottom().max(b.bottom()) - y }
}
