//! A finding: when it is found, and whether it is found here.

use super::{Context, Page};
use generator::catalog::{FindingRule, Located};

impl Context<'_> {
    pub(super) fn finding(&self, rule: &FindingRule) -> Page {
        let mut page = Page::new(&rule.name, "finding, severity", rule.severity.as_str(), &self.source(&rule.says));
        page.line("When", &self.source(&rule.when));
        page.line("Remedy", &self.source(&rule.remedy));
        page.line("Component", rule.component.map_or("", |component| self.catalog.components[component].id.as_str()));
        page.line("Variable", rule.field.as_deref().unwrap_or_default());
        self.found(&mut page, &rule.name);
        page
    }

    /// One that the generator itself finds.
    pub(super) fn own_finding(&self, name: &str, says: &str) -> Page {
        let mut page = Page::new(name, "finding", "of every catalog", says);
        self.found(&mut page, name);
        page
    }

    fn found(&self, page: &mut Page, name: &str) {
        let found = self.outcome.platform.findings.iter().filter(|finding| finding.name == name);
        let mut found: Vec<String> = found.map(ToString::to_string).collect();
        if found.is_empty() {
            found.push("nothing".to_owned());
        }
        page.list("Found here", found);
    }

    /// An expression as the catalog writes it.
    fn source(&self, located: &Option<Located>) -> String {
        located.as_ref().map_or(String::new(), |located| self.catalog.text_of(located).trim_matches('"').to_owned())
    }
}
