//! Controls in a browser: what is typed reaches the draft, and what is in the draft is shown.

#![cfg(target_arch = "wasm32")]

use generator::{Catalog, Draft};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use page::forms::field;
use page::state::State;
use serde_json::{Value as Json, json};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlButtonElement, HtmlElement, HtmlInputElement, InputEvent, InputEventInit};

wasm_bindgen_test_configure!(run_in_browser);

const VARIABLES: &str = r#"
variable "region" {
  type    = string
  default = "us-east-1"
}
variable "count_of" {
  type    = number
  default = 3
  validation {
    condition     = var.count_of < 10
    error_message = "Fewer than ten."
  }
}
variable "is_public" {
  type    = bool
  default = false
}
variable "mode" {
  type    = string
  default = "a"
  validation {
    condition     = contains(["a", "b"], var.mode)
    error_message = "Write a or b."
  }
}
variable "owners" {
  type = list(string)
}
variable "tags" {
  type    = map(string)
  default = { one = "1", two = "2" }
}
variable "groups" {
  type    = map(object({ size = optional(number, 3), zone = optional(string), labels = optional(map(string), {}) }))
  default = { general = {} }
}
variable "pools" {
  type = map(object({
    size = optional(number, 3) # Nodes.
    kind = optional(string, "small")
  }))
  default = { one = { size = 4 } }
  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.size >= 1 && pool.size <= 9])
    error_message = "From 1 to 9."
  }
  validation {
    condition     = alltrue([for pool in values(var.pools) : contains(["small", "large"], pool.kind)])
    error_message = "Write small or large."
  }
}
variable "anything" {
  type    = any
  default = null
}
variable "password" {
  type      = string
  sensitive = true
  ephemeral = true
}
"#;

/// One component that reaches all variables above.
fn catalog() -> &'static Catalog {
    let all = "resource \"t_t\" \"this\" {\n  all = [var.region, var.count_of, var.is_public, var.mode, var.owners, var.tags, var.groups, var.pools, var.anything, var.password]\n}\n";
    let manifest =
        "subsystem \"s\" {\n  title = \"S\"\n}\ncomponent \"c\" {\n  title   = \"C\"\n  include = \"always\"\n}\n";
    let files = [
        ("catalog.hcl", "title = \"T\"\norder = [\"s\"]\n"),
        ("roots/variables.tf", VARIABLES),
        ("roots/infrastructure/terraform.tf", "terraform {}\n"),
        ("s/subsystem.hcl", manifest),
        ("s/c/infrastructure.tf", all),
    ];
    Box::leak(Box::new(Catalog::parse(files)))
}

