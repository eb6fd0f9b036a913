//! A variable: what it takes, what it is here, and who uses it.

use super::{Context, Page};
use generator::catalog::{Owner, Variable};
use generator::platform::Origin;

impl Context<'_> {
    pub(super) fn variable(&self, variable: &Variable) -> Page {
        let mut page = Page::new(&variable.name, "variable of", &self.owner(variable), &variable.description);
        page.line("Type", &variable.ty.to_string());
        page.line(
            "Default",
            &variable.default.as_ref().map_or("none, it must be given".to_owned(), |value| value.to_hcl(0)),
        );
        page.line(
            "Example",
            &self.catalog.examples.get(&variable.name).map(|value| value.to_hcl(0)).unwrap_or_default(),
        );
        page.line("Options", &variable.options().join(", "));
        page.line("Here", &self.setting(variable));
        page.list("Used by", self.users(variable));
        let messages = variable.validations.iter().map(|validation| self.catalog.text_of(&validation.error_message));
        page.list("Wants", messages.map(|message| message.trim_matches('"').to_owned()));
        page
    }

    fn owner(&self, variable: &Variable) -> String {
        match variable.owner {
            Owner::Component(component) => self.catalog.components[component].id.clone(),
            _ => "all components".to_owned(),
        }
    }

    fn setting(&self, variable: &Variable) -> String {
        let Some(setting) = self.outcome.platform.settings.get(&variable.name) else {
            return match self.draft.values.contains_key(&variable.name) {
                true => "given, but nothing that is in uses it.".to_owned(),
                false => "nothing that is in uses it.".to_owned(),
            };
        };
        match setting.origin {
            Origin::Default => "the default.".to_owned(),
            Origin::Given => setting.value.to_hcl(0),
            Origin::Open => "an open question: nobody has given it yet.".to_owned(),
            Origin::Refused => "the value given is refused; see `check`.".to_owned(),
            Origin::Secret => format!("a secret: supply it when applying, as TF_VAR_{}.", variable.name),
        }
    }

    /// The components whose own blocks mention it.
    fn users(&self, variable: &Variable) -> Vec<String> {
        let address = format!("var.{}", variable.name);
        let mut users = vec![];
        for item in &self.catalog.graph.items {
            let Owner::Component(component) = item.owner else { continue };
            let id = &self.catalog.components[component].id;
            if item.links.iter().any(|link| link.address == address) && !users.contains(id) {
                users.push(id.clone());
            }
        }
        users
    }
}
