//! The findings that no manifest describes: they are about drafts and catalogs as such.

/// Name, and what it is about.
pub const OWN: &[(&str, &str)] = &[
    (
        "catalog-expression",
        "An expression of the catalog cannot be evaluated: a mistake in the catalog, not in the draft.",
    ),
    ("choice-contradicted", "A component needs a member of a choice that was not taken."),
    ("choice-not-in", "A member of a choice was taken that nothing on the platform needs."),
    ("conflict", "Components are in that cannot run together."),
    ("deprecated-component", "A component is in that its makers have announced to end."),
    ("draft-not-understood", "A part of the draft has a shape that drafts do not have, and was left out."),
    ("ended-component", "A component is in that its makers have ended, and that was acknowledged."),
    (
        "ended-component-not-acknowledged",
        "A component that its makers have ended goes into a bundle only if it is acknowledged by name.",
    ),
    ("link-repaired", "A link was damaged on its way, or is of another version: what could be read of it was kept."),
    ("secret-in-draft", "A secret was given a value: it is not used, and belongs into the environment when applying."),
    (
        "switch-not-used",
        "The draft switches a component that a choice decides about, or that is part of every platform.",
    ),
    (
        "template-not-filled-in",
        "A document's template cannot be filled in: a mistake in the catalog, and the bundle would lack the document.",
    ),
    ("unknown-member", "A choice was given a member that it does not have."),
    ("unknown-name", "The draft names a component, choice or variable that the catalog does not have."),
    (
        "value-missing",
        "A variable without a default has no value yet: the bundle lists it, and terraform plan asks for it.",
    ),
    (
        "value-refused",
        "A value has the wrong type, or a validation of its variable refuses it, as terraform plan would.",
    ),
];

#[cfg(test)]
mod tests {
    use super::OWN;

    #[test]
    fn they_are_in_order_and_sentences() {
        assert!(OWN.is_sorted());
        assert!(OWN.iter().all(|(_, says)| says.ends_with('.')));
    }
}
