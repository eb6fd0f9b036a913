//! What a block of Terraform mentions, by the address of what it mentions.

use hcl_edit::expr::{Expression, ForExpr, ObjectKey, Traversal, TraversalOperator};
use hcl_edit::structure::{Attribute, Block};
use hcl_edit::template::ForDirective;
use hcl_edit::visit::{Visit, visit_expr};
use hcl_edit::{Ident, Span};

/// One mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The address as Terraform writes it: `aws_vpc.this`, `data.aws_region.this`, `local.name`, `var.tags`, `provider.aws`.
    pub to: String,
    /// The offset in the file where it stands.
    pub at: usize,
}

/// Collects references; knows which names are bound by `for` and `dynamic`.
#[derive(Default)]
pub(super) struct Collector {
    pub(super) found: Vec<Reference>,
    bound: Vec<String>,
    blocks: Vec<String>,
}

impl Collector {
    fn add(&mut self, to: String, place: &impl Span) {
        self.found.push(Reference { to, at: place.span().map_or(0, |span| span.start) });
    }

    fn is_bound(&self, name: &str) -> bool {
        matches!(name, "each" | "self" | "count" | "path" | "terraform" | "run")
            || self.bound.iter().any(|bound| bound == name)
    }

    fn traversal(&mut self, expression: &Expression, traversal: &Traversal) {
        for operator in &traversal.operators {
            if let TraversalOperator::Index(index) = operator.value() {
                self.visit_expr(index);
            }
        }
        let Expression::Variable(root) = &traversal.expr else { return self.visit_expr(&traversal.expr) };
        if self.is_bound(root.as_str()) {
            return;
        }
        let wanted = if matches!(root.as_str(), "data" | "ephemeral") { 2 } else { 1 };
        let mut address = root.to_string();
        for operator in traversal.operators.iter().take(wanted) {
            let TraversalOperator::GetAttr(name) = operator.value() else { break };
            address.push('.');
            address.push_str(name.as_str());
        }
        self.add(address, expression);
    }

    /// A provider is written `aws` or `aws.recovery`.
    fn provider(&mut self, value: &Expression) {
        let before = self.found.len();
        match value {
            Expression::Variable(_) => self.visit_expr(value),
            Expression::Traversal(traversal) => self.traversal(value, traversal),
            _ => {}
        }
        for reference in &mut self.found[before..] {
            reference.to.insert_str(0, "provider.");
        }
    }

    fn with_bound<'a>(&mut self, names: impl IntoIterator<Item = &'a Ident>, visit: impl FnOnce(&mut Self)) {
        let depth = self.bound.len();
        self.bound.extend(names.into_iter().map(|name| name.to_string()));
        visit(self);
        self.bound.truncate(depth);
    }

    fn dynamic_block(&mut self, block: &Block) {
        let iterator = match block.body.get_attribute("iterator") {
            Some(Attribute { value: Expression::Variable(name), .. }) => name.to_string(),
            _ => block.labels.first().map_or_else(String::new, |label| label.as_str().to_owned()),
        };
        // `for_each` stands outside of what the iterator is bound in.
        for attribute in block.body.attributes().filter(|attribute| attribute.has_key("for_each")) {
            self.visit_expr(&attribute.value);
        }
        self.bound.push(iterator);
        for attribute in block.body.attributes().filter(|attribute| attribute.has_key("labels")) {
            self.visit_expr(&attribute.value);
        }
        for content in block.body.blocks() {
            self.visit_body(&content.body);
        }
        self.bound.pop();
    }
}

impl Visit for Collector {
    fn visit_expr(&mut self, expression: &Expression) {
        match expression {
            Expression::Variable(name) if !self.is_bound(name.as_str()) => self.add(name.to_string(), expression),
            Expression::Variable(_) => {}
            Expression::Traversal(traversal) => self.traversal(expression, traversal),
            _ => visit_expr(self, expression),
        }
    }

    fn visit_for_expr(&mut self, expression: &ForExpr) {
        self.visit_expr(&expression.intro.collection_expr);
        let names = expression.intro.key_var.iter().map(|name| &**name).chain([&*expression.intro.value_var]);
        self.with_bound(names, |inside| {
            if let Some(key) = &expression.key_expr {
                inside.visit_expr(key);
            }
            inside.visit_expr(&expression.value_expr);
            if let Some(condition) = &expression.cond {
                inside.visit_expr(&condition.expr);
            }
        });
    }

    // The default visitor of this directive passes over its collection.
    fn visit_for_directive(&mut self, directive: &ForDirective) {
        let intro = &directive.for_expr;
        self.visit_expr(&intro.collection_expr);
        let names = intro.key_var.iter().map(|name| &**name).chain([&*intro.value_var]);
        self.with_bound(names, |inside| inside.visit_template(&intro.template));
    }

    fn visit_object_key(&mut self, key: &ObjectKey) {
        match key {
            // A bare word is a key, not a reference.
            ObjectKey::Ident(_) | ObjectKey::Expression(Expression::Variable(_)) => {}
            ObjectKey::Expression(expression) => self.visit_expr(expression),
        }
    }

    fn visit_block(&mut self, block: &Block) {
        if block.ident.as_str() == "dynamic" {
            return self.dynamic_block(block);
        }
        self.blocks.push(block.ident.to_string());
        self.visit_body(&block.body);
        self.blocks.pop();
    }

    fn visit_attr(&mut self, attribute: &Attribute) {
        let path: Vec<&str> = self.blocks.iter().map(String::as_str).collect();
        match (path.as_slice(), attribute.key.as_str()) {
            (["variable"], "type")
            | ([.., "lifecycle"], "ignore_changes")
            | (["moved" | "removed"], "from" | "to")
            | (["terraform", ..], _) => {}
            (["resource" | "data" | "ephemeral"], "provider") => self.provider(&attribute.value),
            _ => self.visit_expr(&attribute.value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Collector;
    use hcl_edit::visit::Visit;

    fn check(text: &str, expected: &[&str]) {
        let body = hcl_edit::parser::parse_body(text).expect("the text parses");
        let mut collector = Collector::default();
        collector.visit_body(&body);
        let mut found: Vec<&str> = collector.found.iter().map(|reference| reference.to.as_str()).collect();
        found.dedup();
        assert_eq!(found, expected);
    }

    #[test]
    fn mentions_are_addresses_of_blocks() {
        check(
            "resource \"a\" \"b\" {\n  x = aws_vpc.this.id\n  y = data.aws_region.this.name\n  z = var.tags[local.key]\n}\n",
            &["aws_vpc.this", "data.aws_region.this", "local.key", "var.tags"],
        );
    }

    #[test]
    fn names_bound_by_for_are_no_mentions() {
        check("x = { for k, v in var.m : k => v.name if v.on }\n", &["var.m"]);
        check("x = \"%{ for s in var.list }${s}%{ endfor }\"\n", &["var.list"]);
    }

    #[test]
    fn a_dynamic_block_binds_its_label() {
        check(
            "resource \"a\" \"b\" {\n  dynamic \"taint\" {\n    for_each = local.taints\n    content {\n      key = taint.value.key\n      x   = var.x\n    }\n  }\n}\n",
            &["local.taints", "var.x"],
        );
    }

    #[test]
    fn a_provider_is_a_mention_and_a_type_is_none() {
        check("resource \"a\" \"b\" {\n  provider = aws.recovery\n}\n", &["provider.aws.recovery"]);
        check("variable \"v\" {\n  type = map(string)\n}\n", &[]);
    }
}
