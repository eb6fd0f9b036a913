//! Where the line comments of a Terraform text stand.

use crate::slice::skip::{heredoc_end, skip_block_comment, skip_string};
use std::ops::Range;

/// The spans of all `#` and `//` comments, in order, without their newline.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = vec![];
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = skip_string(bytes, at),
            b'#' => {
                let end = text[at..].find('\n').map_or(bytes.len(), |n| at + n);
                found.push(at..end);
                at = end;
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                let end = text[at..].find('\n').map_or(bytes.len(), |n| at + n);
                found.push(at..end);
                at = end;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => at = skip_block_comment(bytes, at),
            b'<' => at = heredoc_end(bytes, at).unwrap_or(at + 1),
            _ => at += 1,
        }
    }
    found
}
