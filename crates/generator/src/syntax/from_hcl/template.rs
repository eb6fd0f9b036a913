//! Templates: what their literals contribute is settled here, so that evaluating only joins.

use super::super::{ForPart, IfPart, Kind, Part, Template};
use super::edges::Edges;
use super::expression::{expression, kind};
use super::literal::{self, Style};
use hcl_edit::template::{self as hcl, Directive, Element};

/// `"${value}"` is the value itself, of whatever type.
pub(super) fn quoted(template: &hcl::StringTemplate, at: usize) -> Kind {
    match template.as_single_element() {
        Some(Element::Interpolation(interpolation)) => kind(&interpolation.expr, at),
        _ => text(template, Style::Quoted, at),
    }
}

/// In `<<-`, a line without indentation that goes on with `${}` while later lines are indented loses its first
/// characters in the parser (hcl-edit 0.10.0), before anything here sees it.
pub(super) fn heredoc(heredoc: &hcl::HeredocTemplate, at: usize) -> Kind {
    let style = match heredoc.indent() {
        Some(removed) => literal::flush(&heredoc.template, removed),
        None => Style::Lines,
    };
    text(&heredoc.template, style, at)
}

/// A template without interpolations and directives is a string.
fn text(hcl: &hcl::Template, style: Style, at: usize) -> Kind {
    let template = Converter { style, at }.template(hcl, Edges::OUTERMOST);
    match template.parts.as_slice() {
        [] => Kind::String("".into()),
        [Part::Literal(text)] => Kind::String(text.clone()),
        _ => Kind::Template(template),
    }
}

impl From<&hcl::Template> for Template {
    /// A template that is a whole file.
    fn from(file: &hcl::Template) -> Template {
        Converter { style: Style::Lines, at: 0 }.template(file, Edges::OUTERMOST)
    }
}

/// What is the same for all parts of a template.
struct Converter {
    style: Style,
    /// Where the expression begins that the template is.
    at: usize,
}

impl Converter {
    fn template(&self, template: &hcl::Template, edges: Edges) -> Template {
        let mut parts = vec![];
        for (position, element) in template.iter().enumerate() {
            parts.push(match element {
                Element::Literal(text) => {
                    let text = literal::text(text.as_str(), self.style, edges.of_element(template, position));
                    if text.is_empty() {
                        continue;
                    }
                    Part::Literal(text.into())
                }
                Element::Interpolation(interpolation) => Part::Interpolation(expression(&interpolation.expr, self.at)),
                Element::Directive(directive) => match &**directive {
                    Directive::If(directive) => Part::If(Box::new(self.if_part(directive))),
                    Directive::For(directive) => Part::For(Box::new(self.for_part(directive))),
                },
            });
        }
        Template { parts }
    }

    fn if_part(&self, directive: &hcl::IfDirective) -> IfPart {
        let (yes, end) = (&directive.if_expr, &directive.endif_expr);
        let no = directive.else_expr.as_ref();
        let close = no.map_or(end.strip, |no| no.strip);
        IfPart {
            condition: expression(&yes.cond_expr, self.at),
            yes: self.template(&yes.template, Edges::between(yes.strip, close)),
            no: no.map(|no| self.template(&no.template, Edges::between(no.strip, end.strip))).unwrap_or_default(),
        }
    }

    fn for_part(&self, directive: &hcl::ForDirective) -> ForPart {
        let (each, end) = (&directive.for_expr, &directive.endfor_expr);
        ForPart {
            key: each.key_var.as_ref().map(|name| name.as_str().into()),
            value: each.value_var.as_str().into(),
            collection: expression(&each.collection_expr, self.at),
            each: self.template(&each.template, Edges::between(each.strip, end.strip)),
        }
    }
}
