//! Whole lines.

use std::ops::Range;

/// Where the line of `offset` begins.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line of `offset` ends, its newline included.
pub(super) fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |newline| offset + newline + 1)
}

/// The whole lines of a node, with the comment lines right above it: what goes when the node goes.
pub(super) fn whole_lines(text: &str, node: &Range<usize>) -> Range<usize> {
    let mut start = line_start(text, node.start);
    while start > 0 {
        let above = line_start(text, start - 1);
        let line = text[above..start].trim_start();
        if line.starts_with('#') || line.starts_with("//") {
            start = above;
        } else {
            break;
        }
    }
    // A block's span may reach over its newline.
    let last = if node.end > node.start && text.as_bytes()[node.end - 1] == b'\n' { node.end - 1 } else { node.end };
    start..line_end(text, last)
}
