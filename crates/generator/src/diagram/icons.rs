//! Icons on a 16 px grid, one stroke, one per kind of thing: the `d` of a path that is stroked and not filled.

const ICONS: [(&str, &str); 32] = [
    ("account", "M2.5 13.5v-9l5.5-2.5 5.5 2.5v9zM5.5 13.5v-4h5v4M5.5 6.5h1M9.5 6.5h1"),
    (
        "certificate",
        "M2.5 2.5h11v8h-3M5.5 10.5h-3v-8M5 5.5h6M8 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M6.8 12.2v2.3l1.2-.8 1.2.8v-2.3",
    ),
    ("chart", "M2.5 2.5v11h11M5.5 11v-3M8.5 11v-6M11.5 11v-4.5"),
    ("clock", "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12M8 4.5v3.5l2.5 1.5"),
    ("cluster", "M8 1.8l5.4 3.1v6.2l-5.4 3.1-5.4-3.1v-6.2zM8 5.5l2.2 1.25v2.5l-2.2 1.25-2.2-1.25v-2.5z"),
    ("control", "M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 8h1.5M7 8h6.5M5.5 6.5v3M2.5 11.5h6M11.5 11.5h2M10 10v3"),
    (
        "cost",
        "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12M10 6c-.3-.7-1-1-2-1-1.2 0-2 .5-2 1.5s.8 1.3 2 1.5 2 .5 2 1.5-.8 1.5-2 1.5c-1 0-1.7-.3-2-1M8 3.8v8.4",
    ),
    (
        "database",
        "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2v-8M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
    ),
    ("endpoint", "M1.5 8h4M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M10.5 8h4M8 1.5v4M8 10.5v4"),
    ("function", "M4 13.5c3 0 2.5-11 5.5-11 1 0 1.5.5 1.5 1.5M5 7h5.5"),
    ("gateway", "M2 5.5h12l-3-3M14 10.5h-12l3 3"),
    (
        "git",
        "M4.5 2.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M4.5 10.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M11.5 4a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M4.5 5.5v5M11.5 7c0 2-3 2-7 3.5",
    ),
    ("internet", "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12M2 8h12M8 2c-4.3 3.6-4.3 8.4 0 12M8 2c4.3 3.6 4.3 8.4 0 12"),
    ("key", "M5 7.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M7.2 8.3l6.3-5.8M11 4.8l2 2.2M9 6.7l1.3 1.4"),
    ("log", "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 7h5M5.5 9.5h5M5.5 12h3"),
    ("more", "M4 8h.01M8 8h.01M12 8h.01"),
    ("namespace", "M5 2.5h-2.5v2.5M11 2.5h2.5v2.5M5 13.5h-2.5v-2.5M11 13.5h2.5v-2.5M5.5 5.5h5v5h-5z"),
    ("network", "M2 2h4.5v4.5h-4.5zM9.5 9.5h4.5v4.5h-4.5zM6.5 4.25h5.25v5.25M4.25 6.5v5.25h5.25"),
    ("node", "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM4.8 5h.9M4.8 11h.9M8 5h3M8 11h3"),
    ("person", "M8 2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M2.5 14c0-3 2.3-4.5 5.5-4.5s5.5 1.5 5.5 4.5"),
    ("policy", "M8 1.5l5.5 2v4.5c0 3-2.3 5.2-5.5 6.5-3.2-1.3-5.5-3.5-5.5-6.5v-4.5zM5.5 8l1.8 1.8 3.2-3.6"),
    ("queue", "M1.5 5h3.5v6h-3.5zM6.5 5h3.5v6h-3.5zM11.5 8h3M12.8 6.3l1.7 1.7-1.7 1.7"),
    (
        "region",
        "M8 14.5c-3.2-3.4-4.8-5.9-4.8-8.2a4.8 4.8 0 0 1 9.6 0c0 2.3-1.6 4.8-4.8 8.2M8 4.6a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6",
    ),
    ("registry", "M2 4.8l6-2.8 6 2.8v6.4l-6 2.8-6-2.8zM2 4.8l6 2.8 6-2.8M8 7.6v6.4M5 3.4l6 2.8"),
    (
        "role",
        "M2.5 3.5h11v9h-11zM6 5.8a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8M3.8 11c.2-1.3 1-1.8 2.2-1.8s2 .5 2.2 1.8M9.8 6.5h2M9.8 9h2",
    ),
    ("secret", "M3.5 7h9v6.5h-9zM5.5 7v-2a2.5 2.5 0 0 1 5 0v2M8 9.5v1.8"),
    ("shield", "M8 1.5l5.5 2v4.5c0 3-2.3 5.2-5.5 6.5-3.2-1.3-5.5-3.5-5.5-6.5v-4.5z"),
    ("storage", "M2.5 4h11l-1.3 9.5h-8.4zM2.5 4c0-1 2.4-1.8 5.5-1.8s5.5.8 5.5 1.8"),
    ("subnet", "M2 2h12v12h-12zM2 8h12M8 8v6"),
    ("timer", "M8 4a5 5 0 1 0 0 10 5 5 0 0 0 0-10M6 1.5h4M8 6.5v2.5l1.5 1M12 4l1 1"),
    ("workload", "M8 1.5l5.5 3v7l-5.5 3-5.5-3v-7zM2.5 4.5l5.5 3 5.5-3M8 7.5v7"),
    ("zone", "M2 4.5v-2.5h2.5M7 2h2M11.5 2h2.5v2.5M14 7v2M14 11.5v2.5h-2.5M9 14h-2M4.5 14h-2.5v-2.5M2 9v-2"),
];

const NEUTRAL: &str = "M3 3h10v10h-10z";

/// The icon of a kind of thing; a plain square for a kind that has none.
pub fn path(name: &str) -> &'static str {
    ICONS.binary_search_by_key(&name, |(known, _)| known).map_or(NEUTRAL, |at| ICONS[at].1)
}

/// The kinds that have an icon, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    ICONS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_in_order_so_that_each_is_found() {
        assert!(names().is_sorted());
        assert!(names().all(|name| path(name) != NEUTRAL));
        assert_eq!(path("teapot"), NEUTRAL);
    }
}
