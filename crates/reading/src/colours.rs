//! Colours for code, line by line: a line needs only what the line before it left open, so lines can be coloured when they are
//! looked at, and those that did not change stay as they are.

use crate::Language;
use crate::strings::{double, heredoc, interpolation, quoted, variable};

/// What a piece of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Comment,
    Keyword,
    /// Of an attribute, a key, a variable; in Markdown, a heading.
    Name,
    String,
    /// And the words that are values: true, false, null.
    Number,
}

/// What a line leaves open for the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Carry {
    #[default]
    Nothing,
    /// A code block in Markdown.
    Fence,
    /// A quoted text of a script.
    Quote(char),
    /// A text that ends with a line of this word alone.
    Heredoc(String),
}

type Tell<'a> = &'a mut dyn FnMut(Kind, &str);

/// A longer line is plain: nobody reads it, and what is nested in it might be nested too deeply.
const LONGEST: usize = 2_000;

/// Tells the pieces of a line, in order and without gaps; resolves to what it leaves open.
pub fn colour(language: Language, carry: &Carry, line: &str, tell: Tell) -> Carry {
    if line.len() > LONGEST {
        tell(Kind::Plain, line);
        return carry.clone();
    }
    match (carry, language) {
        (Carry::Heredoc(end), _) => {
            tell(Kind::String, line);
            if line.trim() == end { Carry::Nothing } else { carry.clone() }
        }
        (_, Language::Markdown) => markdown(*carry == Carry::Fence, line, tell),
        (_, Language::Plain) => {
            tell(Kind::Plain, line);
            Carry::Nothing
        }
        _ => {
            let mut scanner = Scanner { language, tell, carry: Carry::Nothing };
            let at = if let Carry::Quote(quote) = carry { scanner.quoted(line, *quote) } else { 0 };
            scanner.code(&line[at..]);
            scanner.carry
        }
    }
}

fn markdown(is_in_fence: bool, line: &str, tell: Tell) -> Carry {
    let is_fence = line.trim_start().starts_with("```");
    let kind = match line.as_bytes().first() {
        _ if is_fence || is_in_fence => Kind::String,
        Some(b'#') => Kind::Name,
        _ => Kind::Plain,
    };
    let mut told = 0;
    while let Some(start) = line[told..].find('`').filter(|_| kind == Kind::Plain).map(|start| told + start) {
        // A backtick without its other half is a letter like others.
        let Some(length) = line[start + 1..].find('`') else { break };
        tell(kind, &line[told..start]);
        told = start + length + 2;
        tell(Kind::String, &line[start..told]);
    }
    tell(kind, &line[told..]);
    if is_fence == is_in_fence { Carry::Nothing } else { Carry::Fence }
}

struct Scanner<'a> {
    language: Language,
    tell: Tell<'a>,
    carry: Carry,
}

