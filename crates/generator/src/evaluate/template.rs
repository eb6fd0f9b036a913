//! Templates: quoted strings, heredocs and whole files.

use super::{Error, Value, convert, expression::Evaluator};
use crate::syntax::{Expression, ForPart, Part, Template};

/// What a template has written so far.
struct Written {
    text: String,
    /// False as soon as a part is unknown: then the whole text is.
    known: bool,
}

impl Evaluator<'_> {
    pub fn text(&mut self, template: &Template) -> Result<Value, Error> {
        let mut written = Written { text: String::new(), known: true };
        self.write(template, &mut written)?;
        Ok(if written.known { Value::string(written.text) } else { Value::Unknown })
    }

    fn write(&mut self, template: &Template, out: &mut Written) -> Result<(), Error> {
        for part in &template.parts {
            match part {
                Part::Literal(text) => self.put(text, out)?,
                Part::Interpolation(expression) => self.interpolate(expression, out)?,
                Part::If(part) => match self.condition(&part.condition)? {
                    Some(true) => self.write(&part.yes, out)?,
                    Some(false) => self.write(&part.no, out)?,
                    None => out.known = false,
                },
                Part::For(part) => self.write_for(part, out)?,
            }
        }
        Ok(())
    }

    fn put(&mut self, text: &str, out: &mut Written) -> Result<(), Error> {
        self.budget.take(text.len())?;
        out.text.push_str(text);
        Ok(())
    }

    fn interpolate(&mut self, expression: &Expression, out: &mut Written) -> Result<(), Error> {
        let value = self.value(expression)?;
        let detail = match convert::to_string(&value) {
            Ok(Value::String(text)) => return self.put(&text, out),
            Ok(Value::Unknown) => {
                out.known = false;
                return Ok(());
            }
            Ok(_) => "The expression result is null. Cannot include a null value in a string template.".to_string(),
            Err(error) => format!("Cannot include the given value in a string template: {}.", error.message),
        };
        Err(Error::new("Invalid template interpolation value", detail).at(expression))
    }

    fn write_for(&mut self, part: &ForPart, out: &mut Written) -> Result<(), Error> {
        let Some(pairs) = self.iterate(&part.collection)? else {
            out.known = false;
            return Ok(());
        };
        for (key, value) in pairs {
            let depth = self.names.len();
            if let Some(name) = &part.key {
                self.names.push((name.clone(), key));
            }
            self.names.push((part.value.clone(), value));
            let result = self.write(&part.each, out);
            self.names.truncate(depth);
            result?;
        }
        Ok(())
    }
}
