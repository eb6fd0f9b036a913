//! What can be typed.

use crate::catalog::PrintCatalog;
use crate::check::Check;
use crate::completions::Completions;
use crate::diagram::DrawDiagram;
use crate::diff::Diff;
use crate::explain::Explain;
use crate::generate::Generate;
use crate::man::Man;
use clap::{Parser, Subcommand};

/// Generates production-ready EKS platforms as Terraform, from a configuration or a preset.
#[derive(Debug, Parser)]
#[command(name = "eks-configurator", version, max_term_width = 100)]
#[command(
    after_help = "Exit status: 0 all is well, 1 the configuration has errors or a file cannot be read or written, \
                        2 the arguments are wrong."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,

    /// Say nothing but errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Generate(Generate),
    Check(Check),
    Explain(Explain),
    Catalog(PrintCatalog),
    Diagram(DrawDiagram),
    Diff(Diff),
    Completions(Completions),
    Man(Man),
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_contradict_each_other_nowhere() {
        Arguments::command().debug_assert();
    }
}
