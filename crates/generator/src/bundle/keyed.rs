//! Files that ship once for each key of a variable: `overlays/[namespaces]/kustomization.yaml` becomes `overlays/dev/...` and so on.

use std::ops::Range;

/// The variable that a path names in brackets, as one of its folders or its file.
pub(crate) fn variable(path: &str) -> Option<&str> {
    brackets(path).map(|range| &path[range.start + 1..range.end - 1])
}

/// The path for one key; none for a key that is no name of a file.
pub(super) fn path(path: &str, key: &str) -> Option<String> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if key.is_empty() || key.starts_with('.') || !key.bytes().all(is_name) {
        return None;
    }
    let range = brackets(path)?;
    Some(format!("{}{key}{}", &path[..range.start], &path[range.end..]))
}

fn brackets(path: &str) -> Option<Range<usize>> {
    let start = path.find('[')?;
    let end = start + path[start..].find(']')? + 1;
    (end - start > 2).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::{path, variable};

    #[test]
    fn the_variable_stands_in_brackets() {
        assert_eq!(variable("overlays/[namespaces]/shop/x.yaml"), Some("namespaces"));
        assert_eq!(variable("overlays/base/x.yaml"), None);
        assert_eq!(variable("overlays/[]/x.yaml"), None);
        assert_eq!(variable("overlays/]x[/x.yaml"), None);
    }

    #[test]
    fn a_key_takes_the_brackets_place() {
        assert_eq!(path("overlays/[namespaces]/x.yaml", "dev").as_deref(), Some("overlays/dev/x.yaml"));
        assert_eq!(path("overlays/[namespaces].yaml", "a.b-c_1").as_deref(), Some("overlays/a.b-c_1.yaml"));
    }

    #[test]
    fn a_key_that_would_lead_elsewhere_has_no_path() {
        for key in ["", ".", "..", ".git", "a/b", "../x", "a b", "\u{e9}", "a\0"] {
            assert_eq!(path("overlays/[namespaces]/x.yaml", key), None, "{key:?}");
        }
    }
}
