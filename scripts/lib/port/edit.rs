//! Changes to a text, made all at once.

use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

impl Edit {
    pub fn insert(at: usize, text: impl Into<String>) -> Edit {
        Edit { start: at, end: at, text: text.into() }
    }

    pub fn delete(range: Range<usize>) -> Edit {
        Edit { start: range.start, end: range.end, text: String::new() }
    }

    /// Would one undo or garble the other? Insertions at one place don't, nor do those at an end of what goes.
    pub fn conflicts(&self, other: &Edit) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// `text` with all `edits`. Of those that are the same, one.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    // Stable, so that insertions at one place stay in the order they were asked for.
    let mut ordered: Vec<&Edit> = Vec::new();
    for edit in edits {
        if !ordered.contains(&edit) {
            ordered.push(edit);
        }
    }
    ordered.sort_by_key(|edit| (edit.start, edit.end));
    let mut out = String::new();
    let mut last = 0;
    for edit in ordered {
        out += &text[last.min(edit.start)..edit.start];
        out += &edit.text;
        last = last.max(edit.end);
    }
    out + &text[last..]
}

/// `range`, or all of its lines if there is nothing else on them. `code` is `file` without what is not code,
/// so that the `///` before an example does not count.
pub fn whole_lines(file: &str, code: &str, range: Range<usize>) -> Range<usize> {
    let line = file[..range.start].rfind('\n').map_or(0, |n| n + 1);
    let rest = &file[range.end..];
    let end = rest.find('\n').map_or(rest.len(), |n| n + 1);
    if code[line..range.start].trim().is_empty() && rest[..end].trim().is_empty() {
        // One empty line in place of two.
        let after = &rest[end..];
        let is_between = file[..line].ends_with("\n\n") && after.starts_with('\n');
        line..range.end + end + usize::from(is_between)
    } else {
        range.start..range.end + (rest.len() - rest.trim_start_matches(' ').len())
    }
}

#[test]
fn applies_edits() {
    let edits = [
        Edit::insert(4, "("),
        Edit::delete(0..2),
        Edit::insert(4, "("),
        Edit::insert(5, ")"),
        Edit::insert(4, "&"),
    ];
    assert_eq!(apply("a bcd e", &edits), "bc(&d) e");
    assert!(Edit::delete(0..3).conflicts(&Edit::delete(2..4)));
    assert!(Edit::delete(0..3).conflicts(&Edit::insert(1, "x")));
    assert!(!Edit::delete(0..3).conflicts(&Edit::insert(3, "x")));
}

#[test]
fn takes_whole_lines() {
    let file = "a\n  /// #[x]\n#[y] b\n";
    let code = "a\n      #[x]\n#[y] b\n";
    assert_eq!(&file[whole_lines(file, code, 8..12)], "  /// #[x]\n");
    assert_eq!(&file[whole_lines(file, code, 13..17)], "#[y] ");
    assert_eq!(whole_lines("a\n\nb\n\nc", "a\n\nb\n\nc", 3..4), 3..6);
}
