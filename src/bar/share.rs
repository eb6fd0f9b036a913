//! Share: the link into the clipboard.

use crate::icons;
use crate::parts::icon_button;
use crate::state::{State, address};
use leptos::prelude::*;

const COPIED: &str = "The link is copied: it holds the draft, and no secret.";
const REFUSED: &str = "The browser lets nothing be copied; the address of this page is the link.";

pub fn share(state: State) -> AnyView {
    icon_button("tool", icons::SHARE, "Copy the link", move || {
        crate::clipboard::copy(&address::write(state), move |is_done| {
            state.said.set(if is_done { COPIED } else { REFUSED }.to_owned());
        });
    })
}
