//! Strings, comments and heredocs of a Terraform text, passed over without parsing it.

/// The offset after the `*/` that closes the comment at `at`.
pub(super) fn skip_block_comment(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 2;
    while end < bytes.len() && !bytes[end..].starts_with(b"*/") {
        end += 1;
    }
    (end + 2).min(bytes.len())
}

/// The offset after the quote that closes the string at `at`; interpolations may hold strings of their own.
pub(super) fn skip_string(bytes: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            c @ (b'$' | b'%') if bytes.get(at + 1) == Some(&c) && bytes.get(at + 2) == Some(&b'{') => at += 3,
            b'$' | b'%' if bytes.get(at + 1) == Some(&b'{') => at = skip_interpolation(bytes, at + 2),
            _ => at += 1,
        }
    }
    bytes.len()
}

fn skip_interpolation(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            b'"' => {
                at = skip_string(bytes, at);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// If a heredoc starts at `at`: the offset after its closing word (its newline is not part of it).
pub(super) fn heredoc_end(bytes: &[u8], at: usize) -> Option<usize> {
    let word_start = match &bytes[at..] {
        [b'<', b'<', b'-', ..] => at + 3,
        [b'<', b'<', ..] => at + 2,
        _ => return None,
    };
    let part_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let mut word_end = word_start;
    while bytes.get(word_end).is_some_and(part_of_word) {
        word_end += 1;
    }
    if word_end == word_start {
        return None;
    }
    let word = &bytes[word_start..word_end];
    let mut line = word_end;
    while let Some(newline) = bytes[line..].iter().position(|&byte| byte == b'\n') {
        line += newline + 1;
        let text = line + bytes[line..].iter().position(|byte| !matches!(byte, b' ' | b'\t')).unwrap_or(0);
        let end = text + word.len();
        if bytes[text..].starts_with(word) && !bytes.get(end).is_some_and(part_of_word) {
            return Some(end);
        }
    }
    Some(bytes.len())
}
