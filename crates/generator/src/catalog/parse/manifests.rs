//! Reads the manifests: `catalog.hcl`, and `subsystem.hcl` of each subsystem.

use super::reader::{Reader, label};
use crate::catalog::{
    Choice, Component, ComponentIndex, Conflict, Cost, Edge, FindingRule, Hint, Inclusion, Lifecycle, Located, Node,
    Preparation, Preset, Status, Subsystem,
};
use crate::diagram::EdgeKind;
use crate::evaluate::Value;
use crate::findings::Severity;
use crate::sorted::{Map, Set};
use hcl_edit::Span;
use hcl_edit::structure::Block;

/// What has been read so far.
#[derive(Default)]
pub(super) struct Manifests {
    /// All ids, by component index: a manifest may name a component of a later one.
    ids: Vec<String>,
    pub(super) title: String,
    pub(super) bundle_name: Option<Located>,
    pub(super) subsystems: Vec<Subsystem>,
    pub(super) components: Vec<Component>,
    pub(super) choices: Vec<Choice>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) presets: Vec<Preset>,
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    pub(super) findings: Vec<FindingRule>,
    pub(super) costs: Vec<Cost>,
    pub(super) hints: Vec<Hint>,
    pub(super) preparations: Vec<Preparation>,
    pub(super) plumbing: Set<String>,
    pub(super) facts: Map<String, Value>,
}

impl Manifests {
    /// With an entry for each subsystem, so that indices hold whatever the manifests say.
    pub(super) fn new(subsystems: &[String], components: &[(usize, String)]) -> Manifests {
        let mut manifests = Manifests::default();
        manifests.ids.extend(components.iter().map(|(_, id)| id.clone()));
        for id in subsystems {
            let title = id.clone();
            let (summary, icon) = (String::new(), String::new());
            manifests.subsystems.push(Subsystem { id: id.clone(), title, summary, icon, hue: 0 });
        }
        manifests
    }

    /// What can be said only once all manifests are read: who is a member of which choice.
    pub(super) fn finish(&mut self) {
        for (index, choice) in self.choices.iter().enumerate() {
            for &member in &choice.members {
                if let Some(component) = self.components.get_mut(member) {
                    component.choice.get_or_insert(index);
                }
            }
        }
    }

    /// `catalog.hcl`.
    pub(super) fn read_catalog(&mut self, mut reader: Reader) {
        reader.only(&["title", "roots", "order", "bundle_name", "versions", "prices"]);
        self.title = reader.text("title");
        self.bundle_name = reader.expression("bundle_name");
        // In expressions one version or price is named, hence the singular.
        for (attribute, name) in [("versions", "version"), ("prices", "price")] {
            if let Some(value) = reader.value(attribute) {
                self.facts.insert(name.to_owned(), value);
            }
        }
        for block in reader.body.blocks() {
            match block.ident.as_str() {
                "preset" => {
                    let preset = preset(block, &mut reader.inside(block));
                    self.presets.push(preset);
                }
                "field" => self.hint(block, &mut reader.inside(block)),
                other => unknown_block(&mut reader, block, other),
            }
        }
    }

    /// `subsystem.hcl`.
    pub(super) fn read_subsystem(&mut self, mut reader: Reader, subsystem: usize) {
        reader.only(&[]);
        if reader.body.get_blocks("subsystem").count() != 1 {
            let says = format!("`subsystem \"{}\"` stands here once.", self.subsystems[subsystem].id);
            reader.problem(0, says);
        }
        for block in reader.body.blocks() {
            let mut inside = reader.inside(block);
            match block.ident.as_str() {
                "subsystem" => self.subsystem(block, &mut inside, subsystem),
                "component" => self.component(block, &mut inside, subsystem),
                "choice" => self.choice(block, &mut inside),
                "conflict" => self.conflict(&mut inside),
                "node" => self.node(block, &mut inside),
                "edge" => self.edge(block, &mut inside),
                "plumbing" => {
                    inside.only(&["addresses"]);
                    self.plumbing.extend(inside.texts("addresses"));
                }
                "finding" => self.finding(block, &mut inside),
                "cost" => self.cost(block, &mut inside),
                "prepare" => self.preparation(block, &mut inside),
                "field" => self.hint(block, &mut inside),
                other => unknown_block(&mut reader, block, other),
            }
        }
    }

