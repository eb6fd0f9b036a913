//! What a component comes to: its files, resources and costs.

use super::reasons::fact;
use crate::outline::is_in;
use crate::parts::{all, button, flag, item, memo, part, span};
use crate::state::State;
use generator::catalog::{ComponentIndex, Owner};
use generator::estimate::CostLine;
use generator::slice::Kind;
use leptos::prelude::*;

pub fn contents(state: State, index: ComponentIndex) -> AnyView {
    let is_in = is_in(state, index);
    let facts = [files(state, index), resources(state, index), costs(state, index)];
    view! {
        <section class="facts" class:is-hidden=flag(move || !is_in.get())>
            <h3>"What it comes to"</h3>
            <dl>{all(facts)}</dl>
        </section>
    }
    .into_any()
}

fn files(state: State, index: ComponentIndex) -> AnyView {
    let id = state.catalog.components[index].id.as_str();
    let files = memo(move || {
        let (terraform, platform) = (state.follows.terraform.get(), state.follows.platform.get());
        let its = terraform.iter().chain(&platform.documents).filter(|(_, file)| file.component == id);
        its.map(|(path, _)| path.clone()).collect::<Vec<_>>()
    });
    let file = move |path: String| {
        let says = path.clone().into_any();
        item("", button("link mono", says, move || state.go_to_file(&path)))
    };
    part(move || fact("Files", all(files.get().into_iter().map(file))))
}

fn resources(state: State, index: ComponentIndex) -> AnyView {
    let addresses = memo(move || {
        state.follows.selection.with(|selection| {
            let items = state.catalog.graph.items.iter().zip(&selection.kept);
            let its = items
                .filter(|(item, kept)| **kept && item.kind == Kind::Resource && item.owner == Owner::Component(index));
            its.map(|(item, _)| item.address.clone()).collect::<Vec<_>>()
        })
    });
    let address = |address: String| item("mono", address.into_any());
    part(move || {
        let addresses = addresses.get();
        fact(format!("Resources ({})", addresses.len()), all(addresses.into_iter().map(address)))
    })
}

fn costs(state: State, index: ComponentIndex) -> AnyView {
    let id = state.catalog.components[index].id.as_str();
    let lines = memo(move || {
        let is_its = |line: &&CostLine| line.component == id;
        state.follows.costs.with(|costs| costs.lines.iter().filter(is_its).map(cost).collect::<Vec<_>>())
    });
    part(move || match lines.get() {
        lines if lines.is_empty() => fact("Cost", item("", span("", "Nothing by itself."))),
        lines => fact("Cost", all(lines.into_iter().map(|line| item("", line.into_any())))),
    })
}

fn cost(line: &CostLine) -> String {
    match line.monthly {
        Some(monthly) => format!("${monthly} a month. {}", line.says),
        None => line.says.clone(),
    }
}
