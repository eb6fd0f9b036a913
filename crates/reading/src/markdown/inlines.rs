//! What stands in a line: code, strong words, links, pictures.

use super::Inline;

/// Reads a line; what has no end is text.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    let mut found = vec![];
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((inline, length)) = special(rest) {
            if !plain.is_empty() {
                found.push(Inline::Text(std::mem::take(&mut plain)));
            }
            found.push(inline);
            rest = &rest[length..];
            continue;
        }
        let next = rest[first.len_utf8()..].chars().next();
        let letter = next.filter(|next| first == '\\' && next.is_ascii_punctuation());
        plain.push(letter.unwrap_or(first));
        rest = &rest[first.len_utf8() + letter.map_or(0, char::len_utf8)..];
    }
    if !plain.is_empty() {
        found.push(Inline::Text(plain));
    }
    found
}

/// What begins here and is more than text, and its length.
fn special(text: &str) -> Option<(Inline, usize)> {
    match text.as_bytes()[0] {
        b'`' => {
            let end = 1 + text[1..].find('`')?;
            (end > 1).then(|| (Inline::Code(text[1..end].to_owned()), end + 1))
        }
        b'*' => {
            let inside = text.strip_prefix("**")?;
            let end = inside.find("**").filter(|end| *end > 0)?;
            Some((Inline::Strong(inlines(&inside[..end])), end + 4))
        }
        b'!' => {
            let (says, address, length) = link(&text[1..])?;
            Some((Inline::Picture(says.to_owned(), address.to_owned()), length + 1))
        }
        b'[' => {
            let (says, address, length) = link(text)?;
            // A link in a link is text, so nothing is read twice.
            let says = if says.contains('[') { vec![Inline::Text(says.to_owned())] } else { inlines(says) };
            Some((Inline::Link(says, address.to_owned()), length))
        }
        _ => None,
    }
}

/// `[says](address)`, and its length.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    let says = text.strip_prefix('[')?;
    let end = says.find("](")?;
    let address = &says[end + 2..];
    let close = address.find(')')?;
    Some((&says[..end], &address[..close], end + close + 4))
}
