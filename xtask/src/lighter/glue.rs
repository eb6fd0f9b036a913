//! The JavaScript between the browser and the program, as wasm-bindgen writes it.

use std::collections::{BTreeMap, BTreeSet};

use crate::steps::Stop;

const IMPORTS: &str = "function __wbg_get_imports() {\n";

/// Without the classes that libraries hand to JavaScript, for nobody uses them here.
pub fn without_classes(js: &str) -> Result<String, Stop> {
    let begin = js.find(IMPORTS).ok_or("wasm-bindgen writes other JavaScript than is known".to_string())?;
    let mut of_class = false;
    Ok(kept(&js[begin..], |line| {
        of_class |= line.starts_with("const ") && line.contains("Finalization = ");
        let is_kept = !of_class;
        of_class &= !line.ends_with(";\n");
        is_kept
    }))
}

/// With those functions alone that the program still imports; each ends where the next begins, or with the object of them all.
pub fn with_imports(js: &str, names: &BTreeMap<String, String>) -> String {
    let mut is_used = true;
    kept(js, |line| {
        let name = line.strip_prefix("        ").and_then(|entry| entry.split_once(": function("));
        is_used = name.map_or(is_used || *line == "    };\n", |(name, _)| names.contains_key(name));
        is_used
    })
}

/// Without comments and indentation.
pub fn narrow(js: &str) -> String {
    let text = |line: &str| !line.is_empty() && !["//", "/*", "*"].iter().any(|comment| line.starts_with(comment));
    js.lines().map(str::trim_start).filter(|line| text(line)).fold(String::new(), |js, line| js + line + "\n")
}

fn kept(js: &str, is_kept: impl FnMut(&&str) -> bool) -> String {
    js.split_inclusive('\n').filter(is_kept).collect()
}

pub fn identifiers(js: &str) -> BTreeSet<&str> {
    js.split(|letter| !is_of_name(letter)).collect()
}

pub fn renamed(js: &str, names: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    for piece in js.split_inclusive(|letter| !is_of_name(letter)) {
        let name = piece.trim_end_matches(|letter| !is_of_name(letter));
        text += names.get(name).map_or(name, String::as_str);
        text += &piece[name.len()..];
    }
    text
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "\
export class Reader {
    free() { wasm.__wbg_reader_free(this); }
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_used_1: function(arg0) {
            // A cast.
            const ret = wasm.__wbindgen_free(arg0);
            const done = () => {
            };
            return ret;
        },
        __wbg_unused_2: function() { return handleError(function (arg0) {
            const read = {
            };
            arg0.read(read);
        }, arguments); },
    };
}
const ReaderFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_reader_free(ptr, 1));

function isLikeNone(x) {
    return x === undefined;
}
";

    #[test]
    fn what_nobody_uses_is_left_out_and_names_are_short() {
        let js = without_classes(WRITTEN).expect("it has imports");
        assert!(!identifiers(&js).contains("__wbg_reader_free"));
        let names =
            [("__wbg_used_1", "$0"), ("__wbindgen_free", "$1")].map(|(old, new)| (old.to_string(), new.to_string()));
        let names = BTreeMap::from(names);
        let expected = "\
function __wbg_get_imports() {
const import0 = {
__proto__: null,
$0: function(arg0) {
const ret = wasm.$1(arg0);
const done = () => {
};
return ret;
},
};
}
function isLikeNone(x) {
return x === undefined;
}
";
        assert_eq!(narrow(&renamed(&with_imports(&js, &names), &names)), expected);
    }
}