    fn subsystem(&mut self, block: &Block, reader: &mut Reader, subsystem: usize) {
        reader.only(&["title", "summary", "icon", "hue"]);
        let hue = reader.value("hue").and_then(|hue| hue.as_number()).unwrap_or(0.0);
        let known = &mut self.subsystems[subsystem];
        if label(block) != known.id {
            let says = format!("A subsystem is named like its folder: `{}`, not `{}`.", known.id, label(block));
            reader.problem(start(block), says);
        }
        known.title = reader.text("title");
        known.summary = reader.text("summary");
        known.icon = reader.text("icon");
        known.hue = hue.clamp(0.0, 8.0) as u8;
    }

    fn component(&mut self, block: &Block, reader: &mut Reader, subsystem: usize) {
        reader.only(&["title", "summary", "include", "lifecycle"]);
        let inclusion = match reader.text("include").as_str() {
            "always" => Inclusion::Always,
            "default" => Inclusion::Default,
            "" | "optional" => Inclusion::Optional,
            _ => {
                reader.wrong("include", "\"always\", \"default\" or \"optional\"");
                Inclusion::Optional
            }
        };
        let id = label(block);
        if self.components.iter().any(|known| known.id == id) {
            reader.problem(start(block), format!("Component `{id}` is announced a second time."));
        }
        self.components.push(Component {
            id,
            title: reader.text("title"),
            summary: reader.text("summary"),
            subsystem,
            inclusion,
            choice: None,
            lifecycle: lifecycle(reader),
        });
    }

    fn choice(&mut self, block: &Block, reader: &mut Reader) {
        reader.only(&["title", "summary", "members", "default"]);
        let members = self.named(reader, "members");
        let default = reader.text("default");
        let Some(default) = self.index(&default).filter(|default| members.contains(default)) else {
            return reader.wrong("default", "one of the members");
        };
        for &member in &members {
            if let Some(other) = self.choices.iter().find(|choice| choice.members.contains(&member)) {
                let says = format!("`{}` is a member of the choice `{}` already.", self.ids[member], other.id);
                reader.problem(start(block), says);
            }
        }
        let (title, summary) = (reader.text("title"), reader.text("summary"));
        self.choices.push(Choice { id: label(block), title, summary, members, default });
    }

    fn conflict(&mut self, reader: &mut Reader) {
        reader.only(&["between", "says"]);
        let conflict = Conflict { between: self.named(reader, "between"), says: reader.text("says") };
        self.conflicts.push(conflict);
    }

    fn node(&mut self, block: &Block, reader: &mut Reader) {
        const ATTRIBUTES: &[&str] =
            &["component", "place", "kind", "icon", "label", "detail", "for_each", "when", "stands_for", "essential"];
        reader.only(ATTRIBUTES);
        let kind = reader.text("kind");
        if !matches!(kind.as_str(), "" | "leaf" | "container") {
            reader.wrong("kind", "\"leaf\" or \"container\"");
        }
        let Some(component) = self.owner(block, reader) else { return };
        self.nodes.push(Node {
            id: label(block),
            component,
            place: reader.expression("place"),
            container: kind == "container",
            icon: reader.text("icon"),
            label: reader.expression("label"),
            detail: reader.expression("detail"),
            for_each: reader.expression("for_each"),
            when: reader.expression("when"),
            stands_for: reader.texts("stands_for"),
            essential: reader.flag("essential"),
        });
    }

    fn edge(&mut self, block: &Block, reader: &mut Reader) {
        reader.only(&["component", "from", "to", "label", "says", "kind", "for_each", "when"]);
        let kind = reader.text("kind");
        if !kind.is_empty() && EdgeKind::named(&kind).is_none() {
            reader.wrong("kind", &format!("one of {}", EdgeKind::ALL.map(EdgeKind::name).join(", ")));
        }
        let Some(component) = self.owner(block, reader) else { return };
        self.edges.push(Edge {
            id: label(block),
            component,
            from: reader.expression("from"),
            to: reader.expression("to"),
            label: reader.expression("label"),
            says: reader.expression("says"),
            kind,
            for_each: reader.expression("for_each"),
            when: reader.expression("when"),
        });
    }

