//! What manifests say, as they say it: expressions are kept, and evaluated for each draft.

use super::ComponentIndex;
use crate::evaluate::Value;
use crate::findings::Severity;
use crate::sorted::Map;
use crate::syntax::Expression;

/// An expression, and the file it stands in (an index into `Catalog::sources`).
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    pub expression: Expression,
    pub source: usize,
}

/// A group of components that one decides about together.
#[derive(Debug, Clone, PartialEq)]
pub struct Subsystem {
    pub id: String,
    pub title: String,
    /// One sentence.
    pub summary: String,
    pub icon: String,
    /// 1 to 8: one of the page's quiet hues.
    pub hue: u8,
}

/// The unit of choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// The name of its folder.
    pub id: String,
    pub title: String,
    pub summary: String,
    pub subsystem: usize,
    pub inclusion: Inclusion,
    /// The choice that it is a member of, by its index.
    pub choice: Option<usize>,
    pub lifecycle: Lifecycle,
}

/// Whether a component is in when nobody says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inclusion {
    Always,
    Default,
    Optional,
}

/// Where a component is in its life, by what its makers say.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifecycle {
    pub status: Status,
    /// A date, `2026-09-30`.
    pub since: Option<String>,
    /// The address of the statement.
    pub source: Option<String>,
    /// What to do about it.
    pub says: Option<String>,
}

/// As its makers say; what has ended has to be acknowledged by whoever chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Supported,
    Deprecated,
    Ended,
}

/// Several components of which exactly one is in as soon as the choice is: that is when a member is in `always`, or when
/// something that is in requires the choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub members: Vec<ComponentIndex>,
    pub default: ComponentIndex,
}

/// Components that cannot be in together.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub between: Vec<ComponentIndex>,
    pub says: String,
}

/// A draft to start from.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub components: Map<String, bool>,
    pub choices: Map<String, String>,
    pub values: Map<String, Value>,
}

/// A box of the picture, or one for each element of a collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub id: String,
    pub component: ComponentIndex,
    /// The id of the box around it.
    pub place: Option<Located>,
    pub container: bool,
    pub icon: String,
    pub label: Option<Located>,
    pub detail: Option<Located>,
    pub for_each: Option<Located>,
    pub when: Option<Located>,
    /// Addresses of resources.
    pub stands_for: Vec<String>,
    /// Without it nobody would know the platform: where room is scarce, it is among the last to go.
    pub essential: bool,
}

/// A line of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub id: String,
    pub component: ComponentIndex,
    pub from: Option<Located>,
    pub to: Option<Located>,
    pub label: Option<Located>,
    /// The sentence, where "from label to" is none.
    pub says: Option<Located>,
    pub kind: String,
    pub for_each: Option<Located>,
    pub when: Option<Located>,
}

/// Something to know about a choice or a value.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRule {
    /// The name of the thing found, after "there is a ...".
    pub name: String,
    pub component: Option<ComponentIndex>,
    pub severity: Severity,
    pub when: Option<Located>,
    pub says: Option<Located>,
    pub remedy: Option<Located>,
    /// The variable to change.
    pub field: Option<String>,
    /// The values that mend it in one click.
    pub set: Option<Located>,
    /// Components each of which mends it by being switched on.
    pub switch: Vec<ComponentIndex>,
}

/// Something that has to exist before the first apply, and is not made here.
#[derive(Debug, Clone, PartialEq)]
pub struct Preparation {
    pub name: String,
    pub component: ComponentIndex,
    pub when: Option<Located>,
    pub says: Option<Located>,
}

/// What something costs a month, in US dollars, list price.
#[derive(Debug, Clone, PartialEq)]
pub struct Cost {
    pub name: String,
    pub component: ComponentIndex,
    pub monthly: Option<Located>,
    pub says: Option<Located>,
}

/// What a form offers at a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// A variable, or a part of its value: `node_groups.*.instance_types.*`.
    pub field: String,
    /// Values to choose from; any other can be typed. Of a map the keys, with what to say about each.
    pub suggests: Option<Located>,
    /// What follows from the value, by name.
    pub shows: Option<Located>,
}
