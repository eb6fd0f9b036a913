//! Undo: a list of drafts, and which of the named ones each is.

use generator::Draft;

/// More steps than anybody goes back.
const MOST: usize = 500;

/// What was shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Of the named draft.
    pub id: String,
    pub draft: Draft,
}

/// What was shown before, and what after that which is shown.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Shown>,
    future: Vec<Shown>,
    /// The field that is being typed into: all of it is one step.
    field: Option<String>,
    /// The draft before the last change, which may have been to go back.
    before: Option<Draft>,
}

impl History {
    pub fn record(&mut self, before: Shown, field: Option<&str>) {
        self.future.clear();
        if field.is_some() && self.field.as_deref() == field {
            return;
        }
        self.field = field.map(str::to_owned);
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.before = Some(before.draft.clone());
        self.past.push(before);
    }

    pub fn end_step(&mut self) {
        self.field = None;
    }

    pub fn undo(&mut self, now: Shown) -> Option<Shown> {
        self.field = None;
        let before = self.past.pop()?;
        self.before = Some(now.draft.clone());
        self.future.push(now);
        Some(before)
    }

    pub fn redo(&mut self, now: Shown) -> Option<Shown> {
        self.field = None;
        let after = self.future.pop()?;
        self.before = Some(now.draft.clone());
        self.past.push(now);
        Some(after)
    }

    pub fn before(&self) -> Option<Draft> {
        self.before.clone()
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
