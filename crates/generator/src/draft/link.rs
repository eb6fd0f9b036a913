//! A draft as the part of an address after `#`: a version, a colon, and in letters that need no escape the low half of a checksum
//! and the packed JSON. A draft with one name takes 60 letters for 36 bytes of JSON, one with 60 values 572 for 2,144; unpacked they
//! would be 53 and 2,864. The checksum is what tells a link that was changed on its way from one that was not.

use super::{Draft, MAX_BYTES, of};
use crate::base64::{ADDRESS, decode, encode};
use crate::bundle::{crc32, inflate::inflate};
use crate::findings::{Finding, Severity};
use crate::json;
use miniz_oxide::deflate::compress_to_vec;

/// What stands before the colon; what older pages would misunderstand raises it.
const VERSION: &str = "1";

/// What stands after `#`. The empty draft is the version alone. Secrets are to be left out before.
pub fn link(draft: &Draft) -> String {
    let mut link = format!("{VERSION}:");
    if *draft != Draft::default() {
        let text = json::line(&draft.to_value());
        let mut bytes = (crc32(text.as_bytes()) as u16).to_le_bytes().to_vec();
        bytes.extend(compress_to_vec(text.as_bytes(), 9));
        link.push_str(&encode(&bytes, ADDRESS));
    }
    link
}

/// Whether a text is meant to be a link: an address with a version and a colon after `#`, or what stands after that.
pub fn is_link(text: &str) -> bool {
    version(text).is_some()
}

/// The version, and what stands behind its colon.
fn version(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let after = text.split_once('#').map_or(text, |(_, after)| after);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let (version, rest) = after.split_at(digits);
    let rest = rest.strip_prefix(':').or_else(|| rest.strip_prefix("%3A")).or_else(|| rest.strip_prefix("%3a"))?;
    // Values have signs of equality, links have none.
    (digits > 0 && !rest.contains('=')).then_some((version, rest))
}

/// The draft of a link. What programs do to links on their way is mended as far as it can be, and each repair is a finding.
pub fn read_link(text: &str) -> (Draft, Vec<Finding>) {
    let mut findings = vec![];
    let mut say = |says: &str, remedy: &str| {
        findings.push(Finding::new("link-repaired", Severity::Warning, says).remedy(remedy));
    };
    let Some((version, rest)) = version(text) else {
        say("This is no link to a draft: after `#` it has a number, a colon and letters.", AGAIN);
        return (Draft::default(), findings);
    };
    if version != VERSION {
        say("The link has another version than the one that is read here: what is not known was left out.", NEWER);
    }
    // Mail programs break long lines.
    let letters: Vec<u8> = rest.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let (bytes, read) = decode(&letters, ADDRESS);
    if read < letters.len() {
        say("Behind the link's letters stands something that is none of it, which was left out.", AGAIN);
    }
    if letters.is_empty() {
        return (Draft::default(), findings);
    }
    let (sum, packed) = bytes.split_at(bytes.len().min(2));
    let (text, stopped) = inflate(packed, MAX_BYTES);
    let is_whole = sum == (crc32(&text) as u16).to_le_bytes();
    let text = String::from_utf8_lossy(&text);
    match (stopped, is_whole) {
        (None, true) => {}
        (None, false) => say("The link was changed on its way: some of what it says may be wrong.", AGAIN),
        (Some(_), _) => say("The link is damaged or was cut off: what came through is here, the rest is lost.", AGAIN),
    }
    let object = json::read(&text).or_else(|_| json::read(&json::mend(&text)));
    let (draft, more) = of(object.unwrap_or_default());
    findings.extend(more);
    (draft, findings)
}

const AGAIN: &str = "Ask for the whole link again, or for the bundle's `configuration.json`.";
const NEWER: &str = "Load the page again: a newer one may know it.";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft() -> Draft {
        let text =
            r#"{"components": {"flow-logs": false}, "values": {"cluster_name": "harbor", "tags": {"a": "<b>&\"ü"}}}"#;
        super::super::read(text).0
    }

    fn check(text: &str, draft: &Draft, says: &[&str]) {
        let (read, findings) = read_link(text);
        assert_eq!(&read, draft);
        assert_eq!(findings.len(), says.len(), "{findings:?}");
        for (finding, says) in findings.iter().zip(says) {
            assert!(finding.says.contains(says), "{}", finding.says);
        }
    }

    #[test]
    fn a_link_is_the_draft() {
        let link = link(&draft());
        for text in
            [link.clone(), format!("#{link}"), format!("https://x.example/y/#{link}\n"), link.replace(':', "%3A")]
        {
            check(&text, &draft(), &[]);
        }
        check(&super::link(&Draft::default()), &Draft::default(), &[]);
        assert_eq!(super::link(&Draft::default()), "1:");
    }

    #[test]
    fn what_happens_to_links_is_mended_and_said() {
        let link = link(&draft());
        let (head, tail) = link.split_at(30);
        check(&format!("{head}\r\n  {tail}"), &draft(), &[]);
        check(&format!("{link})."), &draft(), &["none of it"]);
        check(&format!("7{}", &link[1..]), &draft(), &["another version"]);
        let (cut, findings) = read_link(&link[..link.len() - 20]);
        assert_eq!(cut.components, draft().components);
        assert!(findings[0].says.contains("cut off"), "{findings:?}");
    }

    #[test]
    fn what_is_no_link_is_said() {
        for text in ["", "#", "1", "#x", "harbor", ":abc", "{\"a\": 1}"] {
            assert!(!is_link(text), "{text}");
            check(text, &Draft::default(), &["no link"]);
        }
        check("#1:AAAA", &Draft::default(), &["cut off", "JSON object"]);
        check("#1:%%%", &Draft::default(), &["none of it", "cut off", "JSON object"]);
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let mut bytes = vec![0, 0];
        bytes.extend(compress_to_vec(&vec![b' '; 50_000_000], 9));
        let (read, findings) = read_link(&format!("1:{}", encode(&bytes, ADDRESS)));
        assert_eq!((read, findings.len()), (Draft::default(), 2));
    }

    #[test]
    fn links_are_as_short_as_is_said() {
        let named = super::super::read(r#"{"values": {"cluster_name": "harbor"}}"#).0;
        let mut large = Draft::default();
        for at in 0..60 {
            large
                .values
                .insert(format!("variable_number_{at}"), json::read(&format!("\"value {}\"", at * 7919)).unwrap());
        }
        let sizes = [named, large].map(|draft| (json::line(&draft.to_value()).len(), link(&draft).len()));
        assert_eq!(sizes, [(36, 60), (2144, 572)]);
    }

    proptest! {
        #[test]
        fn no_letter_that_changes_goes_unnoticed_or_does_harm(at in 2usize..80, letter in "[A-Za-z0-9_-]") {
            let mut changed = link(&draft());
            let at = at.min(changed.len() - 1);
            changed.replace_range(at..=at, &letter);
            let (read, findings) = read_link(&changed);
            // One in 65,536 would slip through.
            prop_assert!(!findings.is_empty() || read == draft());
        }

        #[test]
        fn any_text_is_read(text in any::<String>(), letters in "[A-Za-z0-9_-]{0,200}") {
            _ = read_link(&text);
            _ = read_link(&format!("1:{letters}"));
        }
    }
}
