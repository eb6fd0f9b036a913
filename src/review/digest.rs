//! What the digest is of, and the command that makes the same bytes.

use crate::state::State;
use generator::Bundle;
use leptos::prelude::*;

pub fn digest(state: State) -> impl IntoView {
    let digest = move || state.follows.bundle.with(|bundle| bundle.digest.clone());
    let command = move || state.follows.bundle.with(|bundle| Bundle::command(&bundle.name));
    view! {
        <section class="review-group" id="review-digest" tabindex="-1">
            <h2>"Digest"</h2>
            <p class="review-says">"SHA-256 over the draft, the catalog and the generator's version: equal digests are equal bundles, byte for byte."</p>
            <code class="command">{digest}</code>
            <p class="review-says">"The bundle's configuration.json makes the same files on the command line:"</p>
            <code class="command">{command}</code>
        </section>
    }
}
