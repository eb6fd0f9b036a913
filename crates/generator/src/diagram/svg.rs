//! Prints a drawing as SVG. In the page the colours are the page's; a file of its own carries them, light and dark.

use std::fmt::Write;

use super::drawing::{Drawing, DrawnEdge, DrawnNode, LegendEntry, Point, Text};
use super::icons;
use super::model::NodeKind;
use super::palette;

/// Whose colours the picture wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The page's style sheet has the colours, and the page sets the size.
    Page,
    /// A file of its own, light or dark as its reader prefers.
    File,
}

/// Radius of the corners of edges and of boxes.
const BEND: i32 = 5;
const CORNER: i32 = 4;

pub fn svg(drawing: &Drawing, look: Look) -> String {
    let mut out = String::with_capacity(400 * (drawing.boxes.len() + drawing.edges.len()) + 8000);
    let (width, height) = (drawing.width, drawing.height);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\"");
    if look == Look::File {
        put(&mut out, format_args!(" width=\"{width}\" height=\"{height}\""));
    }
    put(&mut out, format_args!(" viewBox=\"0 0 {width} {height}\">\n<title>"));
    escape(&mut out, &drawing.title);
    put(
        &mut out,
        format_args!("</title>\n<desc>Boxes: {}. Edges: {}.</desc>\n", drawing.boxes.len(), drawing.edges.len()),
    );
    if look == Look::File {
        out.push_str("<style>");
        out.push_str(&palette::style());
        out.push_str("</style>\n");
        put(&mut out, format_args!("<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n"));
    }
    for node in drawing.boxes.iter().filter(|node| node.kind == NodeKind::Container) {
        boxed(&mut out, node);
    }
    for edge in &drawing.edges {
        arrow(&mut out, edge);
    }
    for node in drawing.boxes.iter().filter(|node| node.kind == NodeKind::Leaf) {
        boxed(&mut out, node);
    }
    for entry in &drawing.legend {
        legend(&mut out, entry);
    }
    out.push_str("</svg>\n");
    out
}

fn boxed(out: &mut String, node: &DrawnNode) {
    let kind = if node.kind == NodeKind::Container { "container" } else { "leaf" };
    put(out, format_args!("<g class=\"node {kind} hue-{} is-", node.hue));
    class(out, &node.icon);
    attribute(out, "\" data-node", &node.id);
    attribute(out, " data-component", &node.component);
    out.push_str("><title>");
    escape(out, &node.says);
    let rect = node.rect;
    put(
        out,
        format_args!(
            "</title><rect class=\"shape\" x=\"{}.5\" y=\"{}.5\" width=\"{}\" height=\"{}\" rx=\"{CORNER}\"/>",
            rect.x,
            rect.y,
            rect.width - 1,
            rect.height - 1
        ),
    );
    if node.kind == NodeKind::Container {
        let ends = [&node.title, &node.detail].map(|text| text.at.x + text.width);
        let right = if node.detail.text.is_empty() { ends[0] } else { ends[1] };
        let left = node.mark.x - 4;
        put(
            out,
            format_args!(
                "<rect class=\"paper\" x=\"{left}\" y=\"{}\" width=\"{}\" height=\"16\"/>",
                node.mark.y,
                right + 5 - left
            ),
        );
    }
    put(
        out,
        format_args!(
            "<path class=\"icon\" transform=\"translate({} {})\" d=\"{}\"/>",
            node.mark.x,
            node.mark.y,
            icons::path(&node.icon)
        ),
    );
    text(out, "title", &node.title);
    text(out, "detail", &node.detail);
    out.push_str("</g>\n");
}

fn text(out: &mut String, class: &str, text: &Text) {
    if text.text.is_empty() {
        return;
    }
    put(out, format_args!("<text class=\"{class}\" x=\"{}\" y=\"{}\">", text.at.x, text.at.y));
    escape(out, &text.text);
    out.push_str("</text>");
}

fn arrow(out: &mut String, edge: &DrawnEdge) {
    put(out, format_args!("<g class=\"edge {}\"", edge.kind.name()));
    attribute(out, " data-edge", &edge.id);
    attribute(out, " data-from", &edge.from);
    attribute(out, " data-to", &edge.to);
    attribute(out, " data-component", &edge.component);
    out.push_str("><title>");
    escape(out, &edge.says);
    out.push_str("</title>");
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
            text(out, "label", one);
        }
    }
    out.push_str("</g>\n");
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

fn legend(out: &mut String, entry: &LegendEntry) {
    put(out, format_args!("<g class=\"edge {}\">", entry.kind.name()));
    line(out, &entry.stroke);
    text(out, "label", &entry.text);
    out.push_str("</g>\n");
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

/// A word that is safe as a class name, whatever the manifest says.
fn class(out: &mut String, name: &str) {
    out.extend(name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40));
}

/// Text for content and attributes: what XML cannot hold is left out.
fn escape(out: &mut String, text: &str) {
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
