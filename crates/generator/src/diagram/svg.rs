//! Prints a drawing as SVG, part by part: a file holds them all with their colours, the page keeps each as an element.

use std::fmt::Write;

use super::drawing::{Drawing, DrawnEdge, DrawnNode, LegendEntry, Point, Text};
use super::icons;
use super::model::NodeKind;
use super::palette;

/// Radius of the corners of edges and of boxes.
const BEND: i32 = 5;
const CORNER: i32 = 4;

/// What is one element of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Box(&'a DrawnNode),
    Edge(&'a DrawnEdge),
    Legend(&'a LegendEntry),
}

/// In the order in which they are painted.
pub fn parts(drawing: &Drawing) -> Vec<Part<'_>> {
    let mut parts = Vec::with_capacity(drawing.boxes.len() + drawing.edges.len() + drawing.legend.len());
    let boxes = |kind| drawing.boxes.iter().filter(move |node| node.kind == kind).map(Part::Box);
    parts.extend(boxes(NodeKind::Container));
    parts.extend(drawing.edges.iter().map(Part::Edge));
    parts.extend(boxes(NodeKind::Leaf));
    parts.extend(drawing.legend.iter().map(Part::Legend));
    parts
}

/// A file of its own, light or dark as its reader prefers.
pub fn svg(drawing: &Drawing) -> String {
    let style = ["<style>", &palette::style(), "</style>"].concat();
    print(drawing, &style)
}

/// A part of a document that has the colours.
pub fn inline(drawing: &Drawing) -> String {
    print(drawing, "")
}

fn print(drawing: &Drawing, style: &str) -> String {
    let mut out = String::with_capacity(400 * (drawing.boxes.len() + drawing.edges.len()) + 8000);
    let (width, height) = (drawing.width, drawing.height);
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n<title>"
        ),
    );
    escape(&mut out, &drawing.title);
    put(
        &mut out,
        format_args!("</title>\n<desc>Boxes: {}. Edges: {}.</desc>\n{style}", drawing.boxes.len(), drawing.edges.len()),
    );
    put(&mut out, format_args!("\n<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n"));
    for part in parts(drawing) {
        part.print(&mut out);
    }
    out.push_str("</svg>\n");
    out
}

impl Part<'_> {
    /// Unique among boxes, and among edges.
    pub fn id(&self) -> &str {
        match self {
            Part::Box(node) => &node.id,
            Part::Edge(edge) => &edge.id,
            Part::Legend(entry) => entry.kind.name(),
        }
    }

    pub fn class(&self) -> String {
        let mut out = String::new();
        match self {
            Part::Box(node) => {
                let kind = if node.kind == NodeKind::Container { "container" } else { "leaf" };
                put(&mut out, format_args!("node {kind} hue-{} is-", node.hue));
                // A word that is safe as a class name, whatever the manifest says.
                out.extend(node.icon.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40));
            }
            Part::Edge(DrawnEdge { kind, .. }) | Part::Legend(LegendEntry { kind, .. }) => {
                out.push_str("edge ");
                out.push_str(kind.name());
            }
        }
        out
    }

    /// A box is drawn from its own corner, so that it can be moved; an edge lies where it lies.
    pub fn at(&self) -> Point {
        match self {
            Part::Box(node) => Point { x: node.rect.x, y: node.rect.y },
            _ => Point::default(),
        }
    }

    /// The element with its attributes.
    pub fn print(&self, out: &mut String) {
        attribute(out, "<g class", &self.class());
        match self {
            Part::Box(node) => {
                let Point { x, y } = self.at();
                put(out, format_args!(" transform=\"translate({x} {y})\""));
                attribute(out, " data-node", &node.id);
                attribute(out, " data-component", &node.component);
            }
            Part::Edge(edge) => {
                attribute(out, " data-edge", &edge.id);
                attribute(out, " data-from", &edge.from);
                attribute(out, " data-to", &edge.to);
                attribute(out, " data-component", &edge.component);
            }
            Part::Legend(_) => {}
        }
        out.push('>');
        self.inside(out);
        out.push_str("</g>\n");
    }

    /// What the element holds.
    pub fn inside(&self, out: &mut String) {
        match self {
            Part::Box(node) => boxed(out, node),
            Part::Edge(edge) => arrow(out, edge),
            Part::Legend(entry) => {
                line(out, &entry.stroke);
                text(out, "label", &entry.text, Point::default());
            }
        }
    }
}

