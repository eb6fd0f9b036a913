//! From arguments to a draft.

use crate::failure::Failure;
use crate::places::{Places, places};
use clap::Args;
use generator::bundle::{MAX_ZIP, unzip};
use generator::catalog::Inclusion;
use generator::draft::{self, MAX_BYTES, Refusal, nearest};
use generator::{Catalog, Draft, Finding};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What a platform is made from; without --config and --preset it is the preset "default".
#[derive(Debug, Args)]
#[command(next_help_heading = "The platform")]
pub struct Inputs {
    /// A configuration: a draft, a bundle's zip or its configuration.json, or a link; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "preset")]
    config: Option<PathBuf>,
    /// A preset to start from, instead of a configuration
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    /// Switch a component on
    #[arg(long, value_name = "COMPONENT")]
    with: Vec<String>,
    /// Switch a component off
    #[arg(long, value_name = "COMPONENT")]
    without: Vec<String>,
    /// Take a member of a choice
    #[arg(long, value_name = "CHOICE=MEMBER")]
    choose: Vec<String>,
    /// Give a variable a value, written as for terraform -var
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Take a component all the same whose makers have ended it
    #[arg(long, value_name = "COMPONENT")]
    acknowledge: Vec<String>,
}

/// What the arguments come to.
pub struct Given {
    pub draft: Draft,
    /// What of a configuration could not be understood.
    pub findings: Vec<Finding>,
    pub places: Places,
}

impl Inputs {
    pub fn draft(&self, catalog: &Catalog) -> Result<Given, Failure> {
        let Given { mut draft, findings, mut places } = match &self.config {
            Some(file) => read(file)?,
            None => Given { draft: self.preset(catalog)?, findings: vec![], places: Places::new() },
        };
        self.switch(catalog, &mut draft)?;
        for argument in &self.choose {
            choose(catalog, &mut draft, argument)?;
        }
        for argument in &self.set {
            let (variable, value) = draft::assign(catalog, argument).map_err(|refusal| pointing(argument, &refusal))?;
            draft.set(variable, value);
            places.remove(&variable.name);
        }
        for id in &self.acknowledge {
            draft.acknowledged.insert(catalog.components[component(catalog, "--acknowledge", id)?].id.clone());
        }
        Ok(Given { draft, findings, places })
    }

    fn preset(&self, catalog: &Catalog) -> Result<Draft, Failure> {
        let id = self.preset.as_deref().unwrap_or("default");
        match (catalog.presets.iter().find(|preset| preset.id == id), &self.preset) {
            (Some(preset), _) => Ok(Draft::preset(preset)),
            (None, None) => Ok(Draft::default()),
            (None, Some(_)) => {
                Err(unknown("--preset", "preset", id, catalog.presets.iter().map(|preset| preset.id.as_str())))
            }
        }
    }

    fn switch(&self, catalog: &Catalog, draft: &mut Draft) -> Result<(), Failure> {
        if let Some(both) = self.with.iter().find(|id| self.without.contains(id)) {
            return Err(Failure::Usage(format!("`{both}` is both in --with and in --without: take one away.")));
        }
        let with = self.with.iter().map(|id| ("--with", id, true));
        for (flag, id, is_in) in with.chain(self.without.iter().map(|id| ("--without", id, false))) {
            let index = component(catalog, flag, id)?;
            let component = &catalog.components[index];
            if let Some(choice) = component.choice.and_then(|choice| catalog.choices.get(choice)) {
                let says =
                    format!("{flag} {id}: it is a member of a choice. Take one with --choose {}=MEMBER.", choice.id);
                return Err(Failure::Usage(says));
            }
            if component.inclusion == Inclusion::Always && !is_in {
                return Err(Failure::Usage(format!("{flag} {id}: it is part of every platform.")));
            }
            draft.switch(catalog, index, is_in);
        }
        Ok(())
    }
}

fn choose(catalog: &Catalog, draft: &mut Draft, argument: &str) -> Result<(), Failure> {
    let Some((id, member)) = argument.split_once('=') else {
        return Err(Failure::Usage(format!("--choose {argument}: write CHOICE=MEMBER.")));
    };
    let Some(choice) = catalog.choice(id) else {
        return Err(unknown("--choose", "choice", id, catalog.choices.iter().map(|choice| choice.id.as_str())));
    };
    let members = || choice.members.iter().map(|&member| catalog.components[member].id.as_str());
    match choice.members.iter().find(|&&index| catalog.components[index].id == member) {
        Some(&member) => draft.choose(catalog, choice, member),
        None => return Err(unknown("--choose", &format!("member of the choice {id}"), member, members())),
    }
    Ok(())
}

/// The component of that id, or which one was probably meant.
fn component(catalog: &Catalog, flag: &str, id: &str) -> Result<usize, Failure> {
    let ids = catalog.components.iter().map(|component| component.id.as_str());
    catalog.component(id).ok_or_else(|| unknown(flag, "component", id, ids))
}

/// Nothing is named so: the nearest name, or all of them if they are few.
pub fn unknown<'a>(place: &str, what: &str, name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Failure {
    let hint = match nearest(name, names.clone()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None if names.clone().count() <= 12 => format!("There are: {}.", names.collect::<Vec<_>>().join(", ")),
        None => "`eks-configurator catalog` lists them.".to_owned(),
    };
    Failure::Usage(format!("{place}: there is no {what} `{name}`. {hint}"))
}

/// An argument of one line with an arrow under the place; a longer one with the place's line and column.
fn pointing(argument: &str, refusal: &Refusal) -> Failure {
    let Refusal { place, message } = refusal;
    if argument.contains('\n') || argument.chars().count() > 100 {
        return Failure::Usage(format!("--set, line {}, column {}: {message}", place.line, place.column));
    }
    let blanks = " ".repeat(place.column.saturating_sub(1) as usize);
    Failure::Usage(format!("--set, column {}: {message}\n  {argument}\n  {blanks}^", place.column))
}

/// Reads a configuration; what is no draft at all is a failure with its place.
pub fn read(path: &Path) -> Result<Given, Failure> {
    if let Some(text) = path.to_str().filter(|text| draft::is_link(text) && !path.exists()) {
        let (draft, findings) = draft::read_link(text);
        return match findings.first() {
            Some(finding) if draft == Draft::default() => Err(Failure::Failed(format!("the link: {}", finding.says))),
            _ => Ok(Given { draft, findings, places: Places::new() }),
        };
    }
    let is_stdin = path.as_os_str() == "-";
    let name = if is_stdin { "standard input".to_owned() } else { path.display().to_string() };
    if path.is_dir() {
        return Err(Failure::Failed(format!("{name} is a folder: name the configuration.json in it.")));
    }
    // One byte more than is ever understood, so that a huge file is refused without reading all of it.
    let most = MAX_ZIP as u64 + 1;
    let mut bytes = vec![];
    let result = if is_stdin {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    result.map_err(|error| Failure::file("read", &name, &error))?;
    if bytes.starts_with(b"PK") {
        let text = unzip(&bytes).map_err(|why| Failure::Failed(format!("{name}: {why}")))?;
        bytes = text.into_bytes();
    }
    if bytes.len() > MAX_BYTES {
        return Err(Failure::Failed(format!("{name} is larger than a configuration can be: {MAX_BYTES} bytes.")));
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::Failed(format!("{name} is no text in UTF-8.")))?;
    match draft::parse(&text) {
        Ok((draft, findings)) => Ok(Given { draft, findings, places: places(&name, &text) }),
        Err(Refusal { place, message }) => Err(Failure::Failed(format!("{name}:{place}: {message}"))),
    }
}
