//! Colours for code: comments, texts, names of blocks and attributes, numbers. One scanner does for all kinds of file.

/// The text as HTML, coloured by what the path says it is.
pub fn coloured(path: &str, text: &str) -> String {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let comment = match ending {
        "json" => None,
        "md" => return markdown(text),
        "svg" => return escaped(text),
        _ => Some('#'),
    };
    let mut html = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        code(&mut html, line, comment);
    }
    html
}

fn code(html: &mut String, line: &str, comment: Option<char>) {
    let mut rest = line;
    let mut is_first_word = true;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let (class, length) = if Some(first) == comment && (before.is_whitespace() || is_first_word) {
            ("comment", rest.trim_end().len())
        } else if first == '"' {
            ("string", string_end(rest))
        } else if first.is_ascii_alphabetic() || first == '_' {
            let length = rest
                .find(|letter: char| !(letter.is_ascii_alphanumeric() || "_-.".contains(letter)))
                .unwrap_or(rest.len());
            let class = match &rest[..length] {
                "true" | "false" | "null" => "number",
                _ if is_first_word => "name",
                _ => "",
            };
            is_first_word = false;
            (class, length)
        } else if first.is_ascii_digit() && !before.is_ascii_alphanumeric() {
            ("number", rest.find(|letter: char| !(letter.is_ascii_digit() || letter == '.')).unwrap_or(rest.len()))
        } else {
            is_first_word &= first.is_whitespace() || first == '-' || first == '{';
            ("", first.len_utf8())
        };
        let (token, after) = rest.split_at(length.max(first.len_utf8()));
        span(html, class, token);
        before = token.chars().next_back().unwrap_or(' ');
        rest = after;
    }
}

/// The end of a quoted text that begins here; at the latest that of the line.
fn string_end(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !is_escaped => return at + 1,
            '\n' => return at,
            _ => is_escaped = letter == '\\' && !is_escaped,
        }
    }
    text.len()
}

fn markdown(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut is_code = false;
    for line in text.split_inclusive('\n') {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        let class = if is_code || is_fence {
            "string"
        } else if line.starts_with('#') {
            "heading"
        } else {
            ""
        };
        span(&mut html, class, line);
    }
    html
}

fn span(html: &mut String, class: &str, text: &str) {
    if class.is_empty() {
        html.push_str(&escaped(text));
    } else {
        html.push_str("<span class=\"");
        html.push_str(class);
        html.push_str("\">");
        html.push_str(&escaped(text));
        html.push_str("</span>");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
