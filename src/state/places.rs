//! What is being looked at, and how one gets there.

use super::State;
use crate::icons;
use generator::catalog::{ComponentIndex, Owner, Variable};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The one thing selected: in the outline, in the picture, in the files, in the inspector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selected {
    /// What belongs to no component: names, region, tags.
    Shared,
    Subsystem(usize),
    Component(ComponentIndex),
}

impl Selected {
    /// Where a variable is shown.
    pub fn owner_of(variable: &Variable) -> Selected {
        match variable.owner {
            Owner::Component(component) => Selected::Component(component),
            _ => Selected::Shared,
        }
    }
}

/// What the canvas shows; on a phone the outline takes its turn too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Outline,
    Picture,
    Files,
    Review,
}

impl View {
    pub const ALL: [View; 4] = [View::Outline, View::Picture, View::Files, View::Review];

    pub fn name(self) -> &'static str {
        match self {
            View::Outline => "outline",
            View::Picture => "picture",
            View::Files => "files",
            View::Review => "review",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            View::Outline => "Outline",
            View::Picture => "Picture",
            View::Files => "Files",
            View::Review => "Review",
        }
    }

    pub fn icon(self) -> &'static str {
        match self {
            View::Outline => icons::LIST,
            View::Picture => icons::PICTURE,
            View::Files => icons::FILE,
            View::Review => icons::REVIEW,
        }
    }
}

impl State {
    /// Selects it everywhere and, where the inspector is not on screen, opens it.
    pub fn inspect(self, selected: Selected) {
        self.selected.set(selected);
        self.inspecting.set(true);
    }

    /// To the field of a variable.
    pub fn go_to_field(self, name: &str) {
        let Some(variable) = self.catalog.variable(name) else { return };
        self.inspect(Selected::owner_of(variable));
        focus(format!("field-{name}"));
    }

    /// To a part of the review.
    pub fn go_to_review(self, part: &'static str) {
        self.inspecting.set(false);
        self.view.set(View::Review);
        focus(part);
    }

    /// To a file, and to the component that it is there for.
    pub fn go_to_file(self, path: &str) {
        self.show_file(path, None);
    }

    /// To a line of a file, counted from 1.
    pub fn go_to_line(self, path: &str, line: usize) {
        self.show_file(path, Some(line));
    }

    fn show_file(self, path: &str, line: Option<usize>) {
        self.file.set(path.to_owned());
        self.line.set(line);
        self.view.set(View::Files);
        self.inspecting.set(false);
    }
}

/// Brings an element into view and focuses it, or the first control in it, once it is there.
pub fn focus(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        let Some(element) = document().get_element_by_id(&id) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        let control = match element.has_attribute("tabindex") {
            true => None,
            // A list that is empty has only the button that adds to it.
            false => element.query_selector("input, select, textarea, button:not(.reset)").ok().flatten(),
        };
        if let Ok(target) = control.unwrap_or(element).dyn_into::<HtmlElement>() {
            let _ = target.focus();
        }
    });
}

/// Scrolls as little as shows an element.
pub fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
