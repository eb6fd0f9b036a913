//! Joins the page's style sheets into one: a request instead of a dozen, and a third less when compressed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::steps::Stop;

/// Rewrites `index.html` in the folder, and the files that it links.
pub fn join(dist: &Path) -> Result<(), Stop> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page)?;
    let mut styles = String::new();
    let mut links = links(&html);
    for (_, file) in &links {
        styles += fs::read_to_string(dist.join(file))?.trim_end();
        styles.push('\n');
    }
    let (first, _) = links.first().cloned().ok_or("index.html links no style sheet".to_string())?;
    let mut hasher = DefaultHasher::new();
    styles.hash(&mut hasher);
    let name = format!("style-{:016x}.css", hasher.finish());
    fs::write(dist.join(&name), styles)?;
    let joined = format!("<link href=./{name} rel=stylesheet>");
    let mut html = html.replace(&first, &joined);
    for (link, file) in links.drain(..) {
        html = html.replace(&link, "");
        fs::remove_file(dist.join(file))?;
    }
    Ok(fs::write(page, html)?)
}

/// The links to style sheets as Trunk's minifier writes them, each with its file.
fn links(html: &str) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for (at, _) in html.match_indices("<link href=./") {
        let link = html[at..].split_inclusive('>').next().unwrap_or_default();
        let file = link["<link href=./".len()..].split([' ', '>']).next().unwrap_or_default();
        if link.contains("rel=stylesheet") {
            links.push((link.to_string(), file.to_string()));
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn only_style_sheets_are_joined() {
        let html = "<link href=./icon.svg rel=icon><link href=./a-1.css integrity=x rel=stylesheet><link href=./b.css rel=stylesheet>";
        let files: Vec<String> = links(html).into_iter().map(|(_, file)| file).collect();
        assert_eq!(files, ["a-1.css", "b.css"]);
    }
}
