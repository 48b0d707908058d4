//! `#![feature(...)]` at the top of a crate.

use std::collections::BTreeSet;

use crate::edit::{Edit, apply};
use crate::source::{View, views};

/// The crate root `file` with `gates`.
pub fn add(file: &str, gates: &BTreeSet<String>) -> String {
    insert(file, gates, &["#", "!", "[", "feature", "("], |list| format!("#![feature({list})]"))
}

/// The same for all examples in its documentation.
pub fn add_for_examples(file: &str, gates: &BTreeSet<String>) -> String {
    let head = ["#", "!", "[", "doc", "(", "test", "(", "attr", "(", "feature", "("];
    insert(file, gates, &head, |list| format!("#![doc(test(attr(feature({list}))))]"))
}

fn insert(
    file: &str,
    gates: &BTreeSet<String>,
    head: &[&str],
    attribute: impl Fn(&str) -> String,
) -> String {
    let view = &views(file)[0];
    let there = (0..view.tokens.len()).find(|&i| view.is(i, head));
    if let Some(there) = there {
        let open = there + head.len() - 1;
        let end = view.after_group(open);
        let new: Vec<&str> = gates
            .iter()
            .map(|g| g.as_str())
            .filter(|g| !(open..end).any(|i| view.text(i) == *g))
            .collect();
        if new.is_empty() {
            return file.to_string();
        }
        let edit = Edit::insert(view.tokens[open].end, new.join(", ") + ", ");
        return apply(file, &[edit]);
    }
    if gates.is_empty() {
        return file.to_string();
    }
    let list = gates.iter().map(|g| g.as_str()).collect::<Vec<_>>().join(", ");
    let (at, blank) = place(file, view);
    apply(file, &[Edit::insert(at, format!("{}{}\n{}", blank.0, attribute(&list), blank.1))])
}

/// Where the attributes of a crate begin, and the empty lines that set a new one off there.
fn place(file: &str, view: &View) -> (usize, (&'static str, &'static str)) {
    let line = |at: usize| file[..at].rfind('\n').map_or(0, |n| n + 1);
    if view.is(0, &["#", "!", "["]) && !file.starts_with("#!/") {
        return (line(view.tokens[0].start), ("", ""));
    }
    // After a licence and the documentation of the crate.
    let mut at = 0;
    let mut end = 0;
    for text in file.split_inclusive('\n') {
        at += text.len();
        if text.starts_with("//!") || text.starts_with("#!/") {
            end = at;
        }
        if !text.trim().is_empty() && !text.starts_with("//") && !text.starts_with("#!/") {
            break;
        }
    }
    if end == 0 {
        (view.tokens.first().map_or(0, |t| line(t.start)), ("", "\n"))
    } else {
        (end, ("\n", ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gates(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|n| n.to_string()).collect()
    }

    #[test]
    fn finds_its_place() {
        let a = &gates(&["a", "b"]);
        assert_eq!(add("use x;\n", a), "#![feature(a, b)]\n\nuse x;\n");
        assert_eq!(
            add("//! Docs\n//! more\n\nuse x;\n", a),
            "//! Docs\n//! more\n\n#![feature(a, b)]\n\nuse x;\n"
        );
        assert_eq!(
            add("//! Docs\n\n#![deny(x)]\n", a),
            "//! Docs\n\n#![feature(a, b)]\n#![deny(x)]\n"
        );
        assert_eq!(
            add("// Licence\n\n/// Doc of f\nfn f() {}\n", &gates(&["a"]))
                .matches("feature")
                .count(),
            1
        );
        assert_eq!(add("#![feature(b, c)]\n", a), "#![feature(a, b, c)]\n");
        assert_eq!(add("use x;\n", &gates(&[])), "use x;\n");
    }

    #[test]
    fn adds_them_for_examples() {
        let once = add_for_examples("use x;\n", &gates(&["a"]));
        assert_eq!(once, "#![doc(test(attr(feature(a))))]\n\nuse x;\n");
        assert_eq!(
            add_for_examples(&once, &gates(&["a", "b"])),
            "#![doc(test(attr(feature(b, a))))]\n\nuse x;\n"
        );
    }
}
