//! The name of a bundle, which becomes a folder's name.

use super::{Platform, Scope};
use crate::catalog::Catalog;
use crate::evaluate::{Budget, evaluate};

/// Lower-case letters, digits and dashes, 1 to 63 of them, a letter first: a name for a folder on any machine.
pub fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.len() <= 63 && text.bytes().all(fits) && text.starts_with(|first: char| first.is_ascii_lowercase())
}

/// What the catalog calls a bundle of this platform; `platform` as long as its values are open or unfit for a folder.
pub(super) fn bundle_name(catalog: &Catalog, platform: &Platform) -> String {
    let scope = Scope::new(catalog, &platform.selection, &platform.settings);
    let name =
        catalog.bundle_name.as_ref().and_then(|name| evaluate(&name.expression, &scope, &mut Budget::default()).ok());
    let name = name.as_ref().and_then(|name| name.as_str()).filter(|name| is_name(name));
    name.unwrap_or("platform").to_owned()
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_name_fits_a_folder_on_any_machine() {
        assert!(is_name("harbor-t1"));
        for hostile in ["", "-a", "1a", "A", "a/b", "..", "a\0", "ä", &"a".repeat(64)] {
            assert!(!is_name(hostile), "{hostile:?}");
        }
    }
}
