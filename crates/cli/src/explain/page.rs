//! One explanation as text: a title, a paragraph, facts, and lists.

#[derive(Debug)]
pub struct Page(String);

impl Page {
    /// `what` is the kind of thing: "component".
    pub fn new(title: &str, what: &str, name: &str, says: &str) -> Page {
        Page(format!("{title} ({what} {name})\n{says}\n"))
    }

    /// A line by itself; nothing if it is empty.
    pub fn line(&mut self, label: &str, text: &str) {
        if !text.is_empty() {
            self.0.push_str(&format!("{label}: {text}\n"));
        }
    }

    /// A heading and its lines; nothing if there are none.
    pub fn list(&mut self, heading: &str, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            self.0.push_str(&format!("\n{heading}:\n"));
        }
        for line in lines {
            self.0.push_str(&format!("  {line}\n"));
        }
    }

    pub fn text(self) -> String {
        self.0
    }
}
