//! What a character is.

/// The characters of a text, if each stands for itself. Terraform counts what a reader sees as one character; what may
/// join the one before (accents, emoji, a line end of two) would need Unicode's tables.
pub fn characters(text: &str) -> Option<Vec<char>> {
    let stands_alone = |character: char| {
        matches!(character,
            '\0'..='\u{c}' | '\u{e}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{590}'
            | '\u{1e00}'..='\u{200b}' | '\u{2010}'..='\u{20cf}' | '\u{2100}'..='\u{3029}' | '\u{3030}'..='\u{3098}'
            | '\u{309b}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
    };
    text.chars().all(stands_alone).then(|| text.chars().collect())
}

/// Upper case, one character for one, as Terraform has it: `ß` stays. Beyond Latin-1 it would need Unicode's tables, which weigh
/// 10 KB in the page: then nobody knows.
pub fn upper(character: char) -> Option<char> {
    match character {
        '\0'..='\u{7f}' => Some(character.to_ascii_uppercase()),
        'à'..='ö' | 'ø'..='þ' => char::from_u32(character as u32 - 32),
        'ÿ' => Some('Ÿ'),
        'µ' => Some('Μ'),
        '\u{80}'..='\u{ff}' => Some(character),
        _ => None,
    }
}

/// Lower case, likewise.
pub fn lower(character: char) -> Option<char> {
    match character {
        '\0'..='\u{7f}' => Some(character.to_ascii_lowercase()),
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(character as u32 + 32),
        '\u{80}'..='\u{ff}' => Some(character),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{lower, upper};

    #[test]
    fn latin_letters_change_as_unicode_has_it() {
        for character in '\0'..='\u{ff}' {
            let single = |mut changed: Box<dyn Iterator<Item = char>>| match (changed.next(), changed.next()) {
                (Some(changed), None) => changed,
                _ => character,
            };
            assert_eq!(upper(character), Some(single(Box::new(character.to_uppercase()))), "{character}");
            assert_eq!(lower(character), Some(single(Box::new(character.to_lowercase()))), "{character}");
        }
        assert_eq!((upper('ж'), lower('Ж')), (None, None));
    }
}
