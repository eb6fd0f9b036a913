//! Which block mentions which, over the whole catalog.

use super::{ComponentIndex, Owner};
use crate::slice::{Kind, Mark, Pieces};
use std::ops::Range;

/// The index of an item in [`Graph::items`].
pub type ItemIndex = usize;

/// All blocks with an address, in catalog order, and their links.
#[derive(Debug, Default, PartialEq)]
pub struct Graph {
    pub items: Vec<Item>,
    /// The marks of each source, by its index.
    pub marks: Vec<Vec<(Mark, ComponentIndex)>>,
    /// What else is cut out of each source, by its index.
    pub pieces: Vec<Pieces>,
}

/// One block.
#[derive(Debug, PartialEq)]
pub struct Item {
    pub source: usize,
    pub owner: Owner,
    /// The root module; none for variables.
    pub root: Option<usize>,
    pub kind: Kind,
    pub address: String,
    /// The whole lines in the source that go when it goes.
    pub lines: Range<usize>,
    /// It ships only together with this component.
    pub only_if: Option<ComponentIndex>,
    pub links: Vec<Link>,
}

/// One mention.
#[derive(Debug, PartialEq)]
pub struct Link {
    pub address: String,
    /// What it may mean: one block, or one of each member of a choice.
    pub to: Vec<ItemIndex>,
    pub only_if: Option<ComponentIndex>,
    /// It is not mentioned but looked up: a data source of another root module's resource.
    pub looked_up: bool,
}

impl Graph {
    /// The blocks of an address in a root module; of a variable, in any.
    pub fn find(&self, root: Option<usize>, address: &str) -> impl Iterator<Item = &Item> {
        let root = if address.starts_with("var.") { None } else { root };
        self.items.iter().filter(move |item| item.root == root && item.address == address)
    }

    /// The resource of that address, in whichever root module it is.
    pub fn resource(&self, address: &str) -> Option<ItemIndex> {
        let of_that_address = |item: &Item| item.kind == Kind::Resource && item.address == address;
        self.items.iter().position(of_that_address)
    }
}
