//! The picture: the same drawing as the one in the bundle, in the page's colours. Selecting a box selects its component.

mod spotlight;

use crate::icons;
use crate::parts::{all, button, icon_button, memo, none, part, span, text};
use crate::state::{Selected, State};
use generator::diagram::{self, Look};
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, prelude::*};
use spotlight::Spotlight;
use web_sys::Element;

/// How large: as much as can be read on the canvas, or all of it in so many per cent, to be scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zoom {
    Fit,
    Percent(i32),
}

pub fn picture(state: State) -> AnyView {
    let zoom = RwSignal::new(Zoom::Fit);
    let drawing = memo(move || match zoom.get() {
        Zoom::Fit => state.follows.drawing.get(),
        Zoom::Percent(_) => state.follows.whole.get(),
    });
    let svg = memo(move || drawing.with(|drawing| diagram::svg(drawing, Look::Page)));
    let frame = NodeRef::<html::Div>::new();
    let pointed = RwSignal::new(None::<String>);
    let light = memo(move || match (pointed.get(), state.selected.get()) {
        (Some(node), _) => Spotlight::Node(node),
        (None, Selected::Component(index)) => Spotlight::Component(state.catalog.components[index].id.clone()),
        _ => Spotlight::None,
    });
    Effect::new(move |_| {
        let light = light.get();
        svg.track();
        let size = match zoom.get() {
            Zoom::Fit => None,
            Zoom::Percent(percent) => {
                Some(drawing.with(|drawing| (drawing.width * percent / 100, drawing.height * percent / 100)))
            }
        };
        // The picture is in the page by then.
        request_animation_frame(move || {
            if let Some(frame) = frame.get_untracked() {
                spotlight::resize(&frame, size);
                spotlight::point(&frame, &light);
            }
        });
    });
    let click = move |event: ev::MouseEvent| {
        let component = closest(&event, "[data-component]").and_then(|node| node.get_attribute("data-component"));
        match component.and_then(|id| state.catalog.component(&id)) {
            Some(component) => state.inspect(Selected::Component(component)),
            None => state.selected.set(Selected::Shared),
        }
    };
    let over = move |event: ev::MouseEvent| {
        let node = closest(&event, ".leaf[data-node], .edge[data-edge]");
        pointed.set(node.and_then(|node| node.get_attribute("data-node").or_else(|| node.get_attribute("data-edge"))));
    };
    let left_out = memo(move || drawing.with(|drawing| drawing.left_out.nodes));
    let left_out = part(move || match left_out.get() {
        0 => none(),
        count => all([
            span("", format!("{count} smaller boxes are left out, so that this can be read at once.")),
            button("quiet", "Show all".into_any(), move || zoom.set(Zoom::Percent(100))),
        ]),
    });
    let words = text(move || state.follows.diagram.with(|diagram| diagram::describe(diagram)));
    let sizes = [
        icon_button("tool", icons::LESS, "Smaller", move || zoom.update(|zoom| *zoom = zoom.by(-25))),
        icon_button("tool", icons::ADD, "Larger", move || zoom.update(|zoom| *zoom = zoom.by(25))),
        icon_button("tool", icons::FIT, "Fit the canvas", move || zoom.set(Zoom::Fit)),
    ];
    view! {
        <div class="picture-pane">
            <div
                class="picture-frame"
                node_ref=frame
                tabindex="0"
                role="group"
                aria-label="Picture of the platform"
                inner_html=svg
                on:click=click
                on:mouseover=over
                on:mouseleave=move |_| pointed.set(None)
            ></div>
            <div class="picture-left-out">{left_out}</div>
            <div class="zoom" role="group" aria-label="Size of the picture">{all(sizes)}</div>
            <details class="words">
                <summary>"As text"</summary>
                <pre tabindex="0">{words}</pre>
            </details>
        </div>
    }
    .into_any()
}

impl Zoom {
    fn by(self, change: i32) -> Zoom {
        match self {
            Zoom::Fit => Zoom::Percent(100),
            Zoom::Percent(percent) => Zoom::Percent((percent + change).clamp(25, 300)),
        }
    }
}

fn closest(event: &ev::MouseEvent, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}