struct Page {
    state: State,
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Page {
    /// The field of a variable, alone on a page.
    async fn open(variable: &'static str, draft: Draft) -> Page {
        let root: HtmlElement = document().create_element("div").expect("it can be made").unchecked_into();
        document().body().expect("there is one").append_child(&root).expect("it can be added");
        // The signals live as long as what is mounted.
        let made = Rc::new(Cell::new(None));
        let opened = made.clone();
        let mounted = leptos::mount::mount_to(root.clone(), move || {
            let state = State::with(catalog(), draft);
            opened.set(Some(state));
            field(state, state.catalog.variable(variable).expect("the catalog has it"))
        });
        let state = made.take().expect("mounting is not put off");
        settled().await;
        Page { state, root, _mounted: Box::new(mounted) }
    }

    fn find(&self, selector: &str) -> Element {
        let found = self.root.query_selector(selector).expect("the selector is one");
        found.unwrap_or_else(|| panic!("there is no {selector} in {}", self.root.inner_html()))
    }

    async fn typed(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.find(selector).unchecked_into();
        input.set_value(text);
        let init = InputEventInit::new();
        init.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", &init).expect("it can be made");
        input.dispatch_event(&event).expect("it can be sent");
        settled().await;
    }

    async fn changed(&self, selector: &str, text: &str) {
        self.typed(selector, text).await;
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict("change", &init).expect("it can be made");
        self.find(selector).dispatch_event(&event).expect("it can be sent");
        settled().await;
    }

    async fn clicked(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlButtonElement>().click();
        settled().await;
    }

    fn shown(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlInputElement>().value()
    }

    fn draft(&self, variable: &str) -> Json {
        self.state.draft.with_untracked(|draft| draft.values.get(variable).cloned().unwrap_or_default())
    }
}

/// Effects may set off effects.
async fn settled() {
    for _ in 0..3 {
        leptos::task::tick().await;
    }
}

fn draft(variable: &str, value: Json) -> Draft {
    Draft { values: [(variable.to_owned(), value)].into(), ..Draft::default() }
}

#[wasm_bindgen_test]
async fn a_text_shows_its_default_and_keeps_what_is_typed() {
    let page = Page::open("region", Draft::default()).await;
    assert_eq!(page.shown("input"), "us-east-1");
    page.typed("input", "eu-central-1").await;
    assert_eq!(page.draft("region"), json!("eu-central-1"));
    page.typed("input", "us-east-1").await;
    assert_eq!(page.draft("region"), Json::Null, "a default is not in the draft");
}

#[wasm_bindgen_test]
async fn a_half_typed_number_stays_as_it_was_typed() {
    let page = Page::open("count_of", Draft::default()).await;
    page.typed("input", "4 o").await;
    assert_eq!(page.draft("count_of"), json!("4 o"));
    assert_eq!(page.shown("input"), "4 o");
    page.typed("input", "4.").await;
    assert_eq!(page.draft("count_of"), json!(4));
    assert_eq!(page.shown("input"), "4.", "what is typed is not mended under one's hands");
    page.typed("input", "").await;
    assert_eq!(page.draft("count_of"), Json::Null);
}

#[wasm_bindgen_test]
async fn undo_shows_what_was_there() {
    let page = Page::open("region", Draft::default()).await;
    page.typed("input", "e").await;
    page.typed("input", "eu").await;
    page.state.undo();
    settled().await;
    assert_eq!(page.shown("input"), "us-east-1", "typing in one field is one step");
    page.state.redo();
    settled().await;
    assert_eq!(page.shown("input"), "eu");
}

#[wasm_bindgen_test]
async fn an_acknowledgement_and_another_draft_are_steps_too() {
    let page = Page::open("region", Draft::default()).await;
    page.state.acknowledge("c");
    page.state.new_draft(draft("region", json!("eu-central-1")), "Other".to_owned());
    settled().await;
    assert_eq!(page.shown("input"), "eu-central-1");
    page.state.undo();
    assert!(page.state.draft.with_untracked(|draft| draft.acknowledged.contains("c")));
    page.state.undo();
    settled().await;
    assert_eq!(page.state.draft.get_untracked(), Draft::default());
    page.state.redo();
    page.state.redo();
    settled().await;
    assert_eq!(page.shown("input"), "eu-central-1");
}

#[wasm_bindgen_test]
async fn the_way_back_leads_to_the_default() {
    let page = Page::open("count_of", draft("count_of", json!(5))).await;
    assert_eq!(page.shown("input"), "5");
    page.clicked(".reset").await;
    assert_eq!(page.shown("input"), "3");
    assert_eq!(page.draft("count_of"), Json::Null);
}

#[wasm_bindgen_test]
async fn a_refused_value_is_said_at_the_field() {
    let page = Page::open("count_of", draft("count_of", json!(12))).await;
    assert_eq!(page.find(".message").text_content().unwrap_or_default(), "Fewer than ten.");
    page.typed("input", "2").await;
    assert_eq!(page.find(".message").text_content().unwrap_or_default(), "", "gone at once");
}

#[wasm_bindgen_test]
async fn a_truth_is_a_switch_and_few_options_stand_side_by_side() {
    let page = Page::open("is_public", Draft::default()).await;
    page.clicked("[role=switch]").await;
    assert_eq!(page.draft("is_public"), json!(true));
    let page = Page::open("mode", Draft::default()).await;
    page.clicked("input[value=b]").await;
    assert_eq!(page.draft("mode"), json!("b"));
}

#[wasm_bindgen_test]
async fn a_list_that_must_be_given_has_its_first_row() {
    let page = Page::open("owners", Draft::default()).await;
    page.typed("#control-owners-0", "me").await;
    assert_eq!(page.draft("owners"), json!(["me"]));
    page.clicked(".add").await;
    page.typed("#control-owners-1", "you").await;
    assert_eq!(page.draft("owners"), json!(["me", "you"]));
    page.clicked(".remove").await;
    assert_eq!(page.draft("owners"), json!(["you"]));
    assert_eq!(page.shown("#control-owners-0"), "you");
    page.typed("#control-owners-0", "").await;
    assert_eq!(page.draft("owners"), Json::Null, "nothing but blanks is an open question again");
}

#[wasm_bindgen_test]
async fn a_key_does_not_swallow_another() {
    let page = Page::open("tags", Draft::default()).await;
    page.changed("[aria-label='Name of one']", "two").await;
    assert_eq!(page.draft("tags"), Json::Null);
    assert_eq!(page.shown("[aria-label='Name of one']"), "one");
    page.changed("[aria-label='Name of one']", "three").await;
    assert_eq!(page.draft("tags"), json!({"three": "1", "two": "2"}));
}

#[wasm_bindgen_test]
async fn an_object_holds_only_what_differs() {
    let page = Page::open("groups", Draft::default()).await;
    assert_eq!(page.shown("#control-groups-general-size"), "3");
    page.typed("#control-groups-general-size", "5").await;
    page.typed("#control-groups-general-zone", "a").await;
    assert_eq!(page.draft("groups"), json!({"general": {"size": 5, "zone": "a"}}));
    page.typed("#control-groups-general-size", "3").await;
    assert_eq!(page.draft("groups"), json!({"general": {"zone": "a"}}));
    page.typed("#control-groups-general-zone", "").await;
    assert_eq!(page.draft("groups"), Json::Null);
}

#[wasm_bindgen_test]
async fn another_shape_is_shown_as_text_to_be_mended() {
    let page = Page::open("tags", draft("tags", json!("half a map"))).await;
    assert_eq!(page.find("textarea").unchecked_into::<web_sys::HtmlTextAreaElement>().value(), "half a map");
    page.typed("textarea", "{\"a\": \"1\"}").await;
    assert_eq!(page.draft("tags"), json!({"a": "1"}));
    assert_eq!(page.shown("#control-tags-a"), "1");
}

#[wasm_bindgen_test]
async fn any_other_type_is_typed_as_json() {
    let page = Page::open("anything", Draft::default()).await;
    page.typed("textarea", "[1, {\"a\": true}").await;
    assert_eq!(page.draft("anything"), json!("[1, {\"a\": true}"));
    page.typed("textarea", "[1, {\"a\": true}]").await;
    assert_eq!(page.draft("anything"), json!([1, {"a": true}]));
}

#[wasm_bindgen_test]
async fn a_secret_cannot_be_typed() {
    let page = Page::open("password", Draft::default()).await;
    assert!(page.root.query_selector("input, textarea").expect("the selector is one").is_none());
    assert!(page.find("code").text_content().unwrap_or_default().contains("TF_VAR_password"));
}

#[wasm_bindgen_test]
async fn an_attribute_is_chosen_and_goes_back_to_what_the_default_says() {
    let page = Page::open("pools", Draft::default()).await;
    page.clicked("input[value=large]").await;
    assert_eq!(page.draft("pools"), json!({"one": {"size": 4, "kind": "large"}}));
    assert!(page.root.query_selector("#control-pools-one-size.is-default").expect("it is one").is_some());
    page.typed("#control-pools-one-size", "5").await;
    page.clicked(".take-back").await;
    assert_eq!(
        page.draft("pools"),
        json!({"one": {"size": 4, "kind": "large"}}),
        "4 is what the default says, and not 3"
    );
    page.clicked(".take-back").await;
    assert_eq!(page.draft("pools"), Json::Null);
}

#[wasm_bindgen_test]
async fn only_the_attribute_that_is_wrong_is_marked() {
    let page = Page::open("pools", draft("pools", json!({"one": {"size": 12}, "two": {}}))).await;
    let wrong = page.root.query_selector_all("[aria-invalid=true]").expect("the selector is one");
    assert_eq!(wrong.length(), 1);
    assert_eq!(page.find("[aria-invalid=true]").id(), "control-pools-one-size");
    assert_eq!(page.find(".attribute .message").text_content().unwrap_or_default(), "From 1 to 9.");
    assert_eq!(page.find(".fold.is-wrong summary .message").text_content().unwrap_or_default(), "From 1 to 9.");
}

#[wasm_bindgen_test]
async fn a_number_says_its_range_and_a_comment_explains_it() {
    let page = Page::open("pools", Draft::default()).await;
    let size = page.find("#control-pools-one-size");
    assert_eq!(size.get_attribute("aria-valuemax").as_deref(), Some("9"));
    assert_eq!(page.find(".range").text_content().as_deref(), Some("1 to 9"));
    assert_eq!(page.find("#control-pools-one-size--help").text_content().as_deref(), Some("Nodes."));
}
