//! Arguments that are wrong, and files that are worse.

mod common;

use common::Place;

/// The arguments of `check`, and what it says of them with that exit status.
fn check(arguments: &[&str], code: i32, says: &str) {
    let run = Place::new().run(&[&["check", "--quiet"], arguments].concat());
    let all = format!("{}{}", run.stdout, run.stderr);
    assert_eq!(run.code, Some(code), "{all}");
    assert!(all.contains(says), "{says:?} is not said in {all:?}");
}

#[test]
fn unknown_names_come_with_the_nearest() {
    check(&["--set", "cluster_nam=a"], 2, "Did you mean `cluster_name`?");
    check(&["--with", "flow-log"], 2, "Did you mean `flow-logs`?");
    check(&["--without", "nothing-like-it"], 2, "there is no component `nothing-like-it`");
    check(&["--choose", "vcp=new-vpc"], 2, "Did you mean `vpc`?");
    check(&["--choose", "vpc=no-vpc"], 2, "Did you mean `new-vpc`?");
    check(&["--choose", "vpc"], 2, "write CHOICE=MEMBER");
    check(&["--preset", "minimum"], 2, "there is no preset `minimum`");
    check(&["--acknowledge", "ebs-cs"], 2, "Did you mean `ebs-csi`?");
}

#[test]
fn switches_that_contradict_are_refused() {
    check(&["--with", "flow-logs", "--without", "flow-logs"], 2, "both in --with and in --without");
    check(&["--without", "control-plane"], 2, "part of every platform");
    check(&["--with", "existing-vpc"], 2, "--choose vpc=MEMBER");
}

#[test]
fn values_are_read_as_terraform_reads_them() {
    check(&["--set", "cluster_name=harbor"], 0, "");
    check(&["--set", "zone_count=2"], 0, "");
    check(&["--set", "tags={ Owner = \"ops\", \"Cost-Center\" = 12 }"], 0, "");
    check(&["--set", "node_groups={ general = { instance_types = [\"m7i.large\"] } }"], 0, "");
    check(&["--set", "cluster_name=\"harbor\""], 1, "cluster_name");
    check(&["--set", "tags=[]"], 1, "tags");
}

#[test]
fn a_value_that_cannot_be_read_is_pointed_at() {
    check(&["--set", "tags={ Owner = }"], 2, "\n  tags={ Owner = }\n                 ^");
    check(&["--set", "tags={\n  Owner = var.me\n}"], 2, "line 2, column 11");
    check(&["--set", "cluster_name"], 2, "column 13");
}

#[test]
fn a_refused_value_of_a_file_has_its_place() {
    let place = Place::new();
    place.write("c.json", "{\n  \"values\": {\n    \"zone_count\": 9\n  }\n}\n");
    let says = |line: &str, says: &str| {
        let run = place.line(line);
        assert!(run.code == Some(1) && run.stdout.contains(says), "{says:?} is not said in {run:?}");
    };
    says("check --config c.json", "error: c.json:3:19: zone_count: Choose 2 or 3 zones.");
    says("check --config c.json --format json", "\"place\": \"c.json:3:19\"");
    says("check --config c.json --set zone_count=4", "error: zone_count: Choose 2 or 3 zones.");
}

#[test]
fn json_errors_have_their_place() {
    let place = Place::new();
    place.write("c.json", "{\n  \"values\": {\n    \"a\" 1\n");
    place.line("check --config c.json").check(1, "c.json:3:9: This is not JSON: expected `:`.");
    place.run_with(&["check", "--config", "-"], b"[]").check(1, "standard input:1:1: A draft is a JSON object.");
    place.line("check --config nothing.json").check(1, "Cannot read nothing.json");
    place.line("check --config .").check(1, "is a folder");
}

#[test]
fn what_a_draft_does_not_have_is_said() {
    let place = Place::new();
    place.write("c.json", r#"{"values": {"colour": "red"}, "components": {"flow-logs": 3, "x": true}, "extra": null}"#);
    let run = place.line("check --config c.json");
    for says in
        ["no `extra`", "Component `flow-logs` is either true or false", "no component `x`", "no variable `colour`"]
    {
        run.prints(says);
    }
}

#[test]
fn hostile_configurations_do_no_harm() {
    let hostile: &[(&str, Vec<u8>)] = &[
        ("junk", vec![b'x'; 5_000_000]),
        ("open brackets", vec![b'['; 200_000]),
        ("nested objects", br#"{"values":"#.repeat(20_000)),
        ("no UTF-8", vec![0xff, 0xfe, 0x00]),
        ("nothing", vec![]),
        ("a number", b"1e999999".to_vec()),
        ("a null byte", b"{\"values\": {\"\0\": 1}}".to_vec()),
    ];
    for (what, bytes) in hostile {
        let place = Place::new();
        let run = place.run_with(&["generate", "--config", "-", "--out", "b"], bytes);
        assert_eq!(run.code, Some(1), "{what}: {}", run.stderr);
        assert!(run.stderr.starts_with("error: standard input") && run.stderr.len() < 500, "{what}: {}", run.stderr);
        assert_eq!(place.names(), Vec::<String>::new(), "{what}");
    }
}

#[test]
fn wrong_types_are_findings() {
    let wrong = [
        "null",
        "true",
        "-1e308",
        "\"../../etc/passwd\"",
        "[[[]]]",
        "{\"a\": {\"b\": null}}",
        "\"\\u0000${file(\\\"x\\\")}\"",
    ];
    let names = ["cluster_name", "zone_count", "tags", "node_groups", "namespaces", "no_such_name"];
    for value in wrong {
        let values: Vec<String> = names.iter().map(|name| format!("\"{name}\": {value}")).collect();
        let configuration = format!("{{\"values\": {{{}}}}}", values.join(", "));
        let run = Place::new().run_with(&["check", "--config", "-"], configuration.as_bytes());
        assert!(matches!(run.code, Some(0 | 1)), "{configuration}: {}", run.stderr);
        assert_eq!(run.stderr, "", "{configuration}");
    }
}

#[test]
fn names_like_paths_stay_in_the_folder() {
    let place = Place::new();
    let configuration = r#"{"components": {"../../x": true}, "choices": {"/etc": "/etc"}, "values": {"../y": "../z"}}"#;
    place
        .run_with(&["generate", "--config", "-", "--out", "b"], configuration.as_bytes())
        .check(0, "no component `../../x`");
    assert_eq!(place.names(), ["b"]);
}

#[test]
fn a_bundle_s_zip_and_a_link_are_configurations() {
    let place = Place::new();
    place.line("generate --set cluster_name=harbor --without flow-logs --zip b.zip").check(0, "");
    place.line("generate --config b.zip --zip c.zip").check(0, "");
    let draft =
        generator::draft::read(r#"{"components": {"flow-logs": false}, "values": {"cluster_name": "harbor"}}"#).0;
    let link = format!("https://configurator.example/#{}", generator::draft::link(&draft));
    place.run(&["generate", "--config", &link, "--zip", "d.zip"]).check(0, "");
    let bytes = |name: &str| std::fs::read(place.path(name)).expect("it is there");
    assert!(bytes("c.zip") == bytes("b.zip") && bytes("d.zip") == bytes("b.zip"));
    place.run(&["check", "--config", &link[..link.len() - 9]]).prints("cut off");
    place.run(&["check", "--config", "#1:AAAA"]).check(1, "error: the link: The link is damaged");
    place.run_with(&["check", "--config", "-"], b"PK\x03\x04").check(1, "standard input: The zip is damaged");
}
