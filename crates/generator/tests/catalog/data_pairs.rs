//! A data source that is another root module's resource looks it up as the resource is named.

use crate::{Broken, CATALOG, body};
use generator::catalog::Item;
use generator::slice::Kind;
use hcl_edit::Span;
use hcl_edit::structure::{Block, Body};

/// The block of an item.
fn block(item: &Item) -> Option<Block> {
    let in_it = |block: &Block| block.span().is_some_and(|span| item.lines.contains(&span.start));
    body(&CATALOG.sources[item.source]).into_blocks().find(in_it)
}

/// An attribute's expression, as it is written.
fn text(item: &Item, body: &Body, name: &str) -> Option<&'static str> {
    let span = body.get_attribute(name)?.value.span()?;
    CATALOG.sources[item.source].text.get(span).map(str::trim)
}

#[test]
fn lookups_say_what_the_resource_says() {
    let mut broken = Broken::default();
    let mut pairs = 0;
    for data in CATALOG.graph.items.iter().filter(|item| item.kind == Kind::Data) {
        let Some(link) = data.links.iter().find(|link| link.looked_up) else { continue };
        let resource = &CATALOG.graph.items[link.to[0]];
        let (Some(lookup), Some(made)) = (block(data), block(resource)) else { continue };
        pairs += 1;
        let mut compared = 0;
        for attribute in lookup.body.attributes() {
            let name = attribute.key.as_str();
            let (here, there) = (text(data, &lookup.body, name), text(resource, &made.body, name));
            compared += usize::from(there.is_some());
            broken.unless(there.is_none() || here == there, || {
                format!("{}: {name} is {here:?}, and {there:?} where it is made", data.address)
            });
        }
        broken.unless(compared > 0, || format!("{} says nothing that its resource says", data.address));
        locals(data, resource, &mut broken);
    }
    broken.none();
    assert!(pairs > 0, "the search finds pairs");
}

/// The locals that both mention are the same expressions in both root modules.
fn locals(data: &Item, resource: &Item, broken: &mut Broken) {
    let mut todo: Vec<&str> = data.links.iter().map(|link| link.address.as_str()).collect();
    let mut seen = vec![];
    while let Some(address) = todo.pop() {
        if !address.starts_with("local.") || seen.contains(&address) {
            continue;
        }
        seen.push(address);
        let one = |root| CATALOG.graph.find(root, address).next();
        let (Some(here), Some(there)) = (one(data.root), one(resource.root)) else { continue };
        let expression = |item: &Item| {
            let source = &CATALOG.sources[item.source];
            let body = body(source);
            let mut blocks = body.get_blocks("locals");
            let local = blocks.find_map(|block| block.body.get_attribute(address.trim_start_matches("local.")));
            local.and_then(|local| source.text.get(local.value.span()?)).map(|text| text.trim().to_owned())
        };
        broken.unless(expression(here) == expression(there), || {
            format!("{address} is not the same in the two root modules of {}", data.address)
        });
        todo.extend(here.links.iter().map(|link| link.address.as_str()));
    }
}
