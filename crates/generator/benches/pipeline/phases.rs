//! The parts of the pipeline, each ready to run on its own.

use generator::catalog::Inclusion;
use generator::diagram;
use generator::platform::{Platform, Selection, resolve, select};
use generator::{Bundle, Catalog, Draft, bundle, picture};
use std::cell::OnceCell;
use std::hint::black_box;

/// The names of the parts, in the order in which they run.
pub const PHASES: &[&str] = &["parse", "index", "select", "terraform", "resolve", "draw", "bundle", "zip", "generate"];

/// A catalog, everything in it switched on, and what each part needs from those before it.
pub struct Pipeline {
    files: Vec<(String, String)>,
    index: Vec<u8>,
    pub catalog: Catalog,
    draft: Draft,
    selection: Selection,
    platform: Platform,
    /// Made only for the parts that need them: drawing many copies takes long.
    picture: OnceCell<String>,
    bundle: OnceCell<Bundle>,
}

impl Pipeline {
    pub fn new(catalog: Catalog) -> Pipeline {
        let mut draft = Draft::default();
        for (index, component) in catalog.components.iter().enumerate() {
            if component.choice.is_none() && component.inclusion != Inclusion::Always {
                draft.switch(&catalog, index, true);
            }
        }
        let mut files = vec![];
        for source in &catalog.sources {
            files.push((source.path.clone(), source.text.clone()));
        }
        let index = catalog.to_index();
        let selection = select(&catalog, &draft);
        let platform = resolve(&catalog, selection.clone(), &draft);
        let (picture, bundle) = (OnceCell::new(), OnceCell::new());
        Pipeline { files, index, catalog, draft, selection, platform, picture, bundle }
    }

    pub fn shipped() -> Pipeline {
        Pipeline::new(shipped::catalog())
    }

    /// Makes what a part needs, so that running it is all that is measured.
    pub fn prepare(&self, phase: &str) {
        match phase {
            "bundle" => _ = self.picture(),
            "zip" => _ = self.bundle(),
            _ => {}
        }
    }

    fn picture(&self) -> &str {
        self.picture.get_or_init(|| drawn(&self.catalog, &self.platform))
    }

    fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| generator::generate(&self.catalog, &self.draft).bundle)
    }

    /// Runs one part.
    pub fn run(&self, phase: &str) {
        let (catalog, draft) = (&self.catalog, &self.draft);
        match phase {
            "parse" => {
                _ = black_box(Catalog::parse(self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))))
            }
            "index" => _ = black_box(Catalog::from_index(&self.index, &[])),
            "select" => _ = black_box(select(catalog, draft)),
            "terraform" => _ = black_box(bundle::terraform(catalog, &self.selection)),
            "resolve" => _ = black_box(resolve(catalog, self.selection.clone(), draft)),
            "draw" => _ = black_box(drawn(catalog, &self.platform)),
            "bundle" => {
                let terraform = bundle::terraform(catalog, &self.selection);
                black_box(bundle::bundle(catalog, &self.platform, draft, &terraform, self.picture()));
            }
            "zip" => _ = black_box(bundle::zip(self.bundle())),
            _ => _ = black_box(generator::generate(catalog, draft)),
        }
    }
}

fn drawn(catalog: &Catalog, platform: &Platform) -> String {
    let diagram = picture::draw(catalog, platform);
    diagram::svg(&diagram::layout(&diagram))
}
