//! The bundle: what is downloaded. A sorted map from path to file, the same bytes for the same draft everywhere.

mod configuration;
mod digest;
mod documents;
pub(crate) mod inflate;
pub(crate) mod keyed;
mod prepare;
mod summary;
mod terraform;
mod tfvars;
mod unzip;
mod zip;

pub(crate) use digest::VERSION;
pub use digest::digest;
pub(crate) use documents::documents;
pub use terraform::terraform;
pub use unzip::{MAX_ZIP, configuration as unzip};
pub(crate) use zip::crc32;
pub use zip::zip;

use crate::catalog::Catalog;
use crate::draft::Draft;
use crate::platform::Platform;
use crate::sorted::Map;

/// The files of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// The folder that the files are in.
    pub name: String,
    /// SHA-256 over the draft, the catalog and the generator's version, in hexadecimal.
    pub digest: String,
    /// By path below the folder, with `/`.
    pub files: Map<String, File>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// UTF-8 with `\n` at the end of lines.
    pub text: String,
    /// The id of the component that it is there for; empty for what every bundle has.
    pub component: String,
}

impl File {
    /// A script is what begins with `#!`.
    pub fn is_executable(&self) -> bool {
        self.text.starts_with("#!")
    }
}

/// The files that a platform comes to. `terraform` is what [`terraform()`] made of its selection.
pub fn bundle(
    catalog: &Catalog,
    platform: &Platform,
    draft: &Draft,
    terraform: &Map<String, File>,
    picture: &str,
) -> Bundle {
    let draft = &draft.without_secrets(catalog);
    let digest = digest(catalog, draft);
    let mut files = terraform.clone();
    files.extend(tfvars::tfvars(catalog, platform));
    files.extend(platform.documents.iter().map(|(path, file)| (path.clone(), file.clone())));
    files.insert("docs/architecture.svg".to_owned(), File { text: picture.to_owned(), component: String::new() });
    let configuration = configuration::configuration(catalog, draft, &digest);
    files.insert("configuration.json".to_owned(), File { text: configuration, component: String::new() });
    Bundle { name: platform.name.clone(), digest, files }
}

/// How many files [`bundle()`] makes, without making them.
pub fn count(catalog: &Catalog, platform: &Platform, terraform: &Map<String, File>) -> usize {
    let values = (0..catalog.roots.len()).filter(|&root| platform.selection.has_root(catalog, root)).count();
    let others = ["configuration.json", "docs/architecture.svg"];
    terraform.len() + platform.documents.len() + values + others.len()
}

impl Bundle {
    /// The command that makes the same bytes from the bundle's own configuration.
    pub fn command(name: &str) -> String {
        format!("eks-configurator generate --config configuration.json --out {name}")
    }
}
