//! Where a link in a document leads.

/// Where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another file of the bundle.
    File(String),
    /// An address of the web.
    Web(String),
}

/// Reads a link that stands in the file `from`. Anything but files below the bundle and addresses that begin with `https://` or
/// `http://` leads nowhere.
pub fn target(from: &str, link: &str) -> Option<Target> {
    if link.starts_with("https://") || link.starts_with("http://") {
        return Some(Target::Web(link.to_owned()));
    }
    let link = link.split(['#', '?']).next().unwrap_or_default();
    if link.is_empty() || link.contains([':', '\\']) || link.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(Target::File(parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::{Target, target};

    #[test]
    fn links_are_relative_to_their_file() {
        for (from, link, path) in [
            ("README.md", "docs/network.md", "docs/network.md"),
            ("docs/network.md", "../README.md#run-it", "README.md"),
            ("docs/network.md", "./decisions/network.md", "docs/decisions/network.md"),
        ] {
            assert_eq!(target(from, link), Some(Target::File(path.to_owned())), "{link}");
        }
        assert_eq!(target("README.md", "https://x.y/z"), Some(Target::Web("https://x.y/z".to_owned())));
    }

    #[test]
    fn what_leads_out_leads_nowhere() {
        for link in ["../x", "/etc/passwd", "javascript:alert(1)", "data:text/html,x", "#part", "", "c:\\x", "//x.y/z"]
        {
            assert_eq!(target("README.md", link), None, "{link}");
        }
    }
}
