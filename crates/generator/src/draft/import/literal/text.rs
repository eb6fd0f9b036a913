//! Texts between quotes, and those over several lines.

use super::{EXPRESSION, Read, Reader};

const TEXT_ENDS: &str = "the text ends before its closing quote";

impl Reader<'_> {
    pub(super) fn quoted(&mut self) -> Read<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.rest().chars().next() {
                None | Some('\n') => return self.refuse(TEXT_ENDS),
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') => text.push(self.escape()?),
                Some(character) => self.literal(character, &mut text)?,
            }
        }
    }

    /// A character of a template that stands for itself, or the escape of what begins an expression.
    fn literal(&mut self, character: char, text: &mut String) -> Read<()> {
        let rest = self.rest();
        if rest.starts_with("${") || rest.starts_with("%{") {
            return self.refuse(EXPRESSION);
        }
        let is_escape = rest.starts_with("$${") || rest.starts_with("%%{");
        text.push(character);
        self.at += character.len_utf8();
        if is_escape {
            text.push('{');
            self.at += 2;
        }
        Ok(())
    }

    fn escape(&mut self) -> Read<char> {
        let digits = match self.text.as_bytes().get(self.at + 1) {
            Some(b'u') => 4,
            Some(b'U') => 8,
            letter => {
                let plain = match letter {
                    Some(b'n') => '\n',
                    Some(b'r') => '\r',
                    Some(b't') => '\t',
                    Some(b'"') => '"',
                    Some(b'\\') => '\\',
                    _ => return self.refuse("no letter after a backslash has this meaning"),
                };
                self.at += 2;
                return Ok(plain);
            }
        };
        let code = self.text.get(self.at + 2..self.at + 2 + digits);
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                self.at += 2 + digits;
                Ok(character)
            }
            None => self.refuse("the digits after the backslash are no character"),
        }
    }

    /// The lines up to the one that holds only the word; with `<<-` without the blanks that all of them begin with.
    pub(super) fn heredoc(&mut self) -> Read<String> {
        let is_flush = self.rest().starts_with("<<-");
        let (from, to, after) = self.heredoc_lines()?;
        let lines: Vec<&str> = self.text[from..to].split_inclusive('\n').collect();
        let indent = lines.iter().map(|line| blanks_before(line)).min().filter(|_| is_flush).unwrap_or(0);
        let mut text = String::new();
        self.at = from;
        for line in lines {
            let end = self.at + line.len();
            self.at += indent;
            while self.at < end {
                let character = self.rest().chars().next().unwrap_or('\n');
                self.literal(character, &mut text)?;
            }
        }
        self.at = after;
        Ok(text)
    }

    /// Where its lines begin and end, and where the closing word ends.
    pub(super) fn heredoc_lines(&mut self) -> Read<(usize, usize, usize)> {
        let start = self.at;
        self.at += 2;
        self.take("-");
        let word = self.name()?;
        self.take("\r");
        if !self.take("\n") {
            return self.refuse("expected the end of the line");
        }
        let mut to = self.at;
        for line in self.rest().split_inclusive('\n') {
            if line.trim() == word {
                return Ok((self.at, to, to + line.trim_end().len()));
            }
            to += line.len();
        }
        self.at = to;
        Err((start, "the text ends before its closing word"))
    }
}

fn blanks_before(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}
