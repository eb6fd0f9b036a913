//! A secret is never typed here: the page says how to supply it when applying.

use crate::parts::{none, words};
use crate::state::State;
use leptos::prelude::*;

pub fn secret(state: State, id: String, name: &str) -> AnyView {
    let version = format!("{name}_version");
    let rotate = match state.catalog.variable(&version) {
        Some(_) => view! { <p>{words(&format!("To change it later, supply the new one and raise `{version}`."))}</p> }
            .into_any(),
        None => none(),
    };
    view! {
        <div class="secret" id=id tabindex="-1">
            <p>"A secret. It is never typed here, stored, linked or written into a file; Terraform hands it on and forgets it. Supply it where you apply:"</p>
            <code class="command">{format!("read -rs TF_VAR_{name} && export TF_VAR_{name}")}</code>
            {rotate}
        </div>
    }
    .into_any()
}
