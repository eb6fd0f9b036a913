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

/// What a place ends in while the inspector lies over the canvas.
pub const OPEN: &str = "+";

/// Pixels of the page from which on the inspector stands beside the canvas, as style/narrow.css has it.
const BESIDE: f64 = 1240.0;

fn lies_over() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < BESIDE)
}

impl State {
    /// What is being looked at, as a word: view, and what is selected.
    pub fn place(self) -> String {
        let mut place = self.view.get().name().to_owned();
        let catalog = self.catalog;
        let (sign, id) = match self.selected.get() {
            Selected::Shared => ("", ""),
            Selected::Subsystem(index) => ("/", catalog.subsystems[index].id.as_str()),
            Selected::Component(index) => (":", catalog.components[index].id.as_str()),
        };
        let is_open = self.inspecting.get() && lies_over();
        [sign, id, if is_open { OPEN } else { "" }].iter().for_each(|part| place.push_str(part));
        place
    }

    /// Looks at it again.
    pub fn go_back_to(self, place: &str) {
        let (place, is_open) = place.strip_suffix(OPEN).map_or((place, false), |place| (place, true));
        let (view, selected) = if let Some((view, id)) = place.split_once(':') {
            (view, self.catalog.component(id).map(Selected::Component))
        } else if let Some((view, id)) = place.split_once('/') {
            (view, self.catalog.subsystems.iter().position(|it| it.id == id).map(Selected::Subsystem))
        } else {
            (place, None)
        };
        let Some(view) = View::ALL.into_iter().find(|it| it.name() == view) else { return };
        // What one types into may go; it has to hear that one is done before that.
        if let Some(focused) = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = focused.blur();
        }
        self.view.set(view);
        let selected = selected.unwrap_or(Selected::Shared);
        if self.selected.get_untracked() != selected {
            self.selected.set(selected);
        }
        self.inspecting.set(is_open);
    }

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
        self.file.set(path.to_owned());
        self.line.set(None);
        self.view.set(View::Files);
        self.inspecting.set(false);
    }
}

/// Brings an element into view and focuses it, or the first control in it: one that is wrong before all others. It is done
/// before the next key arrives, so that fast typing lands in it, unless what was just chosen takes longer to appear.
pub fn focus(id: impl Into<String>) {
    let id = id.into();
    after_effects(EFFECTS, move || {
        if !focus_now(&id) {
            request_animation_frame(move || _ = focus_now(&id));
        }
    });
}

/// What is set may set more: so many rounds of effects, each a microtask, are waited for.
const EFFECTS: u8 = 4;

fn after_effects(rounds: u8, run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    match rounds {
        0 => run(),
        _ => queue_microtask(move || after_effects(rounds - 1, run)),
    }
}

/// Whether the element is there and took the focus.
fn focus_now(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    // A fold is opened to its first value; around folds, the first of them is what one wants. A list that is empty has only
    // the button that adds to it.
    let first = match element.tag_name().as_str() {
        "DETAILS" => "input:not(.key), select, textarea",
        _ => "summary, input:not(.key), select, textarea, .new-entry .key, .secret, .add, button:not(.reset)",
    };
    let find = |selector: &str| element.query_selector(selector).ok().flatten();
    let inside = || find("[aria-invalid=true]").or_else(|| find(first));
    let target = (!element.has_attribute("tabindex")).then(inside).flatten().unwrap_or_else(|| element.clone());
    while let Ok(Some(fold)) = target.closest("details:not([open]) > :not(summary)") {
        let Some(fold) = fold.parent_element() else { break };
        let _ = fold.set_attribute("open", "");
    }
    bring_into_view(&element);
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        let _ = target.focus();
    }
    document().active_element().as_ref() == Some(&target)
}

/// Scrolls as little as shows an element.
pub fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
