//! One variable: its name, control, help, message, and the way back to its default.

use super::{Refusal, Slot, beside, control, is_group, message, secret};
use crate::icons::{self, icon};
use crate::parts::{all, button, flag, memo, none, part, span};
use crate::review::found;
use crate::state::State;
use generator::Severity;
use generator::catalog::Variable;
use generator::draft::lean;
use leptos::prelude::*;

pub fn field(state: State, variable: &'static Variable) -> AnyView {
    let name = variable.name.as_str();
    let question = memo(move || {
        state.follows.platform.with(|platform| {
            let is_its = |finding: &&generator::Finding| {
                finding.severity == Severity::Question && finding.field.as_deref() == Some(name)
            };
            platform.findings.iter().find(is_its).map(generator::Finding::is_asked_by_terraform)
        })
    });
    let refusals =
        found(state, move |finding| finding.severity == Severity::Error && finding.field.as_deref() == Some(name));
    let refusal = memo(move || {
        refusals.with(|all| all.first().map(|it| Refusal { says: it.says.clone(), parts: it.parts.clone() }))
    });
    let refusal = message::after_a_pause(refusal);
    let is_given = memo(move || state.draft.with(|draft| draft.values.contains_key(name)));
    let is_secret = variable.is_secret();
    let default = variable.default.as_ref().map(|default| lean(&default.to_json(), &variable.ty));
    let id = |part: &str| format!("{part}-{name}");
    let mut slot = Slot {
        state,
        variable,
        path: String::new(),
        steps: vec![],
        id: id("control"),
        label: name.to_owned(),
        described_by: format!("help-{name} message-{name}"),
        ty: variable.ty.clone(),
        base: default.clone(),
        default,
        example: state.catalog.examples.get(name).map(|example| lean(&example.to_json(), &variable.ty)),
        value: memo(move || state.draft.with(|draft| draft.values.get(name).cloned())),
        set: Callback::new(move |value| state.set(name, value)),
        is_changed: is_given.into(),
        refusal,
    };
    let is_group = is_group(&slot);
    if !is_group {
        slot.label.clear();
    }
    let title = if is_group || is_secret {
        view! { <span class="field-name" id=id("label")>{name.to_owned()}</span> }.into_any()
    } else {
        view! { <label class="field-name" id=id("label") for=id("control")>{name.to_owned()}</label> }.into_any()
    };
    let mark = part(move || match (question.get(), is_given.get()) {
        _ if is_secret => mark("mark", icons::LOCK, "secret"),
        (Some(true), _) => mark("mark question", icons::QUESTION, "open: plan asks for it"),
        (Some(false), false) => mark("mark question", icons::QUESTION, "open: better answered"),
        (_, true) => changed(state, variable),
        _ => none(),
    });
    let shown = beside::shown(&slot);
    let body = if is_secret {
        secret::secret(state, id("control"), name)
    } else if is_group {
        view! { <div role="group" aria-labelledby=id("label") aria-describedby=format!("help-{name}")>{control(slot)}</div> }.into_any()
    } else {
        control(slot)
    };
    // What is wrong with an attribute is seen there; here it is read out.
    let is_elsewhere = flag(move || refusal.with(|refusal| refusal.as_ref().is_some_and(Refusal::is_deep)));
    view! {
        <div
            class="field"
            id=id("field")
            class:is-refused=flag(move || refusal.with(Option::is_some))
            class:is-changed=is_given
            class:is-open=flag(move || question.get().is_some())
        >
            <div class="field-head">{title} {mark}</div>
            {body}
            <p class="message" class:unseen=is_elsewhere id=id("message") aria-live="polite">
                {part(move || refusal.get().map_or_else(none, |refusal| message::refused(&refusal.says)))}
            </p>
            {shown}
            <p class="help" id=id("help")>{variable.description.clone()}</p>
            {crate::review::beside(state, name)}
        </div>
    }
    .into_any()
}

fn mark(class: &'static str, path: &'static str, says: &'static str) -> AnyView {
    view! { <span class=class>{icon(path)} {span("", says)}</span> }.into_any()
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
    all([
        mark("mark changed-mark", icons::CHANGED, "changed"),
        button("quiet reset", all([icon(icons::RESET), title.into_any()]), move || state.set(&variable.name, None)),
    ])
}
