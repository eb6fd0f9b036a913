//! The canvas: what it is, as picture, as files, and in review.

use crate::state::{State, View};
use crate::{files, icons, picture, review};
use generator::Severity;
use leptos::{ev, prelude::*};

const TABS: [View; 3] = [View::Picture, View::Files, View::Review];

pub fn canvas(state: State) -> impl IntoView {
    // On a wide screen the outline stands beside the canvas, which then shows the picture.
    let view = Memo::new(move |_| if state.view.get() == View::Outline { View::Picture } else { state.view.get() });
    let tab = |tab: View| {
        let is_current = move || view.get() == tab;
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=format!("tab-{}", tab.name())
                aria-controls="canvas-panel"
                aria-selected=move || is_current().to_string()
                tabindex=move || if is_current() { "0" } else { "-1" }
                on:click=move |_| state.view.set(tab)
            >
                {icons::icon(tab.icon())}
                {tab.title()}
                {(tab == View::Review).then(|| open(state))}
            </button>
        }
    };
    let arrows = move |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => TABS.len() - 1,
            _ => return,
        };
        let now = TABS.iter().position(|tab| *tab == view.get_untracked()).unwrap_or_default();
        let next = TABS[(now + step) % TABS.len()];
        state.view.set(next);
        crate::state::focus(format!("tab-{}", next.name()));
    };
    let panel = move || match view.get() {
        View::Files => files::files(state).into_any(),
        View::Review => review::review(state).into_any(),
        _ => picture::picture(state).into_any(),
    };
    view! {
        <main class="canvas" aria-label="Platform">
            <div class="canvas-tabs" role="tablist" aria-label="Views of the platform" on:keydown=arrows>
                {TABS.map(tab).collect_view()}
            </div>
            <div class="canvas-panel" id="canvas-panel" role="tabpanel" aria-labelledby=move || format!("tab-{}", view.get().name())>
                {panel}
            </div>
        </main>
    }
}

/// How much there is to look at in the review.
fn open(state: State) -> impl IntoView {
    let count = Memo::new(move |_| {
        let counts = |finding: &&generator::Finding| finding.severity <= Severity::Warning;
        state.follows.platform.with(|platform| platform.findings.iter().filter(counts).count())
    });
    move || (count.get() > 0).then(|| view! { <span class="tab-count">{count}</span> })
}
