//! One variable: its name, control, help, message, and the way back to its default.

use super::{Slot, control, is_single, message, secret};
use crate::icons::{self, icon};
use crate::parts::{all, button, flag, memo, none, part, words};
use crate::state::State;

use generator::Severity;
use generator::catalog::Variable;
use generator::draft::lean;
use generator::platform::Origin;
use leptos::prelude::*;

pub fn field(state: State, variable: &'static Variable) -> AnyView {
    let name = variable.name.as_str();
    let origin = memo(move || state.follows.platform.with(|platform| Some(platform.settings.get(name)?.origin)));
    let refusal = memo(move || {
        state.follows.platform.with(|platform| {
            let is_its = |finding: &&generator::Finding| {
                finding.severity == Severity::Error && finding.field.as_deref() == Some(name)
            };
            platform.findings.iter().find(is_its).map(|finding| finding.says.clone())
        })
    });
    let message = message::after_a_pause(refusal);
    let is_given = memo(move || state.draft.with(|draft| draft.values.contains_key(name)));
    let is_secret = variable.is_secret();
    let default = variable.default.as_ref().map(|default| lean(&default.to_json(), &variable.ty));
    let is_group = !is_single(&variable.ty) || variable.options.is_some();
    let id = |part: &str| format!("{part}-{name}");
    let slot = Slot {
        id: id("control"),
        label: if is_group { name.to_owned() } else { String::new() },
        described_by: format!("help-{name} message-{name}"),
        ty: variable.ty.clone(),
        default,
        example: state.catalog.examples.get(name).map(|example| lean(&example.to_json(), &variable.ty)),
        options: variable.options.clone(),
        value: memo(move || state.draft.with(|draft| draft.values.get(name).cloned())),
        set: Callback::new(move |value| state.set(name, value)),
        is_given: is_given.into(),
        is_refused: flag(move || message.with(Option::is_some)),
    };
    let title = if is_group || is_secret {
        view! { <span class="field-name" id=id("label")>{name.to_owned()}</span> }.into_any()
    } else {
        view! { <label class="field-name" id=id("label") for=id("control")>{name.to_owned()}</label> }.into_any()
    };
    let mark = part(move || match (origin.get(), is_given.get()) {
        (Some(Origin::Open), _) => {
            view! { <span class="mark question">{icon(icons::QUESTION)} "open question"</span> }.into_any()
        }
        (_, true) if !is_secret => changed(state, variable),
        _ => none(),
    });
    let body = if is_secret {
        secret::secret(id("control"), name)
    } else if is_group {
        view! { <div role="group" aria-labelledby=id("label") aria-describedby=format!("help-{name}")>{control(slot)}</div> }.into_any()
    } else {
        control(slot)
    };
    view! {
        <div
            class="field"
            id=id("field")
            class:is-refused=flag(move || message.with(Option::is_some))
            class:is-changed=is_given
            class:is-open=flag(move || origin.get() == Some(Origin::Open))
        >
            <div class="field-head">{title} {mark}</div>
            {body}
            <p class="message" id=id("message") aria-live="polite">
                {part(move || message.get().map_or_else(none, |says| refused(&says)))}
            </p>
            <p class="help" id=id("help")>{variable.description.clone()}</p>
            {crate::review::beside(state, name)}
        </div>
    }
    .into_any()
}

fn refused(says: &str) -> AnyView {
    view! { {icon(icons::ERROR)} <span>{words(says)}</span> }.into_any()
}

/// The mark of a value that is not the default, and the way back.
fn changed(state: State, variable: &'static Variable) -> AnyView {
    let default = variable.default.as_ref().map(|default| {
        let text = default.to_hcl(0);
        if text.len() <= 24 && !text.contains('\n') { format!("default {text}") } else { "the default".to_owned() }
    });
    let title = match default {
        Some(default) => format!("Back to {default}"),
        None => "Leave it open".to_owned(),
    };
    view! {
        <span class="mark changed-mark">{icon(icons::CHANGED)} "changed"</span>
        {button("quiet reset", all([icon(icons::RESET), title.into_any()]), move || state.set(&variable.name, None))}
    }
    .into_any()
}
