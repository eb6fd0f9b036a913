//! What is wrong with a field, beside the field: shown and read out after a pause, gone at once when it is mended.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Milliseconds without a key before a new message appears.
const PAUSE: u32 = 350;

/// The message as it is shown.
pub fn after_a_pause(message: Memo<Option<String>>) -> RwSignal<Option<String>> {
    let shown = RwSignal::new(message.get_untracked());
    Effect::new(move |before: Option<Option<Timeout>>| {
        // Dropping the timer of the last key stops it.
        drop(before);
        match message.get() {
            None => {
                shown.set(None);
                None
            }
            Some(text) => Some(Timeout::new(PAUSE, move || shown.set(Some(text)))),
        }
    });
    shown
}
