//! What it costs to keep, line by line and by subsystem, with the prices that this counts with.

use crate::parts::{all, button, none, paragraph, part, text};
use crate::state::{Selected, State};
use generator::Costs;
use generator::estimate::CostLine;
use generator::evaluate::Value;
use leptos::prelude::*;

pub fn costs(state: State) -> AnyView {
    let lines = part(move || {
        let subsystems = 0..state.catalog.subsystems.len();
        state.follows.costs.with(|costs| all(subsystems.map(|index| subsystem(state, index, costs))))
    });
    let sum = text(move || format!("${}", state.follows.costs.with(|costs| costs.monthly)));
    let fact =
        |name: &str| prices(state).and_then(|prices| prices.get(name)).map(|it| it.display()).unwrap_or_default();
    let says = format!(
        "US dollars a month at list price in {} as of {}, for what runs all the time; traffic and storage come on top.",
        fact("region"),
        fact("checked"),
    );
    view! {
        <section class="review-group" id="review-costs" tabindex="-1">
            <h2>"Cost"</h2>
            {paragraph("review-says", says)}
            <table class="costs">
                <thead><tr><th scope="col">"Component"</th><th scope="col">"For"</th><th scope="col" class="amount">"A month"</th></tr></thead>
                {lines}
                <tfoot><tr><th scope="row" colspan="2">"About"</th><td class="amount">{sum}</td></tr></tfoot>
            </table>
            {assumed(state)}
        </section>
    }
    .into_any()
}

/// The lines of a subsystem below their sum; nothing if it costs nothing by itself.
fn subsystem(state: State, index: usize, costs: &Costs) -> AnyView {
    let mut rows = vec![];
    let mut sum = 0;
    for line in &costs.lines {
        let Some(component) = state.catalog.component(&line.component) else { continue };
        if state.catalog.components[component].subsystem == index {
            sum += line.monthly.unwrap_or(0);
            rows.push(row(state, component, line));
        }
    }
    if rows.is_empty() {
        return none();
    }
    let subsystem = &state.catalog.subsystems[index];
    view! {
        <tbody>
            <tr class=format!("cost-sum hue-{}", subsystem.hue)>
                <th scope="rowgroup" colspan="2">{subsystem.title.clone()}</th><td class="amount">{format!("${sum}")}</td>
            </tr>
            {all(rows)}
        </tbody>
    }
    .into_any()
}

fn row(state: State, component: usize, line: &CostLine) -> AnyView {
    let title = state.catalog.components[component].title.clone().into_any();
    let title = button("link", title, move || state.inspect(Selected::Component(component)));
    let monthly = line.monthly.map_or("known at plan".to_owned(), |monthly| format!("${monthly}"));
    view! { <tr><td>{title}</td><td>{line.says.clone()}</td><td class="amount">{monthly}</td></tr> }.into_any()
}

fn prices(state: State) -> Option<&'static Value> {
    state.catalog.facts.get("price")
}

/// Every number that the catalog counts with.
fn assumed(state: State) -> AnyView {
    let mut rows = vec![];
    list("", prices(state), &mut rows);
    view! {
        <details class="assumed">
            <summary>"Prices that this counts with"</summary>
            <table><tbody>{all(rows)}</tbody></table>
        </details>
    }
    .into_any()
}

fn list(before: &str, value: Option<&Value>, rows: &mut Vec<AnyView>) {
    for (name, value) in value.and_then(Value::elements).unwrap_or_default() {
        let name = format!("{before}{}", name.display());
        if value.elements().is_some() {
            list(&format!("{name}."), Some(&value), rows);
        } else {
            rows.push(
                view! { <tr><th scope="row" class="mono">{name}</th><td class="amount">{value.display()}</td></tr> }
                    .into_any(),
            );
        }
    }
}
