//! Runs the program as a user would.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub bytes: Vec<u8>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The exit status, and a part of what was said on standard error.
    pub fn check(&self, code: i32, says: &str) -> &Run {
        assert_eq!(self.code, Some(code), "{}", self.stderr);
        assert!(self.stderr.contains(says), "{says:?} is not said in {:?}", self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    /// All is well, and a part of what was printed.
    pub fn prints(&self, text: &str) -> &Run {
        self.check(0, "");
        assert!(self.stdout.contains(text), "{text:?} is not printed in {:?}", self.stdout);
        self
    }
}

/// A folder that the runs start in, gone when it is dropped.
pub struct Place(tempfile::TempDir);

impl Place {
    pub fn new() -> Place {
        Place(tempfile::tempdir().expect("a temporary folder"))
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    pub fn write(&self, below: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(below), text).expect("it can be written");
    }

    /// The names in the folder, hidden ones too.
    pub fn names(&self) -> Vec<String> {
        names(self.0.path())
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    /// The words of a command line without quotes in it.
    pub fn line(&self, line: &str) -> Run {
        self.run(&line.split_whitespace().collect::<Vec<_>>())
    }

    pub fn run_with(&self, arguments: &[&str], stdin: &[u8]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_eks-configurator"))
            .args(arguments)
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A program that does not read all of it may close it.
        _ = child.stdin.take().expect("it is piped").write_all(stdin);
        let output = child.wait_with_output().expect("the program ends");
        Run {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            bytes: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

pub fn names(folder: &Path) -> Vec<String> {
    let mut names = vec![];
    for entry in fs::read_dir(folder).expect("it is a folder") {
        names.push(entry.expect("it can be read").file_name().to_string_lossy().into_owned());
    }
    names.sort();
    names
}

/// Path below a folder, and bytes, of all files in it.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut files, mut todo) = (vec![], vec![folder.to_owned()]);
    while let Some(next) = todo.pop() {
        for name in names(&next) {
            let path = next.join(name);
            if path.is_dir() {
                todo.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("it is below").to_string_lossy().replace('\\', "/");
                files.push((below, fs::read(&path).expect("it can be read")));
            }
        }
    }
    files.sort();
    files
}
