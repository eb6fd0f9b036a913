//! The canvas: what it is, as picture, as files, and in review.

use crate::icons::icon;
use crate::parts::{all, click, memo, none, part, said, span, text};
use crate::state::{State, View};
use crate::{files, picture, review};
use generator::{Finding, Severity};
use leptos::{ev, prelude::*};

const TABS: [View; 3] = [View::Picture, View::Files, View::Review];

pub fn canvas(state: State) -> AnyView {
    // On a wide screen the outline stands beside the canvas, which then shows the picture.
    let view = memo(move || if state.view.get() == View::Outline { View::Picture } else { state.view.get() });
    let tab = |tab: View| {
        let is_current = move || view.get() == tab;
        let count = if tab == View::Review { open(state) } else { none() };
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=format!("tab-{}", tab.name())
                aria-controls="canvas-panel"
                aria-selected=said(is_current)
                tabindex=text(move || if is_current() { "0" } else { "-1" }.to_owned())
                on:click=click(move || state.view.set(tab))
            >
                {icon(tab.icon())}
                {tab.title()}
                {count}
            </button>
        }
        .into_any()
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
    let panel = part(move || match view.get() {
        View::Files => files::files(state),
        View::Review => review::review(state),
        _ => picture::picture(state),
    });
    view! {
        <main class="canvas" aria-label="Platform">
            <div class="canvas-tabs" role="tablist" aria-label="Views of the platform" on:keydown=arrows>
                {all(TABS.map(tab))}
            </div>
            <div class="canvas-panel" id="canvas-panel" role="tabpanel" aria-labelledby=text(move || format!("tab-{}", view.get().name()))>
                {panel}
            </div>
        </main>
    }
    .into_any()
}

/// How much there is to look at in the review.
fn open(state: State) -> AnyView {
    let count = memo(move || {
        let counts = |finding: &&Finding| finding.severity <= Severity::Warning;
        state.follows.platform.with(|platform| platform.findings.iter().filter(counts).count())
    });
    part(move || if count.get() > 0 { span("tab-count", count.get().to_string()) } else { none() })
}
