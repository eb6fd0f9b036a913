//! The picture: the same drawing as the one in the bundle, in the page's colours. Selecting a box selects its component.

mod camera;
mod full;
mod gestures;
mod keys;
mod look;
mod save;
mod sheet;
mod spotlight;
mod stage;

pub use camera::Camera;
pub use full::fill;

use crate::icons::{self, icon};
use crate::parts::{all, button, click, icon_button, memo, part, said, span, text};
use crate::state::{Selected, State};
use generator::diagram::{self, Show};
use generator::sorted;
use gestures::Gesture;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::{ev, prelude::*};
use stage::Stage;
use web_sys::{Element, ResizeObserver};

pub fn picture(state: State) -> AnyView {
    let stage = Stage::new(state);
    watch_size(stage);
    on_cleanup(move || full::fill(state, None));
    view! {
        <div
            class="picture-pane"
            class:is-full=state.sight.is_full
            node_ref=stage.pane
            on:fullscreenchange=move |_| full::follow(state)
        >
            {frame(stage)}
            <p class="unseen" id="picture-keys">{keys::HELP}</p>
            <div class="picture-foot">
                {words(state)}
                {left_out(state)}
                {tools(stage)}
            </div>
        </div>
    }
    .into_any()
}

fn frame(stage: Stage) -> AnyView {
    let gesture = StoredValue::new(Gesture::default());
    let pointer = move |event: ev::PointerEvent| gestures::pointer(stage, gesture, &event);
    let click = move |event: ev::MouseEvent| {
        if gesture.with_value(|gesture| gesture.is_dragging) {
            return;
        }
        let attribute = |name: &str| closest(&event, "[data-component]").and_then(|part| part.get_attribute(name));
        match (attribute("data-node"), attribute("data-component")) {
            (Some(node), _) => stage.choose(&node),
            (None, Some(component)) => stage.select(&component),
            (None, None) => stage.state.selected.set(Selected::Shared),
        }
    };
    let over = move |event: ev::MouseEvent| {
        let part = closest(&event, ".leaf[data-node], .edge[data-edge]");
        stage
            .pointed
            .set(part.and_then(|part| part.get_attribute("data-node").or_else(|| part.get_attribute("data-edge"))));
    };
    let says = move || match stage.here.get() {
        Some(id) => stage.state.follows.drawing.with(|drawing| keys::says(drawing, &id)),
        None => String::new(),
    };
    view! {
        <div
            class="picture-frame"
            node_ref=stage.frame
            tabindex="0"
            role="application"
            aria-label="Picture of the platform"
            aria-describedby="picture-keys"
            on:click=click
            on:mouseover=over
            on:mouseleave=move |_| stage.pointed.set(None)
            on:pointerdown=pointer
            on:pointermove=pointer
            on:pointerup=pointer
            on:pointercancel=pointer
            on:wheel=move |event| gestures::wheel(stage, &event)
            on:keydown=move |event| keys::key(stage, &event)
            on:focusout=move |_| stage.here.set(None)
        >
            <svg class="picture" width="100%" height="100%" aria-hidden="true"><g class="sheet"></g></svg>
        </div>
        <p class="unseen" aria-live="polite">{text(says)}</p>
    }
    .into_any()
}

/// The pane is measured whenever it grows or shrinks.
fn watch_size(stage: Stage) {
    let closure = Closure::<dyn FnMut()>::new(move || stage.measure());
    let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) else { return };
    let watched = StoredValue::new_local((observer, closure));
    stage.frame.on_load(move |frame| watched.with_value(|(observer, _)| observer.observe(&frame)));
    on_cleanup(move || watched.with_value(|(observer, _)| observer.disconnect()));
}

/// What is not there, and how to get it.
fn left_out(state: State) -> AnyView {
    let show = state.sight.show;
    let count = memo(move || state.follows.drawing.with(|drawing| drawing.left_out.nodes));
    let is_usual = memo(move || show.with(|show| matches!(show, Show::Readable(opened) if opened.is_empty())));
    let says = part(move || {
        let count = count.get();
        let mut parts = Vec::new();
        if count > 0 {
            let boxes = if count == 1 { "1 box is".to_owned() } else { format!("{count} boxes are") };
            parts.push(span("", boxes + " folded, so that the rest can be read."));
            parts.push(button("quiet", "Show all".into_any(), move || show.set(Show::All)));
        }
        if !is_usual.get() {
            parts.push(button("quiet", "Show less".into_any(), move || show.set(Show::Readable(sorted::Set::new()))));
        }
        all(parts)
    });
    view! { <div class="picture-left-out">{says}</div> }.into_any()
}

fn tools(stage: Stage) -> AnyView {
    let state = stage.state;
    let tools = [
        button("quiet", "SVG".into_any(), move || save::svg(state)),
        button("quiet", "PNG".into_any(), move || save::png(state)),
        icon_button("tool", icons::LESS, "Smaller", move || stage.zoom(1.0 / keys::LARGER)),
        icon_button("tool", icons::ADD, "Larger", move || stage.zoom(keys::LARGER)),
        icon_button("tool", icons::FIT, "Fit the canvas", move || stage.fit()),
        view! {
            <button
                type="button"
                class="tool toggle"
                title="Full screen (F)"
                aria-label="Full screen"
                aria-pressed=said(move || state.sight.is_full.get())
                on:click=click(move || stage.fill())
            >
                {icon(icons::FULL)}
            </button>
        }
        .into_any(),
    ];
    view! { <div class="zoom" role="group" aria-label="Size of the picture, and as a file">{all(tools)}</div> }
        .into_any()
}

/// The same as lists, made when they are asked for.
fn words(state: State) -> AnyView {
    let is_open = RwSignal::new(false);
    let lists = text(move || match is_open.get() {
        true => state.follows.diagram.with(|diagram| diagram::list(diagram)),
        false => String::new(),
    });
    view! {
        <details class="words" on:toggle:target=move |event| is_open.set(event.target().open())>
            <summary>"As text"</summary>
            <div class="words-lists" tabindex="0" role="region" aria-label="Picture as text" inner_html=lists></div>
        </details>
    }
    .into_any()
}

fn closest(event: &ev::MouseEvent, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}
