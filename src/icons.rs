//! Icons: one stroke on a 16 px grid. Those of things are the picture's; these are the page's own.

use leptos::prelude::*;

pub const ADD: &str = "M8 3v10M3 8h10";
pub const BACK: &str = "M9.5 3.5L5 8l4.5 4.5";
pub const CHANGED: &str = "M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3";
pub const CHEVRON: &str = "M4.5 6.5L8 10l3.5-3.5";
pub const CLOSE: &str = "M4 4l8 8M12 4l-8 8";
pub const COPY: &str = "M6 5.5h7v8H6zM10 5.5v-3H3v8h3";
pub const DOWNLOAD: &str = "M8 2.5v8M4.5 7.5L8 11l3.5-3.5M3 13.5h10";
pub const ERROR: &str = "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 10.8v.2";
pub const FILE: &str = "M4 1.5h5.5L12.5 4.5v10H4zM9.5 1.5v3h3";
pub const FIT: &str = "M2 3.5h12v9H2zM4.5 8h7M6.2 6.3L4.5 8l1.7 1.7M9.8 6.3L11.5 8 9.8 9.7";
pub const FULL: &str = "M2.5 6v-3.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10";
pub const IMPORT: &str = "M8 10.5v-8M4.5 6L8 2.5 11.5 6M3 10v3.5h10V10";
pub const KEYS: &str = "M1.5 4h13v8h-13zM4 6.5h.2M6.7 6.5h.2M9.3 6.5h.2M12 6.5h.2M4.5 9.5h7";
pub const LESS: &str = "M3 8h10";
pub const LIST: &str = "M2.5 4h.5M6 4h7.5M2.5 8h.5M6 8h7.5M2.5 12h.5M6 12h7.5";
pub const LOCK: &str = "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5";
pub const NEXT: &str = "M6.5 3.5L11 8l-4.5 4.5";
pub const NOTE: &str = "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12M8 7.5V11M8 5v.2";
pub const PICTURE: &str = "M2 2.5h5.5V6H2zM8.5 10H14v3.5H8.5zM4.75 6v5.75H8.5";
pub const PRESET: &str = "M3 3.5h10M3 8h10M3 12.5h6";
pub const QUESTION: &str =
    "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12M6.2 6.3c.2-1 .9-1.5 1.8-1.5 1 0 1.8.6 1.8 1.5 0 1.3-1.8 1.3-1.8 2.7M8 11v.2";
pub const REDO: &str = "M10.5 3L13 5.5 10.5 8M13 5.5H6.5a3.5 3.5 0 0 0 0 7H10";
pub const RESET: &str = "M3 3.5v3.5h3.5M3.3 7a5 5 0 1 1-.1 2.5";
pub const REVIEW: &str = "M3.5 8.5l3 3 6-7";
pub const SHARE: &str =
    "M6.5 9.5l3-3M5 7.5L3.6 8.9a2.5 2.5 0 0 0 3.5 3.5L8.5 11M7.5 5l1.4-1.4a2.5 2.5 0 0 1 3.5 3.5L11 8.5";
pub const THEME: &str = "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12M8 2v12M8 5l4-1.5M8 8.5L14 7M8 12l5-1.5";
pub const UNDO: &str = "M5.5 3L3 5.5 5.5 8M3 5.5h6.5a3.5 3.5 0 0 1 0 7H6";
pub const WRAP: &str = "M2.5 4h11M2.5 8H11a2.2 2.2 0 0 1 0 4.5H8.5M10.2 10.8l-1.7 1.7 1.7 1.7M2.5 12.5H5";
pub const WARNING: &str = "M8 2.2L14.5 13.5h-13zM8 6.5v3.3M8 11.6v.2";

/// An icon that says nothing beyond what stands beside it.
pub fn icon(path: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
    .into_any()
}
