//! Where texts within code end.

/// The end of a text in double quotes that begins here, past what is interpolated; at the latest that of the line.
pub(crate) fn double(text: &str) -> usize {
    let mut at = 1;
    while let Some(byte) = text.as_bytes().get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            b'$' if text[at..].starts_with("${") && !text[..at].ends_with('$') => 2 + interpolation(&text[at + 2..]),
            _ => 1,
        };
    }
    text.len()
}

/// The length of an expression up to the brace that closes it, or to the end.
pub(crate) fn interpolation(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            b'"' => {
                at += double(&text[at..]);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// What is left of a script's quoted text with its quote, if it ends in this line.
pub(crate) fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        if letter == quote && !is_escaped {
            return Some(at + 1);
        }
        is_escaped = quote == '"' && letter == '\\' && !is_escaped;
    }
    None
}

/// The length of `$NAME`, `$1` or `${...}` that begins here; 0 if none does.
pub(crate) fn variable(text: &str) -> usize {
    let rest = &text[1..];
    if rest.starts_with('{') {
        return rest.find('}').map_or(0, |end| end + 2);
    }
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    match rest.find(|letter| !is_name(letter)).unwrap_or(rest.len()) {
        0 => 0,
        length => length + 1,
    }
}

/// The word that ends the text which `<<WORD`, `<<-WORD` or `<<'WORD'` begins.
pub(crate) fn heredoc(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("<<")?;
    let rest = rest.strip_prefix(['-', '~']).unwrap_or(rest).trim_start_matches(['\'', '"']);
    let length = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_')).unwrap_or(rest.len());
    let word = &rest[..length];
    word.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::{double, heredoc, quoted, variable};

    #[test]
    fn a_text_ends_at_its_quote() {
        for (text, end) in [
            (r#""a" b"#, 3),
            (r#""a \" b" c"#, 8),
            (r#""${f("x")}-${y}" z"#, 16),
            (r#""$${no" z"#, 7),
            (r#""open"#, 5),
            ("\"\u{e4}\\", 4),
        ] {
            assert_eq!(double(text), end, "{text}");
        }
        assert_eq!(quoted("b' c", '\''), Some(2));
        assert_eq!(quoted(r#"b\" c" d"#, '"'), Some(6));
        assert_eq!(quoted("open", '"'), None);
    }

    #[test]
    fn a_variable_has_a_name() {
        for (text, length) in [("$NAME.", 5), ("$1", 2), ("${a:-b} c", 7), ("$(date)", 0), ("$", 0), ("${open", 0)] {
            assert_eq!(variable(text), length, "{text}");
        }
    }

    #[test]
    fn a_heredoc_has_a_word() {
        for (text, word) in [("<<EOT", Some("EOT")), ("<<-EOT\n", Some("EOT")), ("<<'END'", Some("END"))] {
            assert_eq!(heredoc(text), word, "{text}");
        }
        for text in ["<< 3", "<<<word", "<", "<<"] {
            assert_eq!(heredoc(text), None, "{text}");
        }
    }
}
