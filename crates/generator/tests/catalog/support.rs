//! What the tests of a catalog share. The catalog is the one of the crate that has this as a module.

use crate::CATALOG;
use generator::catalog::{Inclusion, Role, Source};
use generator::draft::Draft;
use hcl_edit::structure::Body;

/// What breaks a promise, one line each.
#[derive(Default)]
pub struct Broken(pub Vec<String>);

impl Broken {
    pub fn unless(&mut self, holds: bool, says: impl FnOnce() -> String) {
        if !holds {
            self.0.push(says());
        }
    }

    #[track_caller]
    pub fn none(mut self) {
        self.0.sort();
        self.0.dedup();
        assert!(self.0.is_empty(), "{} to mend:\n  {}", self.0.len(), self.0.join("\n  "));
    }
}

/// The tree of a source: the catalog itself keeps only what is evaluated.
pub fn body(source: &Source) -> Body {
    match source.role {
        Role::Template | Role::Verbatim => Body::default(),
        _ => source.text.parse().expect("the catalog has no problems"),
    }
}

/// Drafts by name: each preset, each component alone with what it requires, all of them but one, and each member of a choice
/// with nothing else and with everything else.
pub fn drafts() -> Vec<(String, Draft)> {
    let catalog = &*CATALOG;
    let mut drafts = vec![];
    drafts.extend(catalog.presets.iter().map(|preset| (format!("preset {}", preset.id), Draft::preset(preset))));
    for index in 0..catalog.components.len() {
        let id = &catalog.components[index].id;
        for (what, all) in [("alone", false), ("left out", true)] {
            let mut draft = everything(all);
            if let Some(choice) = catalog.components[index].choice {
                draft.choose(catalog, &catalog.choices[choice], index);
            } else {
                draft.switch(catalog, index, !all);
            }
            drafts.push((format!("{id} {what}"), draft));
        }
    }
    drafts
}

/// Everything that can be switched is on or off, with the default of each choice.
pub fn everything(is_in: bool) -> Draft {
    let mut draft = Draft::default();
    for (index, component) in CATALOG.components.iter().enumerate() {
        if component.choice.is_none() && component.inclusion != Inclusion::Always {
            draft.switch(&CATALOG, index, is_in);
        }
    }
    draft
}

/// Everything on, once for each member of each choice, with the examples as values.
pub fn everything_with_examples() -> Vec<Draft> {
    let mut all = everything(true);
    for (name, value) in &CATALOG.examples {
        all.values.insert(name.clone(), value.to_json());
    }
    let mut drafts = vec![all.clone()];
    for choice in &CATALOG.choices {
        for &member in &choice.members {
            let mut draft = all.clone();
            draft.choose(&CATALOG, choice, member);
            drafts.push(draft);
        }
    }
    drafts
}
