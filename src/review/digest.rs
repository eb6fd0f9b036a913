//! What the digest is of, and the command that makes the same bytes.

use crate::files::copy;
use crate::parts::{paragraph, text};
use crate::state::State;
use generator::Bundle;
use leptos::prelude::*;

pub fn digest(state: State) -> AnyView {
    let digest = text(move || state.follows.digest.get());
    let command = text(move || state.follows.platform.with(|platform| Bundle::command(&platform.name)));
    view! {
        <section class="review-group" id="review-digest" tabindex="-1">
            <h2>"Digest"</h2>
            {paragraph("review-says", "SHA-256 over the draft, the catalog and the generator's version: equal digests are equal bundles, byte for byte. It stands in the bundle's README.md and configuration.json, so that a folder of files can be told from another.")}
            <code class="command">{digest}</code>
            {copy("quiet", "Copy the digest", move || state.follows.digest.get_untracked())}
            {paragraph("review-says", "The bundle's configuration.json makes the same files on the command line:")}
            <code class="command">{command}</code>
            {copy("quiet", "Copy the command", move || command.get_untracked())}
        </section>
    }
    .into_any()
}
