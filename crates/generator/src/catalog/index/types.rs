//! What of each type is in an index, in which order. A field that is missing here does not compile.

use super::bytes::Reader;
use super::entry::Entry;
use crate::catalog::{
    Catalog, Choice, Component, Conflict, Cost, Edge, FindingRule, Graph, Hint, Inclusion, Item, Lifecycle, Link,
    Local, Located, Needed, Node, Owner, Part as ValuePart, Preparation, Preset, Requirement, Role, Source, Status,
    Subsystem, Validation, Variable,
};
use crate::evaluate::{Field, MappingKind, SequenceKind, Type, Value};
use crate::findings::Severity;
use crate::slice::{Kind as Block, Mark, Pieces};
use crate::syntax::{
    Binary, BinaryOperator, Call, Conditional, Expression, For, ForPart, IfPart, Kind, Part, Step, Template, Traversal,
    Unary, UnaryOperator,
};

/// A struct: its fields, one after the other; those after `but` are not written, and read as their defaults.
macro_rules! structure {
    ($name:ident { $($field:ident),* } $(but $($left_out:ident),*)?) => {
        impl Entry for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                $(self.$field.write(bytes);)*
            }

            fn read(reader: &mut Reader) -> Self {
                $name { $($field: Entry::read(reader),)* $($($left_out: Default::default()),*)? }
            }
        }
    };
}

/// An enum: the number of the variant, then what is in it.
macro_rules! alternatives {
    ($name:ident { $($variant:ident $(($($part:ident),*))? $({ $($field:ident),* })?),* }) => {
        impl Entry for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                let mut number = 0;
                $(
                    if let $name::$variant $(($($part),*))? $({ $($field),* })? = self {
                        bytes.push(number);
                        $($($part.write(bytes);)*)?
                        $($($field.write(bytes);)*)?
                        return;
                    }
                    number += 1;
                )*
                let _ = number;
            }

            fn read(reader: &mut Reader) -> Self {
                let mut found = reader.byte();
                loop {
                    let mut number = 0;
                    $(
                        if found == number {
                            $($(let $part = Entry::read(reader);)*)?
                            $($(let $field = Entry::read(reader);)*)?
                            return $name::$variant $(($($part),*))? $({ $($field),* })?;
                        }
                        number += 1;
                    )*
                    // No such variant: the reader is broken, and what is read does not matter.
                    reader.broken = true;
                    found = 0;
                    let _ = number;
                }
            }
        }
    };
}

structure!(Graph { items, marks, pieces });
structure!(Item { source, owner, root, kind, address, lines, only_if, links });
structure!(Link { address, to, only_if, looked_up });
structure!(Local { item, expression });
structure!(Located { expression, source });
structure!(Subsystem { id, title, summary, icon, hue });
structure!(Component { id, title, summary, subsystem, inclusion, choice, lifecycle });
structure!(Lifecycle { status, since, source, says });
structure!(Choice { id, title, summary, members, default });
structure!(Conflict { between, says });
structure!(Preset { id, title, summary, components, choices, values });
structure!(Node { id, component, place, container, icon, label, detail, for_each, when, stands_for, essential });
structure!(Edge { id, component, from, to, label, says, kind, for_each, when });
structure!(FindingRule { name, component, severity, when, says, remedy, field, set, switch });
structure!(Preparation { name, component, when, says });
structure!(Hint { field, suggests, shows });
structure!(Cost { name, component, monthly, says });
structure!(Catalog { title, roots, subsystems, components, choices, conflicts, presets, variables, examples, nodes, edges, findings, costs, preparations, hints, plumbing, facts, bundle_name, sources, locals, graph, requirements, digest } but functions, problems);
structure!(Requirement { needs, with, file, address, looked_up });
structure!(Source { path, text, owner, role, ships_as, template });
structure!(Variable {
    name,
    owner,
    ty,
    description,
    default,
    nullable,
    sensitive,
    ephemeral,
    validations,
    parts,
    source,
    offset
});
structure!(ValuePart { path, description, options, least, most, is_whole });
structure!(Validation { condition, error_message });
structure!(Field { ty, optional, default });
structure!(Mark { component, at, node, comment });
structure!(Pieces { locals, providers });
structure!(Expression { span, kind });
structure!(Traversal { from, steps });
structure!(Call { function, arguments, expands_last });
structure!(Conditional { condition, yes, no });
structure!(Unary { operator, operand });
structure!(Binary { operator, left, right });
structure!(For { key, value, collection, into_key, element, groups, condition });
structure!(Template { parts });
structure!(IfPart { condition, yes, no });
structure!(ForPart { key, value, collection, each });
alternatives!(Inclusion { Always, Default, Optional });
alternatives!(Status { Supported, Deprecated, Ended });
alternatives!(Needed { Component(a), Choice(a) });
alternatives!(Owner { Catalog, Root(a), Subsystem(a), Component(a) });
alternatives!(Role { Manifest, Terraform { root }, Test, Examples, Template, Verbatim });
alternatives!(Type { Any, String, Number, Bool, List(a), Set(a), Map(a), Tuple(a), Object(a) });
alternatives!(Value { Unknown, Null, Bool(a), Number(a), String(a), Sequence(a, b), Mapping(a, b) });
alternatives!(SequenceKind { Tuple, List, Set });
alternatives!(MappingKind { Object, Map });
alternatives!(Severity { Error, Question, Warning, Note });
alternatives!(Block { Resource, Data, Ephemeral, Local, Variable, Output, Provider, Terraform, Other });
alternatives!(Kind { Null, Bool(a), Number(a), String(a), Name(a), Tuple(a), Object(a), Template(a), Traversal(a), Call(a), Conditional(a), Unary(a), Binary(a), For(a) });
alternatives!(Step { Attribute(a), Index(a), LegacyIndex(a), AttributeSplat, FullSplat });
alternatives!(UnaryOperator { Not, Negate });
alternatives!(BinaryOperator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    And,
    Or
});
alternatives!(Part { Literal(a), Interpolation(a), If(a), For(a) });
