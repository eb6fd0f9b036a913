//! The named drafts: which one is shown, and what can be done with them.

use super::panel::{close, panel};
use crate::icons::{self, icon};
use crate::parts::{all, button, icon_button, item, items, live, none, paragraph, part, said, span, unseen};
use crate::state::State;
use generator::Draft;
use generator::draft::Stored;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use web_sys::js_sys::Date;

const PANEL: &str = "drafts";

pub fn drafts(state: State) -> AnyView {
    let title = live("drafts-name", move || shown(state, |stored| stored.title().to_owned()));
    let says = all([unseen("Drafts: "), title, icon(icons::CHEVRON)]);
    panel(PANEL, "Drafts", "tool drafts", says, move || body(state))
}

fn shown(state: State, read: fn(&Stored) -> String) -> String {
    let id = state.drafts.current.get();
    state.drafts.all.with(|all| all.iter().find(|stored| stored.id == id).map(read)).unwrap_or_default()
}

fn body(state: State) -> AnyView {
    let name = shown(state, |stored| stored.name.clone());
    let bundle = shown(state, |stored| stored.bundle.clone());
    let add = button("quiet", all([icon(icons::ADD), "New".into_any()]), move || {
        state.new_draft(Draft::default(), String::new());
        close(PANEL);
    });
    let copy = button("quiet", "Duplicate".into_any(), move || {
        let name = shown(state, |stored| stored.title().to_owned()) + " copy";
        state.new_draft(state.draft.get_untracked(), name);
        close(PANEL);
    });
    let list = state.drafts.all.with(|all| all.iter().map(|stored| row(state, stored)).collect::<Vec<_>>());
    let gone = part(move || {
        state.drafts.deleted.with(|deleted| {
            if deleted.is_empty() {
                return none();
            }
            let rows = deleted.iter().map(|stored| {
                let id = stored.id.clone();
                let back = button("quiet", "Restore".into_any(), move || state.restore_draft(&id));
                item("draft-row", all([span("draft-name", stored.title()), back]))
            });
            all([
                paragraph("panel-says", "Deleted; they can be restored until this page closes:"),
                items("", all(rows)),
            ])
        })
    });
    view! {
        <label class="panel-label" for="draft-name">"Name of this draft"</label>
        <input
            id="draft-name"
            class="input"
            autocomplete="off"
            maxlength="80"
            prop:value=name
            placeholder=bundle
            on:change:target=move |event| state.rename_draft(&event.target().value())
        />
        <div class="panel-buttons">{add} {copy}</div>
        {items("drafts-list", all(list))}
        {gone}
    }
    .into_any()
}

fn row(state: State, stored: &Stored) -> AnyView {
    let (id, mine, gone) = (stored.id.clone(), stored.id.clone(), stored.id.clone());
    let changed = Date::new(&JsValue::from_f64(stored.changed as f64)).to_locale_string("default", &JsValue::UNDEFINED);
    let says = all([span("draft-title", stored.title()), span("draft-changed", String::from(changed))]);
    let go = move || {
        state.open_draft(&id);
        close(PANEL);
    };
    let mut name = String::from("Delete ");
    name.push_str(stored.title());
    let delete = icon_button("quiet", icons::CLOSE, name, move || state.delete_draft(&gone));
    let is_current = said(move || state.drafts.current.with(|current| *current == mine));
    view! {
        <li class="draft-row">
            <button type="button" class="draft-name" aria-current=is_current on:click=crate::parts::click(go)>{says}</button>
            {delete}
        </li>
    }
    .into_any()
}
