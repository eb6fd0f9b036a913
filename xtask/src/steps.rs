//! Runs tables of named steps: brings their tools, times each, keeps its output in a log, and sums up.

use std::fs::{self, File};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::tools::Tool;
use crate::workspace::Workspace;

pub struct Step {
    pub name: &'static str,
    /// What it does, in a few words, for `--list`.
    pub about: &'static str,
    pub needs: &'static [Tool],
    /// How to mend a failure, in one sentence.
    pub remedy: &'static str,
    pub run: fn(&Job) -> Result<(), Stop>,
}

/// Why a step ended early.
pub enum Stop {
    Failed(String),
    Skipped(String),
}

impl From<String> for Stop {
    fn from(what: String) -> Self {
        Stop::Failed(what)
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Stop::Failed(error.to_string())
    }
}

/// One step as it runs: its commands write to one log.
pub struct Job<'a> {
    pub workspace: &'a Workspace,
    pub log: PathBuf,
}

impl Job<'_> {
    /// Runs a command to its end.
    pub fn run(&self, command: &mut Command) -> Result<(), Stop> {
        run_logged(command, &self.log).map_err(Stop::Failed)
    }

    /// Runs a command to its end and returns what it printed; errors go to the log.
    pub fn text(&self, command: &mut Command) -> Result<String, Stop> {
        let shown = show(command);
        let mut log = File::options().create(true).append(true).open(&self.log)?;
        writeln!(log, "$ {shown}")?;
        let output = command.stdin(Stdio::null()).stderr(log.try_clone()?).output()?;
        log.write_all(&output.stdout)?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Stop::Failed(format!("`{shown}` ended with {}", output.status)))
        }
    }

    /// Says something below the step's line.
    pub fn note(&self, text: &str) {
        clear_line();
        println!("              {text}");
    }
}

struct Line {
    outcome: &'static str,
    name: String,
    time: Duration,
    says: String,
}

/// What was done so far, in the order in which it ended.
#[derive(Default)]
struct Done(Mutex<Vec<Line>>);

impl Done {
    fn push(&self, line: Line) {
        let mut lines = locked(&self.0);
        clear_line();
        println!("{}", row(&line));
        lines.push(line);
    }
}

/// Two package managers at a time would stand in each other's way.
static INSTALLING: Mutex<()> = Mutex::new(());

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs the steps that `arguments` name, or all; the exit code says whether all passed.
pub fn run(workspace: &Workspace, steps: &'static [Step], arguments: &[String]) -> ExitCode {
    run_beside(workspace, &[steps], arguments)
}

