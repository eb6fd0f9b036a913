//! What differs from the defaults: all that somebody decided, as one wants to see it in an architecture review.

use crate::icons;
use crate::parts::{all, button, icon_button, memo, paragraph, part};
use crate::state::{Selected, State};
use generator::catalog::ComponentIndex;
use generator::evaluate::Value;
use generator::{Catalog, Draft};
use leptos::prelude::*;

/// A decision: what it is about, what the default is, and what it is here.
#[derive(Debug, Clone, PartialEq)]
struct Difference {
    place: Place,
    default: String,
    here: String,
}

#[derive(Debug, Clone, PartialEq)]
enum Place {
    Component(ComponentIndex),
    /// The choice's title, and its member by default.
    Choice(String, ComponentIndex),
    Variable(String),
}

const IN: &str = "in";
const OUT: &str = "out";

/// Longer values are cut.
const LONGEST: usize = 80;

pub fn differences(state: State) -> AnyView {
    let found = memo(move || state.draft.with(|draft| differ(state.catalog, draft)));
    let body = part(move || {
        let rows = found.with(|found| found.iter().map(|one| row(state, one)).collect::<Vec<_>>());
        if rows.is_empty() {
            return paragraph("review-says", "Nothing differs: this is the default platform.");
        }
        view! {
            <table>
                <thead><tr><th scope="col">"What"</th><th scope="col">"Default"</th><th scope="col">"Here"</th><th><span class="unseen">"Way back"</span></th></tr></thead>
                <tbody>{all(rows)}</tbody>
            </table>
        }
        .into_any()
    });
    view! {
        <section class="review-group" id="review-differences" tabindex="-1">
            <h2>"What differs from the defaults"</h2>
            {body}
        </section>
    }
    .into_any()
}

fn differ(catalog: &Catalog, draft: &Draft) -> Vec<Difference> {
    let mut found = vec![];
    let title = |index: ComponentIndex| catalog.components[index].title.clone();
    for (id, is_in) in &draft.components {
        if let Some(index) = catalog.component(id) {
            let [default, here] = if *is_in { [OUT, IN] } else { [IN, OUT] }.map(str::to_owned);
            found.push(Difference { place: Place::Component(index), default, here });
        }
    }
    for (id, member) in &draft.choices {
        if let (Some(choice), Some(member)) = (catalog.choice(id), catalog.component(member)) {
            let place = Place::Choice(choice.title.clone(), choice.default);
            found.push(Difference { place, default: title(choice.default), here: title(member) });
        }
    }
    for variable in &catalog.variables {
        if let Some(value) = draft.values.get(&variable.name).filter(|_| !variable.is_secret()) {
            let default = variable.default.as_ref().map_or("open".to_owned(), |default| short(&default.line()));
            let here = short(&Value::from_json(value).line());
            found.push(Difference { place: Place::Variable(variable.name.clone()), default, here });
        }
    }
    found
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => text[..end].to_owned() + "\u{2026}",
        None => text.to_owned(),
    }
}

fn row(state: State, difference: &Difference) -> AnyView {
    let (place, back) = (difference.place.clone(), difference.place.clone());
    let (class, says) = match &difference.place {
        Place::Component(index) => ("link", state.catalog.components[*index].title.clone()),
        Place::Choice(title, _) => ("link", title.clone()),
        Place::Variable(name) => ("link mono", name.clone()),
    };
    let go = button(class, says.clone().into_any(), move || match &place {
        Place::Component(index) | Place::Choice(_, index) => state.inspect(Selected::Component(*index)),
        Place::Variable(name) => state.go_to_field(name),
    });
    let is_on = difference.here == IN;
    let reset = move || match &back {
        Place::Component(index) => state.switch(*index, !is_on),
        Place::Choice(_, default) => state.choose(*default),
        Place::Variable(name) => state.set(name, None),
    };
    let name = format!("Back to the default of {says}");
    let reset = icon_button("tool way-back", icons::RESET, name, reset);
    let is_value = matches!(difference.place, Place::Variable(_));
    let cell = |text: &String| {
        let text = text.clone();
        if is_value { view! { <td><code>{text}</code></td> }.into_any() } else { view! { <td>{text}</td> }.into_any() }
    };
    let cells = all([cell(&difference.default), cell(&difference.here)]);
    view! { <tr><td>{go}</td>{cells}<td class="amount">{reset}</td></tr> }.into_any()
}
