use super::{Carry, Kind, colour};
use crate::Language;

/// Colours lines, and writes each piece that has a colour as its first letter and itself.
fn shown(language: Language, text: &str) -> String {
    let (mut shown, mut whole) = (String::new(), String::new());
    let mut carry = Carry::Nothing;
    for line in text.split_inclusive('\n') {
        carry = colour(language, &carry, line, &mut |kind, piece| {
            whole.push_str(piece);
            if kind == Kind::Plain || piece.is_empty() {
                shown.push_str(piece);
            } else {
                let letter = format!("{kind:?}").to_lowercase().remove(0);
                shown.push_str(&format!("{letter}[{}]", piece.trim_end_matches('\n')));
                shown.push_str(if piece.ends_with('\n') { "\n" } else { "" });
            }
        });
    }
    assert_eq!(whole, text, "no letter is lost");
    shown
}

#[track_caller]
fn check(language: Language, text: &str, expected: &str) {
    assert_eq!(shown(language, text), expected);
}

#[test]
fn blocks_attributes_and_values_of_terraform() {
    check(Language::Hcl, "resource \"x\" \"y\" {\n", "k[resource] s[\"x\"] s[\"y\"] {\n");
    check(Language::Hcl, "  count = var.on ? 2 : 0 # why\n", "  n[count] = var.on ? n[2] : n[0] c[# why]\n");
    check(Language::Hcl, "tags = { Name = true, b = null }", "n[tags] = { n[Name] = n[true], n[b] = n[null] }");
    check(Language::Hcl, "validation {", "k[validation] {");
    check(Language::Hcl, "x = a == b", "n[x] = a == b");
    check(Language::Hcl, "// old", "c[// old]");
}

#[test]
fn what_is_interpolated_is_code() {
    check(Language::Hcl, "a = \"x-${f(\"y\", 1)}-$${z}\"", "n[a] = s[\"x-]${f(s[\"y\"], n[1])s[}-$${z}\"]");
    check(Language::Hcl, "a = \"${open", "n[a] = s[\"]${open");
}

#[test]
fn a_heredoc_goes_on_to_its_word() {
    check(Language::Hcl, "a = <<-EOT\n  b = 1\n  EOT\nc = 1\n", "n[a] = <<-EOT\ns[  b = 1]\ns[  EOT]\nn[c] = n[1]\n");
    check(Language::Shell, "cat <<'END'\nif $x\nEND\nfi\n", "cat <<s[']s[END']\ns[if $x]\ns[END]\nk[fi]\n");
}

#[test]
fn keys_and_values_of_yaml() {
    check(Language::Yaml, "kind: Rollout # why\n", "n[kind]: Rollout c[# why]\n");
    check(Language::Yaml, "  - name: \"a\"\n", "  - n[name]: s[\"a\"]\n");
    check(Language::Yaml, "image: registry/x:1.2\n", "n[image]: registry/x:n[1.2]\n");
    check(Language::Yaml, "a: {{ .Values.b | quote }}", "n[a]: k[{{ .Values.b | quote }}]");
    check(Language::Yaml, "argocd.io/wave: '1'\nsay: don't\n", "n[argocd.io/wave]: s['1']\nn[say]: don't\n");
}

#[test]
fn keys_and_values_of_json() {
    check(Language::Json, "  \"a\": [\"b # c\", 1, true]", "  n[\"a\"]: [s[\"b # c\"], n[1], n[true]]");
}

#[test]
fn words_variables_and_quotes_of_scripts() {
    check(
        Language::Shell,
        "if [ \"$a\" = 1 ]; then exit 2; fi",
        "k[if] [ s[\"]n[$a]s[\"] = n[1] ]; k[then] k[exit] n[2]; k[fi]",
    );
    check(Language::Shell, "name=${1:-x} # why", "n[name]=n[${1:-x}] c[# why]");
    check(Language::Shell, "say 'a\nb # c' d\n", "say s[']s[a]\ns[b # c'] d\n");
    check(Language::Shell, "echo \\\"x#y", "echo \\\"x#y");
}

#[test]
fn headings_and_code_of_markdown() {
    check(Language::Markdown, "# A\nsay `x` and ` y\n", "n[# A]\nsay s[`x`] and ` y\n");
    check(Language::Markdown, "```sh\n# x\n```\n# y\n", "s[```sh]\ns[# x]\ns[```]\nn[# y]\n");
}

#[test]
fn other_letters_are_left_as_they_are() {
    for language in
        [Language::Hcl, Language::Yaml, Language::Json, Language::Shell, Language::Settings, Language::Plain]
    {
        for text in [
            "\u{e4} = \"\u{1f600}\\\"\n",
            "\\",
            "\\\u{e4}",
            "$",
            "\"\\\u{e4}",
            "'",
            "<<",
            "{{",
            "a\u{a0}#b",
            "${",
            "\"${\u{e4}",
        ] {
            shown(language, text);
        }
    }
}

#[test]
fn what_is_nested_without_end_is_plain() {
    let line = format!("\"{}", "${\\\"".repeat(80_000));
    for language in [Language::Json, Language::Hcl, Language::Yaml, Language::Shell] {
        let mut pieces = 0;
        assert_eq!(colour(language, &Carry::Nothing, &line, &mut |_, text| pieces += text.len()), Carry::Nothing);
        assert_eq!(pieces, line.len());
    }
}
