//! Templates: what their literals contribute is settled here, so that evaluating only joins.

use super::super::{ForPart, IfPart, Kind, Part, Template};
use super::edges::Edges;
use super::literal::{self, Style};
use hcl_edit::template::{self as hcl, Directive, Element};

/// `"${value}"` is the value itself, of whatever type.
pub(super) fn quoted(template: &hcl::StringTemplate) -> Kind {
    match template.as_single_element() {
        Some(Element::Interpolation(interpolation)) => super::Expression::from(&interpolation.expr).kind,
        _ => text(template, Style::Quoted),
    }
}

/// In `<<-`, a line without indentation that goes on with `${}` while later lines are indented loses its first
/// characters in the parser (hcl-edit 0.10.0), before anything here sees it.
pub(super) fn heredoc(heredoc: &hcl::HeredocTemplate) -> Kind {
    let style = match heredoc.indent() {
        Some(removed) => literal::flush(&heredoc.template, removed),
        None => Style::Lines,
    };
    text(&heredoc.template, style)
}

/// A template without interpolations and directives is a string.
fn text(hcl: &hcl::Template, style: Style) -> Kind {
    let template = template(hcl, style, Edges::OUTERMOST);
    match template.parts.as_slice() {
        [] => Kind::String("".into()),
        [Part::Literal(text)] => Kind::String(text.clone()),
        _ => Kind::Template(template),
    }
}

impl From<&hcl::Template> for Template {
    /// A template that is a whole file.
    fn from(file: &hcl::Template) -> Template {
        template(file, Style::Lines, Edges::OUTERMOST)
    }
}

fn template(template: &hcl::Template, style: Style, edges: Edges) -> Template {
    let mut parts = vec![];
    for (position, element) in template.iter().enumerate() {
        parts.push(match element {
            Element::Literal(text) => {
                let text = literal::text(text.as_str(), style, edges.of_element(template, position));
                if text.is_empty() {
                    continue;
                }
                Part::Literal(text.into())
            }
            Element::Interpolation(interpolation) => Part::Interpolation((&interpolation.expr).into()),
            Element::Directive(directive) => match &**directive {
                Directive::If(directive) => Part::If(Box::new(if_part(directive, style))),
                Directive::For(directive) => Part::For(Box::new(for_part(directive, style))),
            },
        });
    }
    Template { parts }
}

fn if_part(directive: &hcl::IfDirective, style: Style) -> IfPart {
    let (yes, end) = (&directive.if_expr, &directive.endif_expr);
    let close = directive.else_expr.as_ref().map_or(end.strip, |no| no.strip);
    let no = directive.else_expr.as_ref();
    IfPart {
        condition: (&yes.cond_expr).into(),
        yes: template(&yes.template, style, Edges::between(yes.strip, close)),
        no: no.map(|no| template(&no.template, style, Edges::between(no.strip, end.strip))).unwrap_or_default(),
    }
}

fn for_part(directive: &hcl::ForDirective, style: Style) -> ForPart {
    let (each, end) = (&directive.for_expr, &directive.endfor_expr);
    ForPart {
        key: each.key_var.as_ref().map(|name| name.as_str().into()),
        value: each.value_var.as_str().into(),
        collection: (&each.collection_expr).into(),
        each: template(&each.template, style, Edges::between(each.strip, end.strip)),
    }
}
