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

/// Upper case, one character for one, as Terraform has it: `ß` stays.
pub fn upper(character: char) -> char {
    single(character, &mut character.to_uppercase())
}

pub fn lower(character: char) -> char {
    single(character, &mut character.to_lowercase())
}

fn single(character: char, changed: &mut dyn Iterator<Item = char>) -> char {
    match (changed.next(), changed.next()) {
        (Some(changed), None) => changed,
        _ => character,
    }
}
