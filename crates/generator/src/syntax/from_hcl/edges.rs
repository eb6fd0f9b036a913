//! Where `~` stands, seen from the text beside it.

use hcl_edit::template::{Directive, Element, Strip, Template};

/// What stands on both sides of a literal, or of a template inside a directive.
#[derive(Clone, Copy)]
pub struct Edges {
    pub strip_start: bool,
    pub strip_end: bool,
    /// Inside a directive.
    pub nested: bool,
    /// Something other than the end of the template follows.
    pub followed: bool,
    /// Nothing precedes.
    pub first: bool,
}

impl Edges {
    pub const OUTERMOST: Edges =
        Edges { strip_start: false, strip_end: false, nested: false, followed: false, first: true };

    /// Of a template between two markers, such as `%{if}` and `%{endif}`.
    pub fn between(open: Strip, close: Strip) -> Edges {
        Edges {
            strip_start: strips_after(open),
            strip_end: strips_before(close),
            nested: true,
            followed: true,
            first: false,
        }
    }

    /// Of one element of the template that has these edges.
    pub fn of_element(self, template: &Template, position: usize) -> Edges {
        let mut edges = self;
        if let Some(before) = position.checked_sub(1).and_then(|position| template.get(position)) {
            edges.strip_start = match before {
                Element::Literal(_) => false,
                Element::Interpolation(interpolation) => strips_after(interpolation.strip),
                Element::Directive(directive) => match &**directive {
                    Directive::If(directive) => strips_after(directive.endif_expr.strip),
                    Directive::For(directive) => strips_after(directive.endfor_expr.strip),
                },
            };
            edges.first = false;
        }
        if let Some(after) = template.get(position + 1) {
            edges.strip_end = match after {
                Element::Literal(_) => false,
                Element::Interpolation(interpolation) => strips_before(interpolation.strip),
                Element::Directive(directive) => match &**directive {
                    Directive::If(directive) => strips_before(directive.if_expr.strip),
                    Directive::For(directive) => strips_before(directive.for_expr.strip),
                },
            };
            edges.followed = true;
        }
        edges
    }
}

fn strips_before(strip: Strip) -> bool {
    matches!(strip, Strip::Start | Strip::Both)
}

fn strips_after(strip: Strip) -> bool {
    matches!(strip, Strip::End | Strip::Both)
}
