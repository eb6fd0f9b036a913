//! Templates: quoted strings, heredocs and whole files.

mod edges;
mod literal;

use hcl_edit::template::{
    Directive, Element, ForDirective, HeredocTemplate, IfDirective, Interpolation, StringTemplate, Template,
};

use super::{Error, Value, convert, expression::Evaluator};
use edges::Edges;
use literal::Style;

/// What a template has written so far.
struct Written {
    text: String,
    /// False as soon as a part is unknown: then the whole text is.
    known: bool,
}

impl Evaluator<'_> {
    /// `"${value}"` is the value itself, of whatever type.
    pub fn quoted(&mut self, template: &StringTemplate) -> Result<Value, Error> {
        match template.as_single_element() {
            Some(Element::Interpolation(interpolation)) => self.value(&interpolation.expr),
            _ => self.text(template, Style::Quoted),
        }
    }

    /// In `<<-`, a line without indentation that goes on with `${}` while later lines are indented loses its first
    /// characters in the parser (hcl-edit 0.10.0), before anything here sees it.
    pub fn heredoc(&mut self, heredoc: &HeredocTemplate) -> Result<Value, Error> {
        let style = match heredoc.indent() {
            Some(removed) => literal::flush(&heredoc.template, removed),
            None => Style::Lines,
        };
        self.text(&heredoc.template, style)
    }

    pub fn file(&mut self, template: &Template) -> Result<Value, Error> {
        self.text(template, Style::Lines)
    }

    fn text(&mut self, template: &Template, style: Style) -> Result<Value, Error> {
        let mut written = Written { text: String::new(), known: true };
        self.write(template, style, Edges::OUTERMOST, &mut written)?;
        Ok(if written.known { Value::string(written.text) } else { Value::Unknown })
    }

    fn write(&mut self, template: &Template, style: Style, edges: Edges, out: &mut Written) -> Result<(), Error> {
        for (position, element) in template.iter().enumerate() {
            match element {
                Element::Literal(text) => {
                    let text = literal::text(text.as_str(), style, edges.of_element(template, position));
                    self.put(&text, out)?;
                }
                Element::Interpolation(interpolation) => self.interpolate(interpolation, out)?,
                Element::Directive(directive) => match &**directive {
                    Directive::If(directive) => self.write_if(directive, style, out)?,
                    Directive::For(directive) => self.write_for(directive, style, out)?,
                },
            }
        }
        Ok(())
    }

    fn put(&mut self, text: &str, out: &mut Written) -> Result<(), Error> {
        self.budget.take(text.len())?;
        out.text.push_str(text);
        Ok(())
    }

    fn interpolate(&mut self, interpolation: &Interpolation, out: &mut Written) -> Result<(), Error> {
        let value = self.value(&interpolation.expr)?;
        let detail = match convert::to_string(&value) {
            Ok(Value::String(text)) => return self.put(&text, out),
            Ok(Value::Unknown) => {
                out.known = false;
                return Ok(());
            }
            Ok(_) => "The expression result is null. Cannot include a null value in a string template.".to_string(),
            Err(error) => format!("Cannot include the given value in a string template: {}.", error.message),
        };
        Err(Error::new("Invalid template interpolation value", detail).at(&interpolation.expr))
    }

    fn write_if(&mut self, directive: &IfDirective, style: Style, out: &mut Written) -> Result<(), Error> {
        let (yes, end) = (&directive.if_expr, &directive.endif_expr);
        match (self.condition(&yes.cond_expr)?, &directive.else_expr) {
            (Some(true), no) => {
                let close = no.as_ref().map_or(end.strip, |no| no.strip);
                self.write(&yes.template, style, Edges::between(yes.strip, close), out)
            }
            (Some(false), Some(no)) => self.write(&no.template, style, Edges::between(no.strip, end.strip), out),
            (Some(false), None) => Ok(()),
            (None, _) => {
                out.known = false;
                Ok(())
            }
        }
    }

    fn write_for(&mut self, directive: &ForDirective, style: Style, out: &mut Written) -> Result<(), Error> {
        let (each, end) = (&directive.for_expr, &directive.endfor_expr);
        let Some(pairs) = self.iterate(&each.collection_expr)? else {
            out.known = false;
            return Ok(());
        };
        for (key, value) in pairs {
            let depth = self.names.len();
            if let Some(name) = &each.key_var {
                self.names.push((name.to_string(), key));
            }
            self.names.push((each.value_var.to_string(), value));
            let result = self.write(&each.template, style, Edges::between(each.strip, end.strip), out);
            self.names.truncate(depth);
            result?;
        }
        Ok(())
    }
}
