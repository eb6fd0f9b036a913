//! The blocks of a Terraform file: what has an address, where it stands, and what it mentions.

use super::{Reference, lines::whole_lines, references::Collector};
use crate::slice::{Kind, Mark, Pieces};
use hcl_edit::Span;
use hcl_edit::structure::{Block as Node, Body};
use hcl_edit::visit::Visit;
use std::ops::Range;

/// One block, or one attribute of a `locals` block.
#[derive(Debug, Clone)]
pub struct Block {
    pub kind: Kind,
    /// As Terraform writes it: `aws_vpc.this`, `data.aws_region.this`, `local.name`, `var.tags`, `output.id`, `provider.aws`.
    pub address: String,
    /// The whole lines that go when it goes, comments above included.
    pub lines: Range<usize>,
    /// What it mentions, and under which mark.
    pub references: Vec<(Reference, Option<String>)>,
    /// The mark that the whole block stands under.
    pub only_if: Option<String>,
}

/// The blocks of a file, in order.
pub fn blocks(text: &str, body: &Body, marks: &[Mark]) -> Vec<Block> {
    let mut found = vec![];
    for node in body.blocks() {
        if node.ident.as_str() == "locals" {
            for attribute in node.body.attributes() {
                let mut collector = Collector::default();
                collector.visit_expr(&attribute.value);
                let address = format!("local.{}", attribute.key.as_str());
                found.extend(block(text, marks, Kind::Local, address, attribute.span(), collector));
            }
            continue;
        }
        let kind = kind(node);
        let mut collector = Collector::default();
        collector.visit_block(node);
        if matches!(kind, Kind::Resource | Kind::Data | Kind::Ephemeral) && !node.body.has_attribute("provider") {
            collector
                .found
                .push(Reference { to: implied_provider(node), at: node.span().map_or(0, |span| span.start) });
        }
        found.extend(block(text, marks, kind, address(node, kind), node.span(), collector));
    }
    found
}

/// The lines that go with blocks.
pub fn pieces(text: &str, body: &Body) -> Pieces {
    let lines = |span: Option<Range<usize>>| span.map(|span| whole_lines(text, &span));
    let mut pieces = Pieces::default();
    pieces.locals.extend(body.get_blocks("locals").filter_map(|block| lines(block.span())));
    let terraform = body.get_blocks("terraform").flat_map(|block| block.body.get_blocks("required_providers"));
    for attribute in terraform.flat_map(|block| block.body.attributes()) {
        pieces.providers.extend(lines(attribute.span()).map(|lines| (attribute.key.as_str().to_owned(), lines)));
    }
    pieces
}

fn block(
    text: &str,
    marks: &[Mark],
    kind: Kind,
    address: String,
    span: Option<Range<usize>>,
    collector: Collector,
) -> Option<Block> {
    let span = span?;
    let mark_of = |at: usize| {
        let around = marks.iter().filter(|mark| mark.node.contains(&at));
        around.min_by_key(|mark| mark.node.len()).map(|mark| mark.component.clone())
    };
    let only_if = mark_of(span.start);
    let mut references = vec![];
    for reference in collector.found {
        let mark = mark_of(reference.at);
        references.push((reference, mark));
    }
    Some(Block { kind, address, lines: whole_lines(text, &span), references, only_if })
}

fn kind(node: &Node) -> Kind {
    match node.ident.as_str() {
        "resource" => Kind::Resource,
        "data" => Kind::Data,
        "ephemeral" => Kind::Ephemeral,
        "variable" => Kind::Variable,
        "output" => Kind::Output,
        "provider" => Kind::Provider,
        "terraform" => Kind::Terraform,
        _ => Kind::Other,
    }
}

fn address(node: &Node, kind: Kind) -> String {
    let label = |index: usize| node.labels.get(index).map_or("", |label| label.as_str());
    match kind {
        Kind::Resource => format!("{}.{}", label(0), label(1)),
        Kind::Data => format!("data.{}.{}", label(0), label(1)),
        Kind::Ephemeral => format!("ephemeral.{}.{}", label(0), label(1)),
        Kind::Variable => format!("var.{}", label(0)),
        Kind::Output => format!("output.{}", label(0)),
        Kind::Provider => match node.body.get_attribute("alias").and_then(|alias| alias.value.as_str()) {
            Some(alias) => format!("provider.{}.{alias}", label(0)),
            None => format!("provider.{}", label(0)),
        },
        Kind::Terraform | Kind::Local => "terraform".to_owned(),
        Kind::Other => format!("{}.{}", node.ident.as_str(), label(0)),
    }
}

/// A resource type begins with the local name of its provider.
fn implied_provider(node: &Node) -> String {
    let resource_type = node.labels.first().map_or("", |label| label.as_str());
    format!("provider.{}", resource_type.split('_').next().unwrap_or_default())
}
