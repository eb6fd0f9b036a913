//! `generate`: what is written, what is not, and what stays as it was.

mod common;

use common::{Place, files};
use std::fs;

#[test]
fn a_preset_becomes_a_folder() {
    let place = Place::new();
    place.line("generate --preset minimal --out bundle").check(0, "Wrote ");
    assert_eq!(place.names(), ["bundle"]);
    for path in ["README.md", "configuration.json", "docs/architecture.svg", "infrastructure/variables.tf"] {
        assert!(place.path("bundle").join(path).is_file(), "{path}");
    }
}

#[test]
fn without_anything_it_is_the_default_preset() {
    let place = Place::new();
    place.line("generate --out one").check(0, "");
    place.line("generate --preset default --out two").check(0, "");
    assert_eq!(files(&place.path("one")), files(&place.path("two")));
}

#[test]
fn equal_drafts_give_equal_bytes() {
    let place = Place::new();
    for name in ["one.zip", "two.zip"] {
        place.run(&["generate", "--set", "cluster_name=harbor", "--zip", name]).check(0, "");
    }
    assert_eq!(fs::read(place.path("one.zip")).unwrap(), fs::read(place.path("two.zip")).unwrap());
    let out = place.line("generate --set cluster_name=harbor --zip - --quiet");
    assert_eq!(out.bytes, fs::read(place.path("one.zip")).unwrap());
    assert_eq!(out.stderr, "");
}

#[test]
fn a_bundle_opens_again() {
    let place = Place::new();
    place.line("generate --preset minimal --set cluster_name=harbor --with oidc-provider --out one").check(0, "");
    place.line("generate --config one/configuration.json --out two").check(0, "");
    assert_eq!(files(&place.path("one")), files(&place.path("two")));
    let configuration = fs::read(place.path("one/configuration.json")).unwrap();
    place.run_with(&["generate", "--config", "-", "--out", "three"], &configuration).check(0, "");
    assert_eq!(files(&place.path("one")), files(&place.path("three")));
}

#[test]
fn components_are_switched_and_choices_made() {
    let place = Place::new();
    place.line("generate --without flow-logs --with oidc-provider --out switched").check(0, "");
    assert!(!place.path("switched/infrastructure/network-flow-logs.tf").exists());
    assert!(place.path("switched/infrastructure/cluster-oidc-provider.tf").exists());
    place.line("generate --choose vpc=existing-vpc --out chosen").check(0, "");
    assert!(place.path("chosen/infrastructure/network-existing-vpc.tf").exists());
    assert!(!place.path("chosen/infrastructure/network-new-vpc.tf").exists());
}

#[test]
fn what_is_so_anyway_changes_nothing() {
    let place = Place::new();
    place.line("generate --out one").check(0, "");
    place
        .run(&["generate", "--with", "flow-logs", "--choose", "vpc=new-vpc", "--set", "zone_count=3", "--out", "two"])
        .check(0, "");
    assert_eq!(files(&place.path("one")), files(&place.path("two")));
}

#[test]
fn errors_write_nothing() {
    let place = Place::new();
    let run = place.line("generate --set cluster_name=-Harbor --out bundle");
    run.check(1, "error: cluster_name: ").check(1, "Nothing was written");
    place.line("generate --set zone_count=many --zip bundle.zip").check(1, "a number is required");
    assert_eq!(place.names(), Vec::<String>::new());
}

#[test]
fn questions_and_warnings_are_said_unless_quiet() {
    let place = Place::new();
    assert_ne!(place.line("generate --out one").stderr.lines().count(), 1);
    assert_eq!(place.line("generate --out two --quiet").check(0, "").stderr, "");
    place.line("generate --set cluster_name=-a --out three --quiet").check(1, "error: cluster_name");
}

#[test]
fn a_destination_is_wanted_and_only_one() {
    let place = Place::new();
    place.line("generate").check(2, "--out <DIR>|--zip <FILE>");
    place.line("generate --out a --zip b").check(2, "cannot be used with");
    place.line("generate --config a --preset b --out c").check(2, "cannot be used with");
    assert_eq!(place.names(), Vec::<String>::new());
}
