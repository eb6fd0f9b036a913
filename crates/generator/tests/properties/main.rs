//! What holds for every draft, hostile ones included. `PROPTEST_CASES` says how many are tried (256 if it is not set).

#[path = "../common/mod.rs"]
mod common;
mod drafts;
mod hold;

use generator::{Catalog, Draft};
use hold::holds;
use proptest::prelude::*;
use std::sync::LazyLock;

static SHIPPED: LazyLock<Catalog> = LazyLock::new(shipped::catalog);
static SMALL: LazyLock<Catalog> = LazyLock::new(common::small);

/// As many cases as are asked for, divided by how long one takes.
fn cases(divisor: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases / divisor, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn any_draft_of_the_small_catalog_holds(draft in drafts::draft(&SMALL)) {
        holds(&SMALL, &draft)?;
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        generator::draft::read(&text);
    }

    #[test]
    fn any_json_is_read_and_what_is_read_holds(json in drafts::hostile()) {
        let (draft, _) = generator::draft::read(&json.to_string());
        holds(&SMALL, &draft)?;
    }

    #[test]
    fn any_assignment_is_read_or_refused_with_its_place(name in "[a-z_]{0,8}", value in any::<String>()) {
        let text = format!("{name}={value}");
        for text in [text.as_str(), &format!("servers={value}"), &format!("size={value}"), &value] {
            if let Err(refusal) = generator::draft::assign(&SMALL, text) {
                prop_assert!(refusal.place.line as usize <= text.split('\n').count());
                prop_assert!(refusal.message.ends_with(['.', '?']), "{}", refusal.message);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn any_draft_of_the_shipped_catalog_holds(draft in drafts::draft(&SHIPPED)) {
        holds(&SHIPPED, &draft)?;
    }

    #[test]
    fn any_sensible_draft_of_the_shipped_catalog_holds(draft in drafts::sensible(&SHIPPED)) {
        holds(&SHIPPED, &draft)?;
    }
}

#[test]
fn the_empty_draft_holds() {
    for catalog in [&SMALL, &SHIPPED] {
        holds(catalog, &Draft::default()).unwrap();
    }
}
