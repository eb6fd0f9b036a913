//! Terraform's functions: one table per family.

mod addresses;
mod call;
mod conversion;
mod encoding;
mod format;
mod function;
mod mappings;
mod numbers;
mod regex;
mod search;
mod sequences;
mod sets;
mod strings;
mod text;
mod yaml;

pub use call::{Call, Failure, run};
pub use function::Function;

use super::{Type, Value, convert, number};
use call::{NOT_WHOLE, Outcome, fail, is_among, refuse, to_same_type};
use function::{Parameter, Takes, Unknown, function, parameter};

/// All functions with their code. A program that names some of them holds the code of no others.
pub const FAMILIES: &[&[Function]] = &[
    addresses::FUNCTIONS,
    conversion::FUNCTIONS,
    encoding::FUNCTIONS,
    format::FUNCTIONS,
    mappings::FUNCTIONS,
    numbers::FUNCTIONS,
    regex::FUNCTIONS,
    search::FUNCTIONS,
    sequences::FUNCTIONS,
    sets::FUNCTIONS,
    strings::FUNCTIONS,
];

/// Every function that is evaluated, sorted.
#[rustfmt::skip]
pub const FUNCTIONS: &[&str] = &[
    "abs", "alltrue", "anytrue", "base64decode", "base64encode", "can", "ceil", "chomp", "chunklist", "cidrhost",
    "cidrnetmask", "cidrsubnet", "cidrsubnets", "coalesce", "coalescelist", "compact", "concat", "contains",
    "distinct", "element", "endswith", "flatten", "floor", "format", "formatlist", "indent", "index", "join",
    "jsondecode", "jsonencode", "keys", "length", "log", "lookup", "lower", "matchkeys", "max", "merge", "min",
    "nonsensitive", "one", "parseint", "pow", "range", "regex", "regexall", "replace", "reverse", "sensitive",
    "setintersection", "setproduct", "setsubtract", "setunion", "sha256", "signum", "slice", "sort", "split",
    "startswith", "strcontains", "strrev", "substr", "sum", "title", "tobool", "tolist", "tomap", "tonumber", "toset",
    "tostring", "transpose", "trim", "trimprefix", "trimspace", "trimsuffix", "try", "upper", "urlencode", "values",
    "yamlencode", "zipmap",
];

/// Terraform has them; here their results are unknown: they read files, the clock or chance, or nobody needs them.
#[rustfmt::skip]
pub const NOT_EVALUATED: &[&str] = &[
    "abspath", "base64gzip", "base64sha256", "base64sha512", "basename", "bcrypt", "csvdecode", "dirname",
    "ephemeralasnull", "file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5",
    "fileset", "filesha1", "filesha256", "filesha512", "formatdate", "issensitive", "md5", "pathexpand",
    "plantimestamp", "rsadecrypt", "sha1", "sha512", "templatefile", "templatestring", "textdecodebase64",
    "textencodebase64", "timeadd", "timecmp", "timestamp", "uuid", "uuidv5", "yamldecode",
];

/// Any function where expressions are parsed. A program without the parser evaluates those of its catalog alone.
pub fn find(name: &str) -> Option<&'static Function> {
    let families = if cfg!(feature = "parse") { FAMILIES } else { &[] };
    families.iter().find_map(|family| named(family, name))
}

pub fn named<'a>(functions: &'a [Function], name: &str) -> Option<&'a Function> {
    functions.iter().find(|function| function.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_names_is_the_tables() {
        let mut names: Vec<_> =
            FAMILIES.iter().flat_map(|family| family.iter()).map(|function| function.name).collect();
        names.extend(["can", "try"]);
        names.sort_unstable();
        assert_eq!(names, FUNCTIONS);
        assert!(NOT_EVALUATED.is_sorted() && NOT_EVALUATED.iter().all(|name| !FUNCTIONS.contains(name)));
    }
}
