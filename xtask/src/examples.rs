//! `cargo xtask examples`: makes the bundles below `examples/` anew, each from its own configuration.

use sha2::{Digest, Sha256};
use std::fs;

use crate::bundles;
use crate::steps::{Job, Step, Stop};

pub const STEPS: &[Step] = &[Step {
    name: "examples",
    about: "examples/ from their configurations, and the digests of their zips",
    needs: &[],
    remedy: "Mend the configuration.json that is named above.",
    run: examples,
}];

fn examples(job: &Job) -> Result<(), Stop> {
    let command_line = bundles::command_line(job)?;
    let folder = job.workspace.root.join("examples");
    let mut names = vec![];
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        if entry.path().join("configuration.json").is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    let mut digests = String::new();
    for name in names {
        let example = folder.join(&name);
        let configuration = example.join("configuration.json");
        let zip = job.workspace.target.join("xtask").join(format!("{name}.zip"));
        for (flag, path) in [("--zip", &zip), ("--out", &example)] {
            let mut generate = job.workspace.command(&command_line);
            let how = ["generate", "--quiet", "--force", "--discard-changes", "--config"];
            generate.args(how).arg(&configuration).arg(flag).arg(path);
            job.run(&mut generate)?;
        }
        digests += &format!("{:x}  {name}.zip\n", Sha256::digest(fs::read(&zip)?));
    }
    Ok(fs::write(folder.join("digests.txt"), digests)?)
}
