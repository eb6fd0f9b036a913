//! A secret is never typed here: the page says how to supply it when applying.

use leptos::prelude::*;

pub fn secret(id: String, name: &str) -> AnyView {
    view! {
        <div class="secret" id=id>
            <p>"A secret. It is never typed here, stored, linked or written into a file; supply it where you apply:"</p>
            <code class="command">{format!("read -rs TF_VAR_{name} && export TF_VAR_{name}")}</code>
        </div>
    }
    .into_any()
}
