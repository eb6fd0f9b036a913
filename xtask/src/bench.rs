//! `cargo xtask bench`: how long, how many instructions, how much memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::build;
use crate::steps::{Job, Step, Stop};
use crate::test::node_with_site;
use crate::tools::{CHROMIUM, NODE, NPM, PYTHON, VALGRIND};

pub const STEPS: &[Step] = &[
    Step {
        name: "generator",
        about: "criterion: times of the generator's parts",
        needs: &[],
        remedy: "Mend the benchmark named above.",
        run: generator,
    },
    Step {
        name: "instructions",
        about: "callgrind: instructions of the generator's parts, against crates/generator/benches/instructions.txt",
        needs: &[VALGRIND],
        remedy: "Find what grew with callgrind_annotate; if it is meant, copy target/xtask/instructions.txt over the file.",
        run: instructions,
    },
    Step {
        name: "memory",
        about: "the command line's peak memory",
        needs: &[PYTHON],
        remedy: "Find the allocation with `valgrind --tool=dhat`.",
        run: memory,
    },
    build::PAGE,
    Step {
        name: "browser",
        about: "tests/browser/bench.mjs: times and memory in Chromium",
        needs: &[NODE, NPM, CHROMIUM],
        remedy: "Run `cargo xtask bench page browser` again after mending the script.",
        run: browser,
    },
];

/// What is measured of the command line; `{out}` is a file that may be written.
const COMMANDS: &[(&str, &[&str])] = &[
    ("catalog", &["catalog", "--json"]),
    ("check", &["check", "--preset", "default"]),
    ("diagram", &["diagram", "--preset", "default", "--format", "svg"]),
    ("generate", &["generate", "--preset", "default", "--force", "--zip", "{out}"]),
];

/// Growth beyond this share fails; below it lies what differs between processors (memcpy and its like).
const TOLERANCE_PER_CENT: u64 = 2;

/// Peak memory of one run of the command line, in kilobytes of 1000 bytes.
const MEMORY_BUDGET: u64 = 50_000;

fn generator(job: &Job) -> Result<(), Stop> {
    let text =
        job.text(job.workspace.command("cargo").args(["bench", "--package", "generator", "--profile", "native"]))?;
    // criterion breaks the line after a long name.
    let mut name = "";
    for line in text.lines() {
        match line.split_once("time:") {
            Some((before, times)) => {
                let name = if before.trim().is_empty() { name } else { before.trim() };
                job.note(&format!("{name:<40}{}", times.trim()));
            }
            None => name = line.trim(),
        }
    }
    Ok(())
}

fn instructions(job: &Job) -> Result<(), Stop> {
    let build = ["build", "--package", "generator", "--profile", "native", "--example", "count"];
    job.run(job.workspace.command("cargo").args(build))?;
    let program = job.workspace.target.join("native/examples/count");
    let stored =
        fs::read_to_string(job.workspace.root.join("crates/generator/benches/instructions.txt")).unwrap_or_default();
    let before = counts(&stored);
    let (mut now, mut grown) = (String::new(), Vec::new());
    for phase in job.text(&mut job.workspace.command(&program))?.lines() {
        for copies in ["1", "10"] {
            let mut valgrind = job.workspace.command("valgrind");
            valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"]);
            // Only what happens in the function of this name counts, not the reading of the catalog before it.
            valgrind.args(["--collect-atstart=no", "--toggle-collect=*measured*"]).arg(&program).arg(phase);
            let text = job.text(if copies == "1" { &mut valgrind } else { valgrind.arg(copies) })?;
            let count = text.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse::<u64>().ok());
            let count = count.ok_or_else(|| format!("valgrind counted nothing for `{phase}`"))?;
            let name = format!("{phase} x{copies}");
            let was = before.get(name.as_str()).copied();
            let change = was.map_or(String::new(), |was| format!("   was {was}"));
            job.note(&format!("{name:<24}{count:>14} instructions{change}"));
            now += &format!("{name} {count}\n");
            if was.is_some_and(|was| count * 100 > was * (100 + TOLERANCE_PER_CENT)) {
                grown.push(name);
            }
        }
    }
    fs::write(job.workspace.target.join("xtask/instructions.txt"), now)?;
    if grown.is_empty() {
        return Ok(());
    }
    Err(Stop::Failed(format!("more than {TOLERANCE_PER_CENT} % more: {}", grown.join(", "))))
}

/// Lines of a name and a count.
fn counts(text: &str) -> BTreeMap<&str, u64> {
    let lines = text.lines().filter_map(|line| line.rsplit_once(' '));
    lines.filter_map(|(name, count)| Some((name, count.parse().ok()?))).collect()
}

fn memory(job: &Job) -> Result<(), Stop> {
    // The peak is at least what Python itself had when it started the command, about 10 MB.
    const SCRIPT: &str = "import resource, subprocess, sys\n\
        subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n\
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n\
        print(peak if sys.platform == 'darwin' else peak * 1024)";
    let program = command_line(job)?;
    for (name, arguments) in COMMANDS {
        let mut python = job.workspace.command("python3");
        let text = job.text(python.args(["-c", SCRIPT]).arg(&program).args(filled(job, arguments)))?;
        let bytes: u64 = text.trim().parse().map_err(|_| format!("Python said `{text}`"))?;
        job.note(&format!("{name:<12}{:>8} KB at its peak", bytes / 1000));
        if bytes / 1000 > MEMORY_BUDGET {
            return Err(Stop::Failed(format!("`{name}` takes more than {MEMORY_BUDGET} KB")));
        }
    }
    Ok(())
}

fn browser(job: &Job) -> Result<(), Stop> {
    let text = job.text(node_with_site(job)?.arg("bench.mjs"))?;
    text.lines().for_each(|line| job.note(line));
    Ok(())
}

/// The command line, optimised for speed.
fn command_line(job: &Job) -> Result<PathBuf, Stop> {
    job.run(job.workspace.command("cargo").args(["build", "--package", "eks-configurator", "--profile", "native"]))?;
    Ok(job.workspace.target.join("native/eks-configurator"))
}

fn filled(job: &Job, arguments: &[&str]) -> Vec<String> {
    let out = job.workspace.target.join("xtask/measured.zip").display().to_string();
    arguments.iter().map(|argument| argument.replace("{out}", &out)).collect()
}
