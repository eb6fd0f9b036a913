//! How wide a text is, without asking a browser, and how to make it fit.

/// Pixels: titles of boxes, and everything smaller.
pub const TITLE: i32 = 14;
pub const SMALL: i32 = 12;

/// Advance widths of ASCII from space on, in thousandths of the font size: Helvetica and all that is made to measure
/// like it, which is what the style sheet asks for. Bold for titles, regular for the rest.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, // 0 to ?
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, // P to _
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, // ` to o
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, // p to ~
];
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];

/// Longer texts than this are cut before they are looked at.
const LONGEST: usize = 200;

fn advance(c: char, size: i32) -> i32 {
    let widths = if size == TITLE { &BOLD } else { &REGULAR };
    match u32::from(c) {
        code @ 32..127 => i32::from(widths[code as usize - 32]),
        // Latin, Greek and Cyrillic are about as wide as a capital; everything else is given a square.
        0xa0..0x530 => 720,
        0x2010..0x2028 => 1000,
        _ => 1050,
    }
}

/// Pixels, rounded up.
pub fn width(text: &str, size: i32) -> i32 {
    (units(text, size) * size + 999) / 1000
}

/// Thousandths of the size: those of two texts add up.
pub fn units(text: &str, size: i32) -> i32 {
    text.chars().take(LONGEST).map(|c| advance(c, size)).sum()
}

/// One line that XML and every reader can take: no control characters, no changes of writing direction.
pub fn clean(text: &str) -> String {
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace() || unprintable(c)) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().take(LONGEST));
        if line.chars().count() > LONGEST {
            break;
        }
    }
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => line[..end].to_string() + "…",
        None => line,
    }
}

fn unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{fff0}'..='\u{ffff}')
}

/// As much of the text as `room` pixels hold, with an ellipsis where it was cut.
pub fn elide(text: &str, size: i32, room: i32) -> String {
    if width(text, size) <= room {
        return text.to_string();
    }
    let mut left = room * 1000 / size - advance('…', size);
    let mut end = 0;
    for (at, c) in text.char_indices() {
        left -= advance(c, size);
        if left < 0 {
            break;
        }
        end = at + c.len_utf8();
    }
    text[..end].trim_end().to_string() + "…"
}

/// The text in one line, or in two of about equal length if one is wider than `room`.
pub fn wrap(text: &str, size: i32, room: i32) -> Vec<String> {
    if width(text, size) <= room {
        return vec![text.to_string()];
    }
    let best = text
        .match_indices(' ')
        .map(|(at, _)| at)
        .min_by_key(|&at| width(&text[..at], size).max(width(&text[at + 1..], size)));
    match best {
        Some(at) => vec![elide(&text[..at], size, room), elide(&text[at + 1..], size, room)],
        None => vec![elide(text, size, room)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elided_text_fits_and_says_that_it_was_cut() {
        for room in [20, 40, 90] {
            let cut = elide("Interface endpoints for private nodes", TITLE, room);
            assert!(width(&cut, TITLE) <= room && cut.ends_with('…'), "{cut}");
        }
        assert_eq!(elide("VPC", TITLE, 200), "VPC");
    }

    #[test]
    fn a_long_label_breaks_where_the_halves_are_alike() {
        assert_eq!(wrap("pulls images and charts", SMALL, 80), ["pulls images", "and charts"]);
        assert_eq!(wrap("pulls", SMALL, 80), ["pulls"]);
    }

    #[test]
    fn hostile_text_becomes_one_printable_line() {
        assert_eq!(clean("a\u{0}b\n\u{202e}c  d"), "a b c d");
        assert!(clean(&"x".repeat(5_000_000)).chars().count() <= 201);
    }
}
