//! Defaults, examples and pins.

use crate::{Broken, CATALOG, everything_with_examples};
use generator::evaluate::convert;
use generator::platform::Origin;
use generator::sorted::Map;
use generator::{Draft, generate};
use std::collections::BTreeSet;

#[test]
fn what_must_be_given_has_an_example_that_fits() {
    let mut broken = Broken::default();
    for variable in CATALOG.variables.iter().filter(|variable| variable.default.is_none() && !variable.sensitive) {
        match CATALOG.examples.get(&variable.name) {
            None => broken.0.push(format!("{} has no example", variable.name)),
            Some(example) => {
                let converted = convert(example, &variable.ty);
                broken.unless(converted.is_ok(), || format!("the example of {}: {converted:?}", variable.name));
            }
        }
    }
    for name in CATALOG.examples.keys() {
        broken.unless(CATALOG.variable(name).is_some(), || format!("an example of {name}, which is no variable"));
    }
    let mut reached = BTreeSet::new();
    for draft in everything_with_examples() {
        let platform = generate(&CATALOG, &draft).platform;
        for finding in platform.findings.iter().filter(|finding| finding.name == "value-refused") {
            broken.0.push(format!("an example is refused: {:?}: {}", finding.field, finding.says));
        }
        reached.extend(platform.settings.keys().cloned());
    }
    for variable in CATALOG.variables.iter().filter(|variable| !reached.contains(&variable.name)) {
        broken.0.push(format!("nothing uses the variable {}", variable.name));
    }
    broken.none();
}

/// Terraform forgets a secret, one argument takes it, and a number says when it is sent again.
#[test]
fn secrets_are_supplied_sent_and_forgotten() {
    let mut broken = Broken::default();
    let secrets = CATALOG.variables.iter().filter(|variable| variable.is_secret());
    for secret in secrets {
        let name = &secret.name;
        let forgotten = secret.sensitive && secret.ephemeral && secret.default.is_none();
        broken.unless(forgotten, || format!("{name} is not sensitive, ephemeral and without a default"));
        let version = CATALOG.variable(&format!("{name}_version"));
        broken.unless(version.is_some_and(|it| it.default.is_some() && !it.is_secret()), || {
            format!("there is no plain {name}_version with a default")
        });
        let example = CATALOG.examples.get(name).and_then(|example| example.as_str());
        broken.unless(example.is_some_and(|text| !text.contains('\n')), || {
            format!("{name} has no example of one line, which stands in for it at the end")
        });
        let address = format!("var.{name}");
        let readers = CATALOG.graph.items.iter().filter(|item| item.address != address);
        let readers: Vec<&str> = (readers.filter(|item| item.links.iter().any(|link| link.address == address)))
            .map(|item| item.address.as_str())
            .collect();
        broken.unless(readers.len() == 1, || format!("{name} is read by {readers:?}, and should be by one"));
    }
    broken.none();
}

#[test]
fn defaults_are_accepted() {
    let mut broken = Broken::default();
    for mut draft in everything_with_examples() {
        draft.values = Map::new();
        for finding in generate(&CATALOG, &draft).platform.findings.iter().filter(|it| it.name == "value-refused") {
            broken.0.push(format!("{:?}: {}", finding.field, finding.says));
        }
    }
    broken.none();
}

#[test]
fn presets_hold_only_what_differs_and_is_known() {
    let mut broken = Broken::default();
    for preset in &CATALOG.presets {
        let platform = generate(&CATALOG, &Draft::preset(preset)).platform;
        for finding in platform.findings.iter().filter(|it| ["unknown-name", "value-refused"].contains(&&*it.name)) {
            broken.0.push(format!("{}: {}", preset.id, finding.says));
        }
        for (name, value) in &preset.values {
            let Some(variable) = CATALOG.variable(name) else { continue };
            let same = convert(value, &variable.ty).ok() == variable.default;
            broken.unless(!same, || format!("{}: {name} is at its default", preset.id));
            let used = platform.settings.get(name).is_some_and(|setting| setting.origin == Origin::Given);
            broken.unless(used, || format!("{}: nothing uses {name}", preset.id));
        }
        for (id, is_in) in &preset.components {
            let mut draft = Draft::default();
            let Some(index) = CATALOG.component(id) else { continue };
            draft.switch(&CATALOG, index, *is_in);
            broken.unless(!draft.components.is_empty(), || format!("{}: {id} is {is_in} anyway", preset.id));
        }
    }
    broken.none();
}

#[test]
fn pins_and_prices_are_dated() {
    let mut broken = Broken::default();
    let date = regex_lite::Regex::new("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$").expect("it is one");
    let is_date = |value: Option<&generator::evaluate::Value>| {
        value.and_then(|value| value.as_str()).is_some_and(|text| date.is_match(text))
    };
    for (name, pin) in CATALOG.facts.get("version").and_then(|pins| pins.elements()).unwrap_or_default() {
        broken.unless(is_date(pin.get("checked")), || format!("version {}: `checked` is no date", name.display()));
        broken.unless(pin.get("source").is_some(), || format!("version {}: no `source`", name.display()));
    }
    let prices = CATALOG.facts.get("price");
    broken
        .unless(is_date(prices.and_then(|prices| prices.get("checked"))), || "prices: `checked` is no date".to_owned());
    broken.none();
}

/// Chart and provider versions of the Terraform, which the table of pins repeats.
#[test]
fn the_terraform_says_the_pinned_versions() {
    let mut broken = Broken::default();
    let mut pinned = BTreeSet::new();
    for (_, pin) in CATALOG.facts.get("version").and_then(|pins| pins.elements()).unwrap_or_default() {
        pinned.extend(pin.get("version").and_then(|version| version.as_str()).map(str::to_owned));
    }
    let version = regex_lite::Regex::new("(?m)^ *(?:version|required_version) += \"([^\"$]+)\"").expect("it is one");
    for source in CATALOG.sources.iter().filter(|source| source.path.ends_with(".tf")) {
        for found in version.captures_iter(&source.text) {
            let says = &found[1];
            broken.unless(pinned.contains(says), || format!("{}: {says} is not in catalog.hcl", source.path));
        }
    }
    broken.none();
}
