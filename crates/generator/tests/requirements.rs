//! What is required only while something else is in: what a marked line mentions, and what that leads to.

use generator::catalog::Needed;
use generator::platform::{select, why};
use generator::{Catalog, Draft};

/// One root module, one subsystem, components with nothing but Terraform.
fn catalog(components: &[(&str, &str)]) -> Catalog {
    let mut manifest = "subsystem \"all\" {\n  title   = \"All\"\n  summary = \"All.\"\n}\n".to_owned();
    let mut files = vec![
        (
            "catalog.hcl".to_owned(),
            "title = \"T\"\nroots = [\"main\"]\norder = [\"all\"]\nbundle_name = \"t\"\n".to_owned(),
        ),
        ("roots/main/terraform.tf".to_owned(), "provider \"x\" {}\n".to_owned()),
    ];
    for (id, text) in components {
        manifest += &format!("\ncomponent \"{id}\" {{\n  title   = \"{id}\"\n  summary = \"{id}.\"\n}}\n");
        files.push((format!("all/{id}/main.tf"), (*text).to_owned()));
    }
    files.push(("all/subsystem.hcl".to_owned(), manifest));
    let catalog = Catalog::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let problems: Vec<String> = catalog.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    catalog
}

/// What is in when these are switched on, each with its reason.
fn check(catalog: &Catalog, on: &[&str], expected: &[&str]) {
    let mut draft = Draft::default();
    draft.components.extend(on.iter().map(|id| ((*id).to_owned(), true)));
    let selection = select(catalog, &draft);
    let reason = |index: usize| format!("{}: {}", catalog.components[index].id, why(catalog, &selection, index));
    assert_eq!(selection.components().map(reason).collect::<Vec<_>>(), expected);
}

/// `mail` adds to the list of `messages` by a line that `messages` marks; what it adds leads to `password`.
const MESSAGES: &[(&str, &str)] = &[
    ("messages", "resource \"x_y\" \"messages\" {\n  ways = concat(\n    [],\n    local.mail, # if mail\n  )\n}\n"),
    ("mail", "locals {\n  mail = [local.mail_password]\n  mail_password = x_y.password.id\n}\n"),
    ("password", "resource \"x_y\" \"password\" {}\n"),
];

#[test]
fn what_only_a_marked_line_of_another_component_leads_to() {
    let catalog = catalog(MESSAGES);
    let password = "password: mail needs it: main/all-mail.tf mentions x_y.password.";
    check(&catalog, &["messages", "mail"], &["messages: Chosen by you.", "mail: Chosen by you.", password]);
    check(&catalog, &["messages"], &["messages: Chosen by you."]);
    // Nothing mentions its locals, so nothing of it ships, and nothing is needed.
    check(&catalog, &["mail"], &["mail: Chosen by you."]);
}

#[test]
fn what_a_component_needs_anyway_is_no_condition() {
    let mail = "locals {\n  mail = [x_y.password.id]\n}\n\noutput \"mail\" {\n  value = x_y.messages.id\n}\n";
    let catalog = catalog(&[MESSAGES[0], ("mail", mail), MESSAGES[2]]);
    check(
        &catalog,
        &["mail"],
        &[
            "messages: mail needs it: main/all-mail.tf mentions x_y.messages.",
            "mail: Chosen by you.",
            "password: mail needs it: main/all-mail.tf mentions x_y.password.",
        ],
    );
    let conditions: usize = catalog.requirements.iter().flatten().map(|requirement| requirement.with.len()).sum();
    assert_eq!(conditions, 0);
}

#[test]
fn what_a_marked_block_mentions() {
    let catalog = catalog(&[
        ("one", "# if two\nresource \"x_y\" \"one\" {\n  of = x_y.three.id\n}\n"),
        ("two", "resource \"x_y\" \"two\" {}\n"),
        ("three", "resource \"x_y\" \"three\" {}\n"),
    ]);
    check(&catalog, &["one"], &["one: Chosen by you."]);
    check(&catalog, &["two"], &["two: Chosen by you."]);
    let three = "three: one needs it: main/all-one.tf mentions x_y.three.";
    check(&catalog, &["one", "two"], &["one: Chosen by you.", "two: Chosen by you.", three]);
}

#[test]
fn what_a_local_of_another_component_mentions() {
    let catalog = catalog(&[
        ("one", "resource \"x_y\" \"one\" {\n  of = local.two\n}\n"),
        ("two", "locals {\n  two = x_y.three.id\n}\n\nresource \"x_y\" \"two\" {}\n"),
        ("three", "resource \"x_y\" \"three\" {}\n"),
    ]);
    check(&catalog, &["two"], &["two: Chosen by you."]);
    let two = "two: one needs it: main/all-one.tf mentions local.two.";
    check(
        &catalog,
        &["one"],
        &["one: Chosen by you.", two, "three: two needs it: main/all-two.tf mentions x_y.three."],
    );
}

/// A requirement may hold only because of one that was added before.
#[test]
fn conditions_that_come_true_on_the_way() {
    let catalog = catalog(&[
        ("one", "resource \"x_y\" \"one\" {\n  of = x_y.three.id # if two\n}\n"),
        ("two", "resource \"x_y\" \"two\" {}\n"),
        ("three", "resource \"x_y\" \"three\" {}\n"),
        ("four", "resource \"x_y\" \"four\" {\n  of = x_y.two.id\n}\n"),
    ]);
    let two = "two: four needs it: main/all-four.tf mentions x_y.two.";
    let three = "three: one needs it: main/all-one.tf mentions x_y.three.";
    check(&catalog, &["one", "four"], &["one: Chosen by you.", two, three, "four: Chosen by you."]);
    let one = &catalog.requirements[0][0];
    assert_eq!((one.needs, one.with.as_slice()), (Needed::Component(2), [1].as_slice()));
}
