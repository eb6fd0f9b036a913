//! Past what cannot be read, so that what follows it can.

use super::Reader;

impl Reader<'_> {
    /// To the end of the line on which all brackets are closed again.
    pub(super) fn skip(&mut self) {
        let mut open = 0usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'\n' if open == 0 => return,
                b'{' | b'[' | b'(' => open += 1,
                b'}' | b']' | b')' => open = open.saturating_sub(1),
                b'"' => {
                    self.skip_quoted();
                    continue;
                }
                b'<' if self.rest().starts_with("<<") => {
                    if let Ok((_, _, after)) = self.heredoc_lines() {
                        self.at = after;
                    }
                    continue;
                }
                b'#' | b'/' => {
                    let at = self.at;
                    self.blanks(false);
                    self.at = self.at.max(at + 1);
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Past a text, and the expressions in it, which may hold texts again.
    fn skip_quoted(&mut self) {
        let (mut is_text, mut open) = (false, vec![]);
        while let Some(byte) = self.byte() {
            self.at += 1;
            match byte {
                b'"' if is_text => {
                    is_text = false;
                    if open.is_empty() {
                        return;
                    }
                }
                b'"' => is_text = true,
                b'\\' if is_text => self.at += usize::from(self.byte().is_some()),
                b'$' | b'%' if is_text && self.byte() == Some(b'{') => {
                    self.at += 1;
                    open.push(());
                    is_text = false;
                }
                b'}' if !is_text => {
                    open.pop();
                    is_text = true;
                }
                b'\n' => {
                    self.at -= 1;
                    return;
                }
                _ => {}
            }
        }
    }
}
