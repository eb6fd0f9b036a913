//! What users read: titles, and sentences that end with a period.

use crate::{Broken, CATALOG};
use generator::catalog::Located;

/// Ends like a sentence, and begins like one: with a capital, or with a name that stands as it is written.
fn is_sentence(text: &str) -> bool {
    let ends = text.ends_with(['.', '?']) && !text.ends_with("..");
    ends && text.starts_with(|first: char| !first.is_whitespace())
}

fn is_title(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && !text.ends_with('.')
}

#[test]
fn titles_are_titles_and_summaries_are_sentences() {
    let catalog = &*CATALOG;
    let mut broken = Broken::default();
    let subsystems = catalog.subsystems.iter().map(|it| (&it.id, &it.title, &it.summary));
    let components = catalog.components.iter().map(|it| (&it.id, &it.title, &it.summary));
    let choices = catalog.choices.iter().map(|it| (&it.id, &it.title, &it.summary));
    let presets = catalog.presets.iter().map(|it| (&it.id, &it.title, &it.summary));
    for (id, title, summary) in subsystems.chain(components).chain(choices).chain(presets) {
        broken.unless(is_title(title), || format!("{id}: the title is {title:?}"));
        broken.unless(is_sentence(summary), || format!("{id}: the summary is {summary:?}"));
    }
    for conflict in &catalog.conflicts {
        broken.unless(is_sentence(&conflict.says), || format!("conflict: {:?}", conflict.says));
    }
    broken.none();
}

#[test]
fn variables_are_described_and_say_what_is_wrong_in_sentences() {
    let mut broken = Broken::default();
    for variable in &CATALOG.variables {
        let name = &variable.name;
        broken
            .unless(is_sentence(&variable.description), || format!("{name}: described as {:?}", variable.description));
        for validation in &variable.validations {
            let message = literal(&validation.error_message);
            broken.unless(is_sentence(message), || format!("{name}: refuses with {message:?}"));
        }
    }
    broken.none();
}

#[test]
fn findings_say_and_mend_in_sentences() {
    let mut broken = Broken::default();
    for rule in &CATALOG.findings {
        for text in [&rule.says, &rule.remedy].into_iter().flatten() {
            let text = literal(text);
            broken.unless(is_sentence(text), || format!("{}: {text:?}", rule.name));
        }
        let known = rule.field.as_ref().is_none_or(|field| CATALOG.variable(field).is_some());
        broken.unless(known, || format!("{}: there is no variable {:?}", rule.name, rule.field));
        broken.unless(rule.says.is_some() && rule.when.is_some(), || format!("{}: says or when is missing", rule.name));
    }
    let mut names: Vec<&str> = CATALOG.findings.iter().map(|rule| rule.name.as_str()).collect();
    names.extend(generator::findings::OWN.iter().map(|(name, _)| *name));
    names.sort_unstable();
    for pair in names.windows(2) {
        broken.unless(pair[0] != pair[1], || format!("two findings are called {}", pair[0]));
    }
    broken.none();
}

/// Whether anything is answered or not: a document has no place for what is not known.
#[test]
fn what_has_to_exist_before_is_said_in_sentences() {
    let mut broken = Broken::default();
    for preparation in &CATALOG.preparations {
        let says = preparation.says.as_ref().map_or("", literal);
        broken.unless(is_sentence(says), || format!("{}: {says:?}", preparation.name));
    }
    for (name, draft) in crate::drafts() {
        let platform = generator::generate(&CATALOG, &draft).platform;
        let selection = &platform.selection;
        let wanted = CATALOG.preparations.iter().filter(|one| one.when.is_none() && selection.is_in(one.component));
        let readme = &platform.documents["README.md"].text;
        let listed = readme.lines().filter(|line| line.starts_with("- [ ] ")).count();
        broken.unless(listed >= wanted.count(), || format!("{name}: README.md leaves out what cannot be said"));
    }
    broken.none();
}

#[test]
fn what_has_ended_says_since_when_and_by_what_source() {
    use generator::catalog::Status;
    let mut broken = Broken::default();
    for component in CATALOG.components.iter().filter(|it| it.lifecycle.status != Status::Supported) {
        let life = &component.lifecycle;
        let complete = life.since.is_some() && life.source.is_some() && life.says.as_deref().is_some_and(is_sentence);
        broken.unless(complete, || format!("{}: since, source or says is missing", component.id));
    }
    broken.none();
}

/// The text of a string or template without its quotes, as it is written.
fn literal(located: &Located) -> &str {
    CATALOG.text_of(located).trim().trim_matches('"')
}
