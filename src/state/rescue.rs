//! If the program fails, the draft is not lost: the page says so, with the draft to copy.

use generator::Draft;
use leptos::prelude::document;
use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};

thread_local! {
    /// The last draft as text: when the program fails, nothing else may be read any more.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

pub fn remember(draft: &Draft) {
    LAST.with(|last| *last.borrow_mut() = draft.to_json());
}

pub fn install() {
    panic::set_hook(Box::new(|info| {
        // Whatever cannot be shown any more cannot be shown.
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo) -> Option<()> {
    let document = document();
    let body = document.body()?;
    let last = LAST.with(|last| last.try_borrow().map(|last| last.clone())).unwrap_or_default();
    body.set_inner_html(
        "<main class=\"rescue\"><h1>Something went wrong in this page</h1>\
         <p>Your draft is below: copy it, and load the page again. If the same happens again, please report it with this line:</p>\
         <pre></pre><label for=\"rescued\">Your draft</label><textarea id=\"rescued\" readonly rows=\"16\"></textarea></main>",
    );
    document.query_selector(".rescue pre").ok()??.set_text_content(Some(&info.to_string()));
    document.get_element_by_id("rescued")?.set_text_content(Some(&last));
    Some(())
}