    fn finding(&mut self, block: &Block, reader: &mut Reader) {
        reader.only(&["component", "when", "severity", "says", "remedy", "field", "set", "switch"]);
        let severity = reader.text("severity");
        let Some(severity) = Severity::parse(&severity) else {
            return reader.wrong("severity", "\"error\", \"question\", \"warning\" or \"note\"");
        };
        let component = if reader.body.has_attribute("component") { self.owner(block, reader) } else { None };
        self.findings.push(FindingRule {
            name: label(block),
            component,
            severity,
            when: reader.expression("when"),
            says: reader.expression("says"),
            remedy: reader.expression("remedy"),
            field: reader.optional_text("field"),
            set: reader.expression("set"),
            switch: self.named(reader, "switch"),
        });
    }

    fn cost(&mut self, block: &Block, reader: &mut Reader) {
        reader.only(&["component", "monthly", "says"]);
        let Some(component) = self.owner(block, reader) else { return };
        let (monthly, says) = (reader.expression("monthly"), reader.expression("says"));
        self.costs.push(Cost { name: label(block), component, monthly, says });
    }

    fn preparation(&mut self, block: &Block, reader: &mut Reader) {
        reader.only(&["component", "when", "says"]);
        let Some(component) = self.owner(block, reader) else { return };
        let (when, says) = (reader.expression("when"), reader.expression("says"));
        self.preparations.push(Preparation { name: label(block), component, when, says });
    }

    fn hint(&mut self, block: &Block, reader: &mut Reader) {
        reader.only(&["suggests", "shows"]);
        let (suggests, shows) = (reader.expression("suggests"), reader.expression("shows"));
        self.hints.push(Hint { field: label(block), suggests, shows });
    }

    /// The component that a block belongs to.
    fn owner(&self, block: &Block, reader: &mut Reader) -> Option<ComponentIndex> {
        let id = reader.text("component");
        let index = self.index(&id);
        if index.is_none() {
            let at = start(block);
            reader.problem(at, format!("`component` names the component that this belongs to; there is no `{id}`."));
        }
        index
    }

    fn named(&self, reader: &mut Reader, attribute: &str) -> Vec<ComponentIndex> {
        let mut named = vec![];
        for id in reader.texts(attribute) {
            match self.index(&id) {
                Some(index) => named.push(index),
                None => reader.wrong(attribute, "a list of component ids"),
            }
        }
        named
    }

    fn index(&self, id: &str) -> Option<ComponentIndex> {
        self.ids.iter().position(|known| known == id)
    }
}

fn preset(block: &Block, reader: &mut Reader) -> Preset {
    reader.only(&["title", "summary", "components", "choices", "values"]);
    let (mut components, mut choices, mut values) = (Map::new(), Map::new(), Map::new());
    for (id, is_in) in reader.entries("components") {
        match is_in.as_bool() {
            Some(is_in) => _ = components.insert(id, is_in),
            None => reader.wrong("components", "a map from component ids to true or false"),
        }
    }
    for (id, member) in reader.entries("choices") {
        choices.insert(id, member.display());
    }
    for (name, value) in reader.entries("values") {
        values.insert(name, value);
    }
    let (title, summary) = (reader.text("title"), reader.text("summary"));
    Preset { id: label(block), title, summary, components, choices, values }
}

fn lifecycle(reader: &mut Reader) -> Lifecycle {
    let mut lifecycle = Lifecycle { status: Status::Supported, since: None, source: None, says: None };
    for (key, value) in reader.entries("lifecycle") {
        let text = value.as_str().map(str::to_owned);
        match (key.as_str(), text.as_deref()) {
            ("status", Some("supported")) => lifecycle.status = Status::Supported,
            ("status", Some("deprecated")) => lifecycle.status = Status::Deprecated,
            ("status", Some("ended")) => lifecycle.status = Status::Ended,
            ("since", Some(_)) => lifecycle.since = text,
            ("source", Some(_)) => lifecycle.source = text,
            ("says", Some(_)) => lifecycle.says = text,
            _ => reader.wrong("lifecycle", "an object of `status`, `since`, `source` and `says`"),
        }
    }
    lifecycle
}

fn unknown_block(reader: &mut Reader, block: &Block, name: &str) {
    reader.problem(start(block), format!("A block `{name}` is not read here."));
}

fn start(block: &Block) -> usize {
    block.span().map_or(0, |span| span.start)
}
