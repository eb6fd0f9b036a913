//! What a file is written in, by its name or its first line.

/// What there are colours for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Hcl,
    Yaml,
    Json,
    Markdown,
    Shell,
    /// Lines with comments after `#`.
    Settings,
    /// No colours.
    Plain,
}

impl Language {
    pub fn of(path: &str, text: &str) -> Language {
        let name = path.rsplit('/').next().unwrap_or(path);
        match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "svg" => Language::Plain,
            _ if text.starts_with("#!") => Language::Shell,
            ending => Language::named(ending),
        }
    }

    /// By an ending, or by the word after a fence.
    pub fn named(name: &str) -> Language {
        match name {
            "tf" | "hcl" | "tfvars" => Language::Hcl,
            "yaml" | "yml" => Language::Yaml,
            "json" => Language::Json,
            "md" => Language::Markdown,
            "sh" | "bash" | "console" => Language::Shell,
            "" => Language::Plain,
            _ => Language::Settings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_file_is_what_its_name_or_its_first_line_says() {
        for (path, text, language) in [
            ("platform/tests/mocks/cloud.tfmock.hcl", "", Language::Hcl),
            ("environments/primary/platform.tfvars", "", Language::Hcl),
            ("scripts/apply", "#!/usr/bin/env bash\n", Language::Shell),
            ("scripts/lib.sh", "", Language::Shell),
            ("gitops/base/rollout.yaml", "", Language::Yaml),
            ("configuration.json", "{", Language::Json),
            ("docs/network.md", "# Network", Language::Markdown),
            (".gitignore", "", Language::Settings),
            ("docs/architecture.svg", "<svg", Language::Plain),
            ("LICENSE", "", Language::Plain),
        ] {
            assert_eq!(Language::of(path, text), language, "{path}");
        }
    }
}
