//! What it costs to keep, line by line.

use crate::parts::{all, button, none, paragraph, part, text};
use crate::state::{Selected, State};
use generator::estimate::CostLine;
use leptos::prelude::*;

pub fn costs(state: State) -> AnyView {
    let line = move |line: &CostLine| {
        let title = state.catalog.component(&line.component).map_or_else(none, |index| {
            let title = state.catalog.components[index].title.clone().into_any();
            button("finding-place", title, move || state.inspect(Selected::Component(index)))
        });
        let monthly = line.monthly.map_or("known at plan".to_owned(), |monthly| format!("${monthly}"));
        view! { <tr><td>{title}</td><td>{line.says.clone()}</td><td class="amount">{monthly}</td></tr> }.into_any()
    };
    let lines = part(move || state.follows.costs.with(|costs| all(costs.lines.iter().map(line))));
    let sum = text(move || format!("${}", state.follows.costs.with(|costs| costs.monthly)));
    let fact = |name: &str| state.catalog.facts.get("price").and_then(|prices| prices.get(name)).map(|it| it.display());
    let prices = format!(
        "US dollars a month at list price in {} as of {}, for what runs all the time; traffic and storage come on top.",
        fact("region").unwrap_or_default(),
        fact("checked").unwrap_or_default(),
    );
    view! {
        <section class="review-group" id="review-costs" tabindex="-1">
            <h2>"Cost"</h2>
            {paragraph("review-says", prices)}
            <table>
                <thead><tr><th scope="col">"Component"</th><th scope="col">"For"</th><th scope="col" class="amount">"A month"</th></tr></thead>
                <tbody>{lines}</tbody>
                <tfoot><tr><th scope="row" colspan="2">"About"</th><td class="amount">{sum}</td></tr></tfoot>
            </table>
        </section>
    }
    .into_any()
}
