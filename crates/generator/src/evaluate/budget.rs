//! How much one may evaluate: an expression from a stranger must neither hang the page nor fill its memory.

use super::{Error, Value};

/// Steps are values looked at; bytes are what new values take. Both only go down.
#[derive(Clone, Debug)]
pub struct Budget {
    steps: u32,
    bytes: usize,
}

impl Default for Budget {
    /// Enough for a few hundred validations or a long page of text; about a tenth of a second in a browser.
    fn default() -> Budget {
        Budget::new(500_000, 8 << 20)
    }
}

impl Budget {
    pub fn new(steps: u32, bytes: usize) -> Budget {
        Budget { steps, bytes }
    }

    /// Work to be done. Errors are fatal.
    pub(super) fn work(&mut self, steps: usize) -> Result<(), Error> {
        let left = (self.steps as usize).checked_sub(steps);
        self.steps = left.ok_or_else(spent)? as u32;
        Ok(())
    }

    /// Memory to be taken: ask before taking it. Errors are fatal.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), Error> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(spent)?;
        Ok(())
    }

    /// Memory for so many elements.
    pub(super) fn take_elements(&mut self, count: usize) -> Result<(), Error> {
        self.take(count.saturating_mul(size_of::<Value>()))
    }

    /// Memory for what a value looks like as text.
    pub(super) fn take_text(&mut self, value: &Value) -> Result<(), Error> {
        self.take(8)?;
        match value {
            Value::String(text) => self.take(text.len()),
            Value::Sequence(_, elements) => elements.iter().try_for_each(|element| self.take_text(element)),
            Value::Mapping(_, entries) => entries.iter().try_for_each(|(key, element)| {
                self.take(key.len())?;
                self.take_text(element)
            }),
            _ => Ok(()),
        }
    }

    /// One step per value in a value. Shared elements count each time they occur, so what doubles itself is found
    /// before anything walks through it.
    pub(super) fn look(&mut self, value: &Value) -> Result<(), Error> {
        match value {
            Value::String(text) => self.work(1 + text.len() / 256),
            Value::Sequence(_, elements) => {
                self.work(1)?;
                elements.iter().try_for_each(|element| self.look(element))
            }
            Value::Mapping(_, entries) => {
                self.work(1)?;
                entries.values().try_for_each(|element| self.look(element))
            }
            _ => self.work(1),
        }
    }
}

fn spent() -> Error {
    Error::new("Too much to evaluate", "The expression takes more steps or more memory than one may.").fatal()
}
