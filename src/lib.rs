//! The page. State is one signal of the draft (`state`); everything that is shown follows from it, and each folder is named
//! after what is on screen. What holds logic is in the generator, as plain Rust; no subsystem is named here.

#![cfg(target_arch = "wasm32")]

mod app;
mod bar;
mod canvas;
mod clipboard;
mod files;
pub mod forms;
pub mod icons;
mod inspector;
mod keys;
mod outline;
mod paper;
pub mod parts;
mod picture;
mod review;
pub mod state;
mod status;

pub use app::App;

use leptos::prelude::*;

/// Puts the page in place of what stood there while it loaded.
pub fn start() {
    // The released page has no words for a panic: it stops, and public/boot.js says so.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    if let Some(shell) = document().get_element_by_id("loading") {
        shell.remove();
    }
    leptos::mount::mount_to_body(App);
}
