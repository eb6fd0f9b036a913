use super::{Align, Block, Inline, parse, sections};

/// Blocks as one writes HTML, to compare at a glance.
fn shown(text: &str) -> String {
    parse(text).iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, says) => format!("<h{level}>{}</h{level}>", line(says)),
        Block::Paragraph(says) => format!("<p>{}</p>", line(says)),
        Block::Code(language, text) => format!("<pre {language}>{text}</pre>"),
        Block::List(number, entries) => {
            let tag = number.map_or("ul".to_owned(), |number| format!("ol {number}"));
            let entries: String = entries
                .iter()
                .map(|inside| format!("<li>{}</li>", inside.iter().map(self::block).collect::<String>()))
                .collect();
            format!("<{tag}>{entries}</{}>", &tag[..2])
        }
        Block::Table(aligns, rows) => {
            let cell = |(at, says): (usize, &Vec<Inline>)| {
                format!("<td{}>{}</td>", if aligns.get(at) == Some(&Align::End) { " end" } else { "" }, line(says))
            };
            let rows: String = (rows.iter())
                .map(|row| format!("<tr>{}</tr>", row.iter().enumerate().map(cell).collect::<String>()))
                .collect();
            format!("<table>{rows}</table>")
        }
    }
}

fn line(inlines: &[Inline]) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Code(text) => format!("<code>{text}</code>"),
        Inline::Strong(says) => format!("<b>{}</b>", line(says)),
        Inline::Link(says, address) => format!("<a {address}>{}</a>", line(says)),
        Inline::Picture(says, address) => format!("<img {address} {says}>"),
    };
    inlines.iter().map(inline).collect()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn tasks_have_boxes() {
    check("- [ ] a\n- [x] b", "<ul><li><p>\u{2610} a</p></li><li><p>\u{2611} b</p></li></ul>");
    check("[ ] a", "<p>[ ] a</p>");
}

#[test]
fn headings_and_paragraphs() {
    check("# A\n\nb\nc\n## D `e`\nf", "<h1>A</h1><p>b c</p><h2>D <code>e</code></h2><p>f</p>");
    check("#no heading", "<p>#no heading</p>");
}

#[test]
fn what_stands_in_a_line() {
    check("a `b*c` **d [e](f)** ![g](h.svg)", "<p>a <code>b*c</code> <b>d <a f>e</a></b> <img h.svg g></p>");
    check("[`a`](b) and [open](c", "<p><a b><code>a</code></a> and [open](c</p>");
    check("2 ** 3 ` 4 \\*\\* \\d", "<p>2 ** 3 ` 4 ** \\d</p>");
    check("<script>alert(1)</script>", "<p><script>alert(1)</script></p>");
    assert_eq!(parse("<b>"), [Block::Paragraph(vec![Inline::Text("<b>".to_owned())])]);
}

#[test]
fn lists_in_lists_with_what_belongs_to_an_entry() {
    check("- a\n  b\n- c\n\nd", "<ul><li><p>a b</p></li><li><p>c</p></li></ul><p>d</p>");
    check(
        "3. a:\n   1. b\n   1. c\n4. d\n",
        "<ol 3><li><p>a:</p><ol 1><li><p>b</p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ol>",
    );
    check(
        "1. a:\n\n   ```hcl\n   b {\n     c = 1\n   }\n   ```\n\n2. d\n",
        "<ol 1><li><p>a:</p><pre hcl>b {\n  c = 1\n}\n</pre></li><li><p>d</p></li></ol>",
    );
    check("- a\n1. b", "<ul><li><p>a</p></li></ul><ol 1><li><p>b</p></li></ol>");
    check("say:\n- a", "<p>say:</p><ul><li><p>a</p></li></ul>");
}

#[test]
fn tables_have_cells() {
    check(
        "| a | b |\n|---|---:|\n| `c` | $1 |\n| d \\| e | |\nf",
        "<table><tr><td>a</td><td end>b</td></tr><tr><td><code>c</code></td><td end>$1</td></tr>\
         <tr><td>d | e</td><td end></td></tr></table><p>f</p>",
    );
    check("| no table |", "<p>| no table |</p>");
}

#[test]
fn code_stays_as_it_is() {
    check("```\n# a\n\n- b\n```\nc", "<pre >\n# a\n\n- b\n</pre><p>c</p>".replacen("<pre >\n", "<pre >", 1).as_str());
    check("```sh\nopen", "<pre sh>open\n</pre>");
}

#[test]
fn sections_are_the_document_and_their_blocks_its_blocks() {
    let text = "# A\n\nb\nc\n\n- d\n\n  e\n\n- f\n\n```\n\ng\n\n```\n\n| h |\n|---|\n| i |\n\n\nj\n";
    let sections = sections(text);
    assert_eq!(sections.concat(), text);
    assert_eq!(sections.len(), 6);
    let apart: String = sections.iter().map(|section| shown(section)).collect();
    assert_eq!(apart, shown(text));
}

#[test]
fn any_text_is_read_to_its_end() {
    let deep = "- ".repeat(5000);
    let brackets = "[".repeat(5000);
    let stars = "**a".repeat(999);
    for text in [
        deep.as_str(),
        &brackets,
        &stars,
        "|",
        "|\n|-",
        "```",
        "1.",
        "- \n  - \n",
        "\\",
        "![](",
        "  - a\n- b\n  - c",
        "\u{a0}- x",
    ] {
        shown(text);
        assert_eq!(sections(text).concat().trim(), text.trim());
    }
}
