//! What is already there is not overwritten, and what cannot be written leaves nothing behind.

mod common;

use common::{Place, files, names};
use std::fs;

#[test]
fn a_folder_is_not_overwritten() {
    let place = Place::new();
    fs::create_dir(place.path("bundle")).unwrap();
    place.write("bundle/mine.txt", "mine");
    place.line("generate --out bundle").check(1, "bundle exists already");
    assert_eq!(names(&place.path("bundle")), ["mine.txt"]);
    assert_eq!(place.names(), ["bundle"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let place = Place::new();
    fs::create_dir(place.path("bundle")).unwrap();
    place.line("generate --out bundle").check(0, "");
    assert!(place.path("bundle/README.md").exists());
    assert_eq!(place.names(), ["bundle"]);
}

#[test]
fn force_replaces_a_bundle_whole() {
    let place = Place::new();
    place.line("generate --out bundle").check(0, "");
    place.write("bundle/stale.tf", "");
    place.line("generate --preset minimal --out bundle").check(1, "--force");
    place.line("generate --preset minimal --out bundle --force").check(1, "holds stale.tf");
    place.line("generate --preset minimal --out bundle --force --discard-changes").check(0, "");
    place.line("generate --preset minimal --out fresh").check(0, "");
    assert_eq!(files(&place.path("bundle")), files(&place.path("fresh")));
    assert_eq!(place.names(), ["bundle", "fresh"]);
}

#[test]
fn force_loses_no_changes_unless_they_are_discarded() {
    let place = Place::new();
    place.line("generate --preset minimal --out bundle").check(0, "");
    place.line("generate --out bundle --force").check(0, "");
    let tfvars = "bundle/environments/primary/infrastructure.tfvars";
    let mine = fs::read_to_string(place.path(tfvars)).unwrap() + "\n# mine\n";
    place.write(tfvars, &mine);
    let refused = place.line("generate --out bundle --force");
    refused
        .check(1, "holds environments/primary/infrastructure.tfvars, which is not as its configuration.json makes it");
    assert_eq!(fs::read_to_string(place.path(tfvars)).unwrap(), mine);
    place.line("generate --out bundle --discard-changes").check(2, "--force");
    place.line("generate --out bundle --force --discard-changes").check(0, "");
    assert_ne!(fs::read_to_string(place.path(tfvars)).unwrap(), mine);
    place.write("bundle/configuration.json", "no JSON");
    place.line("generate --out bundle --force").check(1, "holds configuration.json");
}

#[test]
fn force_replaces_nothing_but_a_bundle() {
    let place = Place::new();
    fs::create_dir(place.path("home")).unwrap();
    place.write("home/letter.txt", "dear");
    place.line("generate --out home --force").check(1, "does not look like a bundle");
    place.line("generate --out home/letter.txt --force").check(1, "is not a folder");
    place.line("generate --zip home --force").check(1, "is not a zip");
    place.line("generate --zip home/letter.txt --force").check(1, "is not a zip");
    assert_eq!(fs::read_to_string(place.path("home/letter.txt")).unwrap(), "dear");
    assert_eq!(names(&place.path("home")), ["letter.txt"]);
}

#[test]
fn force_does_not_lose_state_or_a_repository() {
    let place = Place::new();
    place.line("generate --out bundle").check(0, "");
    fs::create_dir_all(place.path("bundle/infrastructure/.terraform")).unwrap();
    place.write("bundle/infrastructure/.terraform/terraform.tfstate", "where the state is");
    place.line("generate --out bundle --force").check(0, "");
    place.write("bundle/infrastructure/terraform.tfstate", "state");
    place.line("generate --out bundle --force").check(1, "holds infrastructure/terraform.tfstate");
    assert_eq!(fs::read_to_string(place.path("bundle/infrastructure/terraform.tfstate")).unwrap(), "state");
    fs::remove_file(place.path("bundle/infrastructure/terraform.tfstate")).unwrap();
    fs::create_dir(place.path("bundle/.git")).unwrap();
    place.line("generate --out bundle --force").check(1, "holds .git");
}

#[test]
fn the_folder_that_one_is_in_stays() {
    let place = Place::new();
    for here in [".", "..", "/"] {
        place.run(&["generate", "--out", here, "--force"]).check(1, "is the folder that you are in");
    }
    assert_eq!(place.names(), Vec::<String>::new());
}

#[test]
fn a_zip_is_replaced_by_force_alone() {
    let place = Place::new();
    place.line("generate --zip b.zip").check(0, "");
    let before = fs::read(place.path("b.zip")).unwrap();
    place.line("generate --preset minimal --zip b.zip").check(1, "b.zip exists already");
    assert_eq!(fs::read(place.path("b.zip")).unwrap(), before);
    place.line("generate --preset minimal --zip b.zip --force").check(0, "");
    assert_ne!(fs::read(place.path("b.zip")).unwrap(), before);
    assert_eq!(place.names(), ["b.zip"]);
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let place = Place::new();
    place.line("generate --out nowhere/bundle").check(1, "does not exist");
    place.line("generate --zip nowhere/b.zip").check(1, "does not exist");
    place.write("file", "");
    place.line("generate --out file/bundle").check(1, "Cannot write file/bundle");
    assert_eq!(place.names(), ["file"]);
}

/// A bundle without a file in the way cannot fail halfway, so its folder is made so small that it does.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing() {
    let place = Place::new();
    let run = std::process::Command::new("sh")
        // No file may grow beyond 512 bytes: the first longer one fails.
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 1; exec \"$0\" generate --out bundle",
            env!("CARGO_BIN_EXE_eks-configurator"),
        ])
        .current_dir(place.path(""))
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(place.names(), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn scripts_can_be_run() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.line("generate --out bundle").check(0, "");
    let mut scripts = 0;
    for (path, bytes) in files(&place.path("bundle")) {
        let mode = fs::metadata(place.path("bundle").join(&path)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode & 0o111 != 0, bytes.starts_with(b"#!"), "{path} has mode {mode:o}");
        if bytes.starts_with(b"#!") {
            assert_eq!(mode, 0o755, "{path}");
            scripts += 1;
        }
    }
    assert!(scripts > 0);
}