/// The same with several tables side by side, each in its order.
pub fn run_beside(workspace: &Workspace, tables: &[&'static [Step]], arguments: &[String]) -> ExitCode {
    let all: Vec<&Step> = tables.iter().copied().flatten().collect();
    if arguments.iter().any(|argument| argument == "--list") {
        all.iter().for_each(|step| println!("{:<16}{}", step.name, step.about));
        return ExitCode::SUCCESS;
    }
    if let Some(unknown) = arguments.iter().find(|name| all.iter().all(|step| step.name != **name)) {
        let names: Vec<&str> = all.iter().map(|step| step.name).collect();
        eprintln!("There is no step `{unknown}`; the steps are {}.", names.join(", "));
        return ExitCode::from(2);
    }
    let begin = Instant::now();
    let done = Done::default();
    thread::scope(|scope| {
        for table in tables {
            scope.spawn(|| {
                let wanted = |step: &&Step| arguments.is_empty() || arguments.iter().any(|name| name == step.name);
                table.iter().filter(wanted).for_each(|step| run_step(workspace, step, &done));
            });
        }
    });
    summarise(&locked(&done.0), begin.elapsed())
}

fn run_step(workspace: &Workspace, step: &Step, done: &Done) {
    let log = log_file(workspace, step.name);
    let begin = Instant::now();
    let result = install(workspace, step.needs, done).map_err(Stop::Skipped);
    let (begin, result) = match result {
        Ok(()) => {
            announce(step.name);
            (Instant::now(), (step.run)(&Job { workspace, log: log.clone() }))
        }
        Err(stop) => (begin, Err(stop)),
    };
    let (outcome, says) = match result {
        Ok(()) => ("ok", String::new()),
        Err(Stop::Skipped(why)) if !in_ci() => ("skipped", why),
        Err(Stop::Skipped(why)) => ("FAILED", format!("{why} (with CI=true nothing may be skipped)")),
        Err(Stop::Failed(what)) => {
            print_tail(&log);
            ("FAILED", format!("{what}. {} Log: {}", step.remedy, log.display()))
        }
    };
    done.push(Line { outcome, name: step.name.to_string(), time: begin.elapsed(), says });
}

/// Installs the tools that are missing, each a line of its own.
///
/// # Errors
/// The sentence that says what could not be installed, and how to do it by hand.
pub fn bring(workspace: &Workspace, needs: &[Tool]) -> Result<(), String> {
    install(workspace, needs, &Done::default())
}

fn install(workspace: &Workspace, needs: &[Tool], done: &Done) -> Result<(), String> {
    let _alone = locked(&INSTALLING);
    for tool in needs.iter().filter(|tool| !tool.is_present(workspace)) {
        let attempts = tool.installation(workspace)?;
        let name = format!("install {}", tool.name);
        let log = log_file(workspace, &name.replace(' ', "-"));
        announce(&name);
        let begin = Instant::now();
        let installed = attempts.into_iter().any(|mut attempt| run_logged(&mut attempt, &log).is_ok())
            && tool.is_present(workspace);
        let outcome = if installed { "ok" } else { "FAILED" };
        done.push(Line { outcome, name, time: begin.elapsed(), says: String::new() });
        if !installed {
            print_tail(&log);
            return Err(format!("{} could not be installed, see {}", tool.name, log.display()));
        }
    }
    Ok(())
}

fn run_logged(command: &mut Command, log: &Path) -> Result<(), String> {
    let shown = show(command);
    let trouble = |error: std::io::Error| format!("`{shown}`: {error}");
    let mut file = File::options().create(true).append(true).open(log).map_err(trouble)?;
    writeln!(file, "$ {shown}").map_err(trouble)?;
    let errors = file.try_clone().map_err(trouble)?;
    let status = command.stdin(Stdio::null()).stdout(file).stderr(errors).status().map_err(trouble)?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` ended with {status}")) }
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

fn log_file(workspace: &Workspace, name: &str) -> PathBuf {
    let folder = workspace.target.join("xtask/logs");
    let log = folder.join(format!("{name}.log"));
    let _ = fs::create_dir_all(folder);
    let _ = fs::remove_file(&log);
    log
}

fn print_tail(log: &Path) {
    const LINES: usize = 60;
    let mut text = Vec::new();
    if File::open(log).and_then(|mut file| file.read_to_end(&mut text)).is_err() {
        return;
    }
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    clear_line();
    lines[lines.len().saturating_sub(LINES)..].iter().for_each(|line| println!("  | {line}"));
}

/// On a terminal the running step shows until its result takes the line.
fn announce(name: &str) {
    if std::io::stdout().is_terminal() {
        print!("  ..      {name}");
        let _ = std::io::stdout().flush();
    }
}

fn clear_line() {
    if std::io::stdout().is_terminal() {
        print!("\r\x1b[2K");
    }
}

fn row(line: &Line) -> String {
    format!("  {:<8}{:<28}{:>8.1} s", line.outcome, line.name, line.time.as_secs_f64())
}

fn summarise(lines: &[Line], total: Duration) -> ExitCode {
    println!("\nSummary");
    lines.iter().for_each(|line| println!("{}", row(line)));
    println!("  {:<8}{:<28}{:>8.1} s", "", "total", total.as_secs_f64());
    let troubles: Vec<&Line> = lines.iter().filter(|line| !line.says.is_empty()).collect();
    if !troubles.is_empty() {
        println!();
    }
    troubles.iter().for_each(|line| println!("{}: {}: {}", line.outcome, line.name, line.says));
    if lines.iter().any(|line| line.outcome == "FAILED") { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
