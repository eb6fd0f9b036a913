//! What is left of a text that was cut off.

/// The longest beginning of the text that is JSON once its brackets are closed. A text that is whole stays as it is.
pub fn mend(text: &str) -> String {
    let (mut open, mut end) = (vec![], 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_string,
            b'"' => is_string = !is_string,
            _ if is_string => {}
            // In front of a comma, and behind a bracket, everything is whole.
            b',' => end = at,
            b'{' | b'[' => {
                open.push(if byte == b'{' { '}' } else { ']' });
                end = at + 1;
            }
            b'}' | b']' => {
                open.pop();
                end = at + 1;
            }
            _ => {}
        }
    }
    let mut mended = text[..end].to_owned();
    mended.extend(open.into_iter().rev());
    mended
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::json::{line, read};
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn what_came_through_is_kept() {
        for (cut, mended) in [
            (r#"{"a":1,"b":tr"#, r#"{"a":1}"#),
            (r#"{"a":{"b":[1,2"#, r#"{"a":{"b":[1]}}"#),
            (r#"{"a":"{,","b":"x"#, r#"{"a":"{,"}"#),
            (r#"{"a":"\""#, "{}"),
            ("", ""),
            (r#"{"a":[]}"#, r#"{"a":[]}"#),
        ] {
            assert_eq!(mend(cut), mended);
        }
    }

    proptest! {
        #[test]
        fn wherever_it_is_cut_it_is_json(cut in 1usize..90) {
            let whole = line(&json!({"a": {"b": ["x,\\\"{", 1, null, {"c": [[], {}]}]}, "d": "é}", "e": -1.5}));
            let cut = (0..=cut.min(whole.len())).rev().find(|&at| whole.is_char_boundary(at)).unwrap_or_default();
            prop_assert!(read(&mend(&whole[..cut])).is_ok(), "{}", &whole[..cut]);
        }
    }
}
