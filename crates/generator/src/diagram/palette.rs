//! The colours of a picture that is a file of its own: for light paper and for dark.

/// Names as in `picture.css`, then light and dark.
const COLOURS: [(&str, &str, &str); 18] = [
    ("paper", "#ffffff", "#15181e"),
    ("box", "#f7f8fa", "#1e232c"),
    ("text", "#1b2330", "#e7eaf0"),
    ("muted", "#535e70", "#a6b0c0"),
    ("line", "#a9b2c0", "#525d70"),
    ("0", "#535e70", "#a6b0c0"),
    ("1", "#2f6db5", "#7fb0ea"),
    ("2", "#157f7a", "#5fc4bd"),
    ("3", "#6f56b5", "#b3a0f0"),
    ("4", "#8a6100", "#e0b455"),
    ("5", "#b2456e", "#ee93b4"),
    ("6", "#3f7d2c", "#93cc7c"),
    ("7", "#b4532a", "#f0976c"),
    ("8", "#3c7390", "#86bcd8"),
    ("traffic", "#2b62c9", "#82aaff"),
    ("data", "#0c7566", "#5ccab6"),
    ("control", "#7a4bb0", "#c5a1f5"),
    ("identity", "#985600", "#e9b064"),
];

/// The style sheet with the colours written out, since not every viewer of files knows custom properties.
pub(crate) fn style() -> String {
    let rules = include_str!("picture.css");
    let rules = rules.split_once("*/").map_or(rules, |(_, rules)| rules);
    let (mut light, mut dark) = (rules.to_string(), rules.to_string());
    for (name, on_light, on_dark) in COLOURS {
        let token = format!("var(--picture-{name})");
        light = light.replace(&token, on_light);
        dark = dark.replace(&token, on_dark);
    }
    format!("{light}@media (prefers-color-scheme: dark) {{{dark}}}\n")
}
