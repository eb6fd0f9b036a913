//! Light, dark, or as the system says. `boot.js` sets it before the page is drawn.

use super::storage;
use leptos::prelude::*;

const KEY: &str = "eks-configurator/theme";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub fn stored() -> Theme {
        let stored = storage::get(KEY).unwrap_or_default();
        [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == stored).unwrap_or(Theme::Auto)
    }

    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }

    pub fn apply(self) {
        storage::put(KEY, self.name());
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", self.name());
        }
    }
}
