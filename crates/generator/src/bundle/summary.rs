//! A bundle in a few lines: what is in it, and what to do with it.

use super::Bundle;

impl Bundle {
    /// The folders and files at the top, folders with `/`, each with how many files it holds.
    pub fn contents(&self) -> Vec<(String, usize)> {
        let mut contents: Vec<(String, usize)> = vec![];
        for path in self.files.keys() {
            let top = path.split_inclusive('/').next().unwrap_or_default();
            match contents.last_mut() {
                Some((name, count)) if name == top => *count += 1,
                _ => contents.push((top.to_owned(), 1)),
            }
        }
        contents
    }

    /// The first sentence of each step of the README's first numbered list.
    pub fn next_steps(&self) -> Vec<String> {
        let readme = self.files.get("README.md").map_or("", |file| file.text.as_str());
        let mut steps: Vec<String> = vec![];
        for line in readme.lines() {
            let number = format!("{}. ", steps.len() + 1);
            match line.strip_prefix(number.as_str()) {
                Some(step) => {
                    let end = step.find(". ").map_or(step.len(), |end| end + 1);
                    steps.push(step[..end].to_owned());
                }
                None if line.starts_with('#') && !steps.is_empty() => break,
                None => {}
            }
        }
        steps
    }
}
