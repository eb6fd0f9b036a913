//! The named drafts: which one is shown, and what can be done with them.

use super::panel::{close, panel};
use crate::icons::{self, icon};
use crate::parts::{all, button, item, items, live, memo, none, paragraph, part, rows, said, span, text, unseen};
use crate::state::{State, focus};
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
    of(state, &id, read)
}

fn of<T: Default>(state: State, id: &str, read: fn(&Stored) -> T) -> T {
    state.drafts.all.with(|all| all.iter().find(|stored| stored.id == id).map(read)).unwrap_or_default()
}

fn body(state: State) -> AnyView {
    let name = text(move || shown(state, |stored| stored.name.clone()));
    let bundle = text(move || shown(state, |stored| stored.bundle.clone()));
    let add = button("quiet", all([icon(icons::ADD), "New".into_any()]), move || {
        state.new_draft(Draft::default(), String::new());
        close(PANEL);
    });
    let copy = button("quiet", "Duplicate".into_any(), move || {
        let name = shown(state, |stored| stored.title().to_owned()) + " copy";
        state.new_draft(state.draft.get_untracked(), name);
        close(PANEL);
    });
    // A row stays the same element when its draft is renamed: one may be about to click it.
    let ids = memo(move || state.drafts.all.with(|all| all.iter().map(|stored| stored.id.clone()).collect::<Vec<_>>()));
    let list = rows(ids, move |id| row(state, id));
    let gone = part(move || {
        state.drafts.deleted.with(|deleted| {
            if deleted.is_empty() {
                return none();
            }
            let rows = deleted.iter().map(|stored| {
                let id = stored.id.clone();
                let back = button("quiet", "Restore".into_any(), move || {
                    state.restore_draft(&id);
                    focus("draft-name");
                });
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
        {items("drafts-list", list)}
        {gone}
    }
    .into_any()
}

fn row(state: State, id: String) -> AnyView {
    let (titled, dated, named) = (id.clone(), id.clone(), id.clone());
    let changed = move || {
        let changed = of(state, &dated, |stored| stored.changed) as f64;
        String::from(Date::new(&JsValue::from_f64(changed)).to_locale_string("default", &JsValue::UNDEFINED))
    };
    let title = live("draft-title", move || of(state, &titled, |stored| stored.title().to_owned()));
    let says = all([title, live("draft-changed", changed)]);
    let (mine, gone) = (id.clone(), id.clone());
    let go = move || {
        state.open_draft(&id);
        close(PANEL);
    };
    let name = text(move || of(state, &named, |stored| format!("Delete {}", stored.title())));
    let delete = crate::parts::click(move || {
        state.delete_draft(&gone);
        focus("draft-name");
    });
    let is_current = said(move || state.drafts.current.with(|current| *current == mine));
    view! {
        <li class="draft-row">
            <button type="button" class="draft-name" aria-current=is_current on:click=crate::parts::click(go)>{says}</button>
            <button type="button" class="quiet" title=name aria-label=name on:click=delete>{icon(icons::CLOSE)}</button>
        </li>
    }
    .into_any()
}
