//! What it costs to keep, line by line.

use crate::state::{Selected, State};
use generator::estimate::CostLine;
use leptos::prelude::*;

pub fn costs(state: State) -> impl IntoView {
    let line = move |line: CostLine| {
        let component = state.catalog.component(&line.component);
        let title = component.map(|index| {
            let title = state.catalog.components[index].title.clone();
            view! { <button type="button" class="finding-place" on:click=move |_| state.inspect(Selected::Component(index))>{title}</button> }
        });
        let monthly = line.monthly.map_or("known at plan".to_owned(), |monthly| format!("${monthly}"));
        view! { <tr><td>{title}</td><td>{line.says}</td><td class="amount">{monthly}</td></tr> }
    };
    let lines = move || state.follows.costs.with(|costs| costs.lines.clone()).into_iter().map(line).collect_view();
    view! {
        <section class="review-group" id="review-costs" tabindex="-1">
            <h2>"Cost"</h2>
            <p class="review-says">"US dollars a month at list price in us-east-1, for what runs all the time; traffic and storage come on top."</p>
            <table>
                <thead><tr><th scope="col">"Component"</th><th scope="col">"For"</th><th scope="col" class="amount">"A month"</th></tr></thead>
                <tbody>{lines}</tbody>
                <tfoot>
                    <tr><th scope="row" colspan="2">"About"</th><td class="amount">{move || format!("${}", state.follows.costs.with(|costs| costs.monthly))}</td></tr>
                </tfoot>
            </table>
        </section>
    }
}