fn boxed(out: &mut String, node: &DrawnNode) {
    let at = Point { x: node.rect.x, y: node.rect.y };
    let mark = Point { x: node.mark.x - at.x, y: node.mark.y - at.y };
    title(out, &node.says);
    put(
        out,
        format_args!(
            "<rect class=\"shape\" x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"{CORNER}\"/>",
            node.rect.width - 1,
            node.rect.height - 1
        ),
    );
    if node.kind == NodeKind::Container {
        let ends = [&node.title, &node.detail].map(|text| text.at.x + text.width - at.x);
        let right = if node.detail.text.is_empty() { ends[0] } else { ends[1] };
        let left = mark.x - 4;
        put(
            out,
            format_args!(
                "<rect class=\"paper\" x=\"{left}\" y=\"{}\" width=\"{}\" height=\"16\"/>",
                mark.y,
                right + 5 - left
            ),
        );
    }
    put(
        out,
        format_args!(
            "<path class=\"icon\" transform=\"translate({} {})\" d=\"{}\"/>",
            mark.x,
            mark.y,
            icons::path(&node.icon)
        ),
    );
    text(out, "title", &node.title, at);
    text(out, "detail", &node.detail, at);
}

/// `from` is where the element stands that the text is in.
fn text(out: &mut String, class: &str, text: &Text, from: Point) {
    if text.text.is_empty() {
        return;
    }
    put(out, format_args!("<text class=\"{class}\" x=\"{}\" y=\"{}\">", text.at.x - from.x, text.at.y - from.y));
    escape(out, &text.text);
    out.push_str("</text>");
}

fn title(out: &mut String, says: &str) {
    out.push_str("<title>");
    escape(out, says);
    out.push_str("</title>");
}

fn arrow(out: &mut String, edge: &DrawnEdge) {
    title(out, &edge.says);
    line(out, &edge.points);
    if let Some(label) = &edge.label {
        let rect = label.rect;
        put(
            out,
            format_args!(
                "<rect class=\"paper\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>",
                rect.x, rect.y, rect.width, rect.height
            ),
        );
        for one in &label.lines {
            text(out, "label", one, Point::default());
        }
    }
}

/// The stroke with rounded corners, and its arrowhead: a path of its own, since a marker needs an id for the whole page.
fn line(out: &mut String, points: &[Point]) {
    let Some((&start, &end)) = points.first().zip(points.last()) else {
        return;
    };
    put(out, format_args!("<path class=\"line\" d=\"M{}.5 {}.5", start.x, start.y));
    for corner in points.windows(3) {
        let (before, at, after) = (corner[0], corner[1], corner[2]);
        let radius = BEND.min(length(before, at) / 2).min(length(at, after) / 2);
        let (enter, leave) = (toward(at, before, radius), toward(at, after, radius));
        put(out, format_args!("L{}.5 {}.5Q{}.5 {}.5 {}.5 {}.5", enter.x, enter.y, at.x, at.y, leave.x, leave.y));
    }
    let before = points.get(points.len().wrapping_sub(2)).copied().unwrap_or(start);
    let neck = toward(end, before, 6);
    put(out, format_args!("L{}.5 {}.5\"/>", neck.x, neck.y));
    let (dx, dy) = ((end.x - before.x).signum(), (end.y - before.y).signum());
    let wings = [(-7 * dx - 4 * dy, -7 * dy + 4 * dx), (-7 * dx + 4 * dy, -7 * dy - 4 * dx)];
    put(
        out,
        format_args!(
            "<path class=\"head\" d=\"M{}.5 {}.5l{} {}L{}.5 {}.5z\"/>",
            end.x,
            end.y,
            wings[0].0,
            wings[0].1,
            end.x + wings[1].0,
            end.y + wings[1].1
        ),
    );
}

fn length(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The point `distance` away from `from` on the straight way to `to`.
fn toward(from: Point, to: Point, distance: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * distance, y: from.y + (to.y - from.y).signum() * distance }
}

fn put(out: &mut String, arguments: std::fmt::Arguments) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(arguments);
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Text for content and attributes: what XML cannot hold is left out.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}
