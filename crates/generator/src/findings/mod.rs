//! Findings: what is wrong, missing, or worth knowing about a draft. Nothing here stops anything; severity says what may.

mod own;
mod rules;

pub use own::OWN;
pub use rules::rules;

use crate::evaluate::Steps;
use crate::sorted::Map;
use serde::Serialize;
use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A value that Terraform would refuse: the bundle cannot be downloaded until it is mended.
    Error,
    /// A value that nobody has given yet: the bundle can be downloaded, and `terraform plan` asks for it.
    Question,
    /// Works, and has a cost or a risk that one should know.
    Warning,
    Note,
}

impl Severity {
    /// As manifests write it.
    pub fn parse(text: &str) -> Option<Severity> {
        Some(match text {
            "error" => Severity::Error,
            "question" => Severity::Question,
            "warning" => Severity::Warning,
            "note" => Severity::Note,
            _ => return None,
        })
    }

    /// As manifests write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Question => "question",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The kind of thing found: `single-nat-gateway`, `value-refused`.
    pub name: String,
    pub severity: Severity,
    /// A sentence or two.
    pub says: String,
    /// What to do, as a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// The variable that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The parts of its value that it is about; none if it is about the whole.
    #[serde(skip)]
    pub parts: Vec<Steps>,
    /// Other variables that one could change as well, since an error is about all of them.
    #[serde(skip)]
    pub also: Vec<String>,
    /// The id of the component that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// The values that mend it in one click.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub set: Map<String, serde_json::Value>,
    /// The ids of components that are not in, each of which mends it by being switched on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub switch: Vec<String>,
}

impl Finding {
    pub(crate) fn new(name: &str, severity: Severity, says: impl Into<String>) -> Finding {
        Finding {
            name: name.to_owned(),
            severity,
            says: says.into(),
            remedy: None,
            field: None,
            parts: vec![],
            also: vec![],
            component: None,
            set: Map::new(),
            switch: vec![],
        }
    }

    pub(crate) fn field(mut self, field: impl Into<String>) -> Finding {
        self.field = Some(field.into());
        self
    }

    /// Terraform asks for what it is about.
    pub fn is_asked_by_terraform(&self) -> bool {
        self.name == "value-missing"
    }

    pub(crate) fn component(mut self, component: impl Into<String>) -> Finding {
        self.component = Some(component.into());
        self
    }

    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Finding {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {}", self.severity.as_str(), self.says)
    }
}