impl Scanner<'_> {
    fn code(&mut self, line: &str) {
        let mut rest = line;
        let mut before = ' ';
        // Where a name may stand: at the beginning, and after what opens or divides.
        let mut is_first = true;
        while let Some(first) = rest.chars().next() {
            let length = self.piece(rest, first, is_first, is_first || before.is_whitespace(), is_word(before));
            let (piece, after) = rest.split_at(length);
            is_first = match piece {
                "{" | "," | "(" | ";" | "&" | "|" | "then" | "do" | "else" | "!" => true,
                "-" => is_first && self.language == Language::Yaml,
                _ => is_first && piece.trim().is_empty(),
            };
            before = piece.chars().next_back().unwrap_or(' ');
            rest = after;
        }
    }

    /// Tells the next piece; resolves to its length, which is never 0.
    fn piece(&mut self, rest: &str, first: char, is_first: bool, is_apart: bool, is_in_word: bool) -> usize {
        let is_script = self.language == Language::Shell;
        match first {
            '#' if is_apart && self.language != Language::Json => self.tell(Kind::Comment, rest),
            '/' if is_apart && self.language == Language::Hcl && rest.starts_with("//") => {
                self.tell(Kind::Comment, rest)
            }
            '"' if self.language == Language::Hcl => self.template(rest),
            '"' | '\'' if is_script => {
                self.tell(Kind::String, &rest[..1]);
                1 + self.quoted(&rest[1..], first)
            }
            '"' => {
                let end = double(rest);
                let is_key = rest[end..].trim_start().starts_with(':');
                self.tell(if is_key { Kind::Name } else { Kind::String }, &rest[..end])
            }
            '\'' if self.language == Language::Yaml && !is_in_word => {
                let end = quoted(&rest[1..], first).map_or(rest.len(), |end| end + 1);
                self.tell(Kind::String, &rest[..end])
            }
            '\\' if is_script => {
                let next = rest[1..].chars().next().map_or(0, char::len_utf8);
                self.tell(Kind::Plain, &rest[..1 + next])
            }
            '$' if is_script && variable(rest) > 0 => self.tell(Kind::Name, &rest[..variable(rest)]),
            '{' if rest.starts_with("{{") && self.language == Language::Yaml => {
                self.tell(Kind::Keyword, &rest[..rest.find("}}").map_or(rest.len(), |end| end + 2)])
            }
            '<' if rest.starts_with("<<") => {
                if let Some(word) = heredoc(rest) {
                    self.carry = Carry::Heredoc(word.to_owned());
                }
                self.tell(Kind::Plain, "<<")
            }
            _ if first.is_ascii_digit() && !is_in_word => self.tell(Kind::Number, word(rest)),
            _ if is_word(first) => {
                let (kind, length) = self.word(rest, is_first);
                self.tell(kind, &rest[..length])
            }
            _ => self.tell(Kind::Plain, &rest[..first.len_utf8()]),
        }
    }

    fn tell(&mut self, kind: Kind, text: &str) -> usize {
        (self.tell)(kind, text);
        text.len()
    }

    /// What a word is where it stands, and its length.
    fn word(&self, rest: &str, is_first: bool) -> (Kind, usize) {
        if self.language == Language::Yaml && is_first {
            let key = rest.find([':', ' ', '\n']).unwrap_or(rest.len());
            if rest[key..].trim_end() == ":" || rest[key..].starts_with(": ") {
                return (Kind::Name, key);
            }
        }
        let word = word(rest);
        let after = &rest[word.len()..];
        let next = after.trim_start();
        let kind = match (self.language, word) {
            (_, "true" | "false" | "null") => Kind::Number,
            (Language::Hcl, "for" | "in" | "if") => Kind::Keyword,
            (Language::Hcl, _) if is_first && next.starts_with('=') && !next.starts_with("==") => Kind::Name,
            (Language::Hcl, _) if is_first && next.starts_with(['"', '{']) => Kind::Keyword,
            (Language::Shell, _) if is_first && after.starts_with('=') => Kind::Name,
            (Language::Shell, _) if is_first && KEYWORDS.contains(&word) => Kind::Keyword,
            (Language::Shell, "in" | "do" | "then") => Kind::Keyword,
            _ => Kind::Plain,
        };
        (kind, word.len())
    }

    /// A text of HCL, and in it, as code, what is interpolated.
    fn template(&mut self, rest: &str) -> usize {
        let text = &rest[..double(rest)];
        let (mut told, mut from) = (0, 0);
        while let Some(start) = text[from..].find("${").map(|start| from + start) {
            from = start + 2;
            if text[..start].ends_with('$') {
                continue;
            }
            let end = from + interpolation(&text[from..]);
            self.tell(Kind::String, &text[told..start]);
            self.tell(Kind::Plain, "${");
            self.code(&text[from..end]);
            (told, from) = (end, end);
        }
        self.tell(Kind::String, &text[told..]);
        text.len()
    }

    /// What a script quotes, up to the quote that ends it; the next line goes on with what has no end in this one.
    fn quoted(&mut self, text: &str, quote: char) -> usize {
        let end = quoted(text, quote);
        if end.is_none() {
            self.carry = Carry::Quote(quote);
        }
        let text = &text[..end.unwrap_or(text.len())];
        let mut told = 0;
        for (at, _) in text.match_indices('$') {
            let length = variable(&text[at..]);
            if quote == '"' && length > 0 && at >= told && !text[..at].ends_with('\\') {
                self.tell(Kind::String, &text[told..at]);
                told = at + self.tell(Kind::Name, &text[at..at + length]);
            }
        }
        self.tell(Kind::String, &text[told..]);
        text.len()
    }
}

const KEYWORDS: &[&str] = &[
    "if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case", "esac", "return", "exit",
    "local", "readonly", "export", "set", "trap", "shift", "source", "break", "continue",
];

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '-'
}

fn word(rest: &str) -> &str {
    &rest[..rest.find(|letter| !is_word(letter) && letter != '.').unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests;
