//! Markdown, as far as bundles are written in it: headings, paragraphs, lists in lists, tables, code, links and pictures. Whatever
//! else there is stays text.

mod blocks;
mod inlines;
#[cfg(test)]
mod tests;

pub use blocks::{parse, sections};

/// What stands below each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// With its level, from 1.
    Heading(usize, Vec<Inline>),
    Paragraph(Vec<Inline>),
    /// With the word after its fence.
    Code(String, String),
    /// With its first number if it has numbers, and the blocks of each entry.
    List(Option<usize>, Vec<Vec<Block>>),
    /// The first row is the head.
    Table(Vec<Align>, Vec<Vec<Vec<Inline>>>),
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    End,
}

/// What stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    /// With its address.
    Link(Vec<Inline>, String),
    /// What it shows in words, and its address.
    Picture(String, String),
}
