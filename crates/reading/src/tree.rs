//! The tree of a bundle's files, flat: a row for each folder and each file that is not in a closed one.

/// One row. A folder's path ends with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub path: String,
    /// How many folders it is in.
    pub depth: usize,
    /// How many files are in it, at any depth; 0 for a file.
    pub files: usize,
    /// Whether a folder's rows follow.
    pub is_open: bool,
}

impl Row {
    pub fn is_folder(&self) -> bool {
        self.files > 0
    }
}

/// The rows of these paths, which are sorted: what one reads first comes first, then folders before files.
pub fn rows(paths: &[String], roots: &[String], is_open: &dyn Fn(&str, bool) -> bool) -> Vec<Row> {
    let mut rows = vec![];
    below(paths, "", roots, is_open, &mut rows);
    rows
}

/// `is_open` is asked about each folder, and told whether it is open unless somebody closed it.
fn below(paths: &[String], folder: &str, roots: &[String], is_open: &dyn Fn(&str, bool) -> bool, rows: &mut Vec<Row>) {
    let children = children(paths, folder.len());
    let depth = folder.matches('/').count();
    for rank in 0..=LAST + roots.len() {
        for &(start, end) in &children {
            let path = paths[start].as_str();
            let name = match path[folder.len()..].find('/') {
                Some(slash) => &path[..folder.len() + slash + 1],
                None => path,
            };
            let is_folder = name.ends_with('/');
            let is_its = if depth == 0 { rank_of(name, roots) == rank } else { usize::from(!is_folder) == rank };
            if !is_its {
                continue;
            }
            let inside = &paths[start..end];
            // Folders in folders are details, unless there is nothing else to see.
            let is_open_folder = is_folder && is_open(name, depth == 0 || children.len() == 1);
            let files = if is_folder { inside.len() } else { 0 };
            rows.push(Row { path: name.to_owned(), depth, files, is_open: is_open_folder });
            if is_open_folder {
                below(inside, name, roots, is_open, rows);
            }
        }
    }
}

/// The last rank at the top, without the root modules.
const LAST: usize = 5;

/// At the top: what to read, what to set, the root modules as they are applied, what else there is, what to run, what to look up.
fn rank_of(name: &str, roots: &[String]) -> usize {
    let root = roots.iter().position(|root| name.strip_suffix('/') == Some(root));
    match name {
        "README.md" => 0,
        "environments/" => 1,
        "scripts/" => roots.len() + 3,
        "docs/" => roots.len() + 4,
        _ => match root {
            Some(root) => 2 + root,
            None if name.ends_with('/') => roots.len() + 2,
            None => roots.len() + LAST,
        },
    }
}

/// Each file or folder right below a folder, as the range of its paths.
fn children(paths: &[String], skip: usize) -> Vec<(usize, usize)> {
    let first = |path: &str| path[skip..].find('/').map_or(path.len(), |slash| skip + slash + 1);
    let mut children: Vec<(usize, usize)> = vec![];
    for (at, path) in paths.iter().enumerate() {
        match children.last_mut() {
            Some((start, end)) if path[..first(path)] == paths[*start][..first(&paths[*start])] => *end = at + 1,
            _ => children.push((at, at + 1)),
        }
    }
    children
}

#[cfg(test)]
mod tests {
    use super::rows;

    const PATHS: &[&str] = &[
        ".gitignore",
        "README.md",
        "configuration.json",
        "docs/architecture.svg",
        "docs/decisions/network.md",
        "docs/decisions/secrets.md",
        "docs/network.md",
        "environments/primary/b.tfvars",
        "gitops/base/x.yaml",
        "one/network.tf",
        "one/tests/a.tftest.hcl",
        "scripts/apply",
        "two/network.tf",
    ];

    fn check(paths: &[&str], closed: &[&str], expected: &[&str]) {
        let is_open = |folder: &str, by_itself: bool| by_itself && !closed.contains(&folder);
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let rows = rows(&paths, &["two".to_owned(), "one".to_owned()], &is_open);
        let shown: Vec<String> = (rows.iter())
            .map(|row| {
                let count = if row.is_folder() { format!(" {}", row.files) } else { String::new() };
                format!("{}{}{count}", "  ".repeat(row.depth), row.path)
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_one_reads_first_comes_first() {
        check(
            PATHS,
            &["gitops/"],
            &[
                "README.md",
                "environments/ 1",
                "  environments/primary/ 1",
                "    environments/primary/b.tfvars",
                "two/ 1",
                "  two/network.tf",
                "one/ 2",
                "  one/tests/ 1",
                "  one/network.tf",
                "gitops/ 1",
                "scripts/ 1",
                "  scripts/apply",
                "docs/ 4",
                "  docs/decisions/ 2",
                "  docs/architecture.svg",
                "  docs/network.md",
                ".gitignore",
                "configuration.json",
            ],
        );
    }

    #[test]
    fn no_file_is_lost_when_all_is_open() {
        let paths: Vec<String> = PATHS.iter().map(|path| (*path).to_owned()).collect();
        let all = rows(&paths, &[], &|_, _| true);
        let files: Vec<&str> = all.iter().filter(|row| !row.is_folder()).map(|row| row.path.as_str()).collect();
        assert_eq!(files.len(), PATHS.len());
        assert!(PATHS.iter().all(|path| files.contains(path)));
        assert!(rows(&[], &[], &|_, _| true).is_empty());
    }
}
