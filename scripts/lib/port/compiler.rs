//! What the compiler says, and what of it can be done without a person.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::edit::Edit;
use crate::json::{Json, parse};
use crate::package::Workspace;

/// An error, with where it is and what would mend it.
pub struct Error {
    pub package: String,
    /// The root of the crate that it is in.
    pub root: PathBuf,
    pub place: String,
    pub message: String,
    /// What a note or help says first.
    pub reason: String,
    pub gates: BTreeSet<String>,
    pub fixes: Vec<Fix>,
}

/// A suggestion that the compiler is sure of.
pub struct Fix {
    pub message: String,
    pub edits: Vec<(PathBuf, Edit)>,
}

/// Errors that `cargo check` finds, each once.
pub fn check(workspace: &Workspace, arguments: &[String]) -> Result<Vec<Error>, String> {
    let output = Command::new("cargo")
        .args([
            "+afit",
            "check",
            "--all-targets",
            "--keep-going",
            "--quiet",
            "--message-format=json",
        ])
        .args(arguments)
        .current_dir(&workspace.dir)
        .stdin(Stdio::null())
        .output()
        .map_err(|e| format!("cargo did not start: {e}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut errors = Vec::new();
    let mut seen = BTreeSet::new();
    let mut finished = false;
    for message in text.lines().filter_map(parse) {
        match message.get("reason").text() {
            "build-finished" => finished = true,
            "compiler-message" if message.get("message").get("level").text() == "error" => {
                if let Some(error) = read(&workspace.root, &message) {
                    let id = (error.root.clone(), error.place.clone(), error.message.clone());
                    if seen.insert(id) {
                        errors.push(error);
                    }
                }
            }
            _ => {}
        }
    }
    if !finished || !output.status.success() && errors.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_string());
    }
    Ok(errors)
}

fn read(dir: &Path, message: &Json) -> Option<Error> {
    let diagnostic = message.get("message");
    let spans = diagnostic.get("spans").list();
    let primary = spans.iter().find(|span| span.get("is_primary").is_true());
    // "aborting due to 2 previous errors"
    let Some(primary) = primary else {
        let text = diagnostic.get("message").text();
        if text.starts_with("aborting due to") || text.is_empty() {
            return None;
        }
        return Some(error(dir, message, String::new()));
    };
    let place =
        format!("{}:{}", primary.get("file_name").text(), primary.get("line_start").number());
    Some(error(dir, message, place))
}

fn error(dir: &Path, message: &Json, place: String) -> Error {
    let diagnostic = message.get("message");
    let children = diagnostic.get("children").list();
    let code = diagnostic.get("code").get("code").text();
    let text = diagnostic.get("message").text();
    let reason = diagnostic
        .get("spans")
        .list()
        .iter()
        .filter(|span| span.get("is_primary").is_true())
        .map(|span| span.get("label").text())
        .chain(children.iter().map(|child| child.get("message").text()))
        .find(|text| !text.is_empty())
        .unwrap_or("");
    Error {
        package: package_name(message.get("package_id").text()),
        root: PathBuf::from(message.get("target").get("src_path").text()),
        place,
        message: if code.is_empty() { text.to_string() } else { format!("{code} {text}") },
        reason: reason.lines().next().unwrap_or("").to_string(),
        gates: children.iter().filter_map(|child| gate(child.get("message").text())).collect(),
        fixes: children.iter().filter_map(|child| fix(dir, child)).collect(),
    }
}

/// `path+file:///a/b#name@1.0.0`, or `path+file:///a/name#1.0.0`.
fn package_name(id: &str) -> String {
    let (path, rest) = id.rsplit_once('#').unwrap_or(("", id));
    match rest.split_once('@') {
        Some((name, _)) => name.to_string(),
        None => path.rsplit('/').next().unwrap_or(rest).to_string(),
    }
}

/// The gate that a note asks for.
fn gate(text: &str) -> Option<String> {
    let rest = text.split_once("#![feature(")?.1;
    Some(rest.split([')', ',']).next()?.trim().to_string())
}

fn fix(dir: &Path, child: &Json) -> Option<Fix> {
    let spans = child.get("spans").list();
    let suggested = spans.iter().filter(|span| *span.get("suggested_replacement") != Json::Null);
    let mut edits = Vec::new();
    for span in suggested {
        if span.get("suggestion_applicability").text() != "MachineApplicable" {
            return None;
        }
        edits.push((
            dir.join(span.get("file_name").text()),
            Edit {
                start: span.get("byte_start").number(),
                end: span.get("byte_end").number(),
                text: span.get("suggested_replacement").text().to_string(),
            },
        ));
    }
    (!edits.is_empty()).then(|| Fix { message: child.get("message").text().to_string(), edits })
}

/// The edits of `fixes` by file: of those that conflict, the first.
pub fn choose<'a>(
    fixes: impl Iterator<Item = &'a Fix>,
    may_edit: impl Fn(&Path) -> bool,
    taken: &mut BTreeMap<String, usize>,
) -> BTreeMap<PathBuf, Vec<Edit>> {
    let mut chosen: BTreeMap<PathBuf, Vec<Edit>> = BTreeMap::new();
    for fix in fixes {
        let is_there = |(file, edit): &(PathBuf, Edit)| {
            chosen.get(file).is_some_and(|edits| edits.contains(edit))
        };
        let conflicts = fix.edits.iter().any(|(file, edit)| {
            let edits = chosen.get(file).map_or(&[][..], |edits| edits);
            !may_edit(file) || edits.iter().any(|other| other != edit && other.conflicts(edit))
        });
        // All of it is there: the same error, in the tests of the crate as well.
        if conflicts || fix.edits.iter().all(is_there) {
            continue;
        }
        for (file, edit) in &fix.edits {
            let edits = chosen.entry(file.clone()).or_default();
            if !edits.contains(edit) {
                edits.push(edit.clone());
            }
        }
        *taken.entry(fix.message.clone()).or_default() += 1;
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_an_error() {
        let line = r#"{"reason":"compiler-message","package_id":"path+file:///x/mobc#0.9.0","target":{"src_path":"/x/src/lib.rs"},
            "message":{"message":"no adapter","code":{"code":"E0277"},"level":"error",
            "spans":[{"file_name":"src/a.rs","line_start":7,"is_primary":true,"label":"`get` returns","suggested_replacement":null}],
            "children":[{"message":"a note with `#![feature(one)]`","spans":[]},
            {"message":"box it","spans":[{"file_name":"src/a.rs","byte_start":3,"byte_end":3,
            "suggested_replacement":"(","suggestion_applicability":"MachineApplicable"}]},
            {"message":"maybe","spans":[{"file_name":"src/a.rs","byte_start":3,"byte_end":3,
            "suggested_replacement":"[","suggestion_applicability":"MaybeIncorrect"}]}]}}"#;
        let error = read(Path::new("/x"), &parse(line).unwrap()).unwrap();
        assert_eq!(error.package, "mobc");
        assert_eq!(error.place, "src/a.rs:7");
        assert_eq!(error.message, "E0277 no adapter");
        assert_eq!(error.reason, "`get` returns");
        assert_eq!(error.gates.into_iter().collect::<Vec<_>>(), ["one"]);
        assert_eq!(error.fixes.len(), 1);
        assert_eq!(error.fixes[0].edits, [(PathBuf::from("/x/src/a.rs"), Edit::insert(3, "("))]);
    }

    #[test]
    fn leaves_out_what_conflicts() {
        let fix = |start, end, text: &str| Fix {
            message: "m".to_string(),
            edits: vec![(PathBuf::from("a"), Edit { start, end, text: text.to_string() })],
        };
        let fixes = [fix(0, 4, "x"), fix(2, 3, "y"), fix(0, 4, "x"), fix(5, 5, "z")];
        let mut taken = BTreeMap::new();
        let chosen = choose(fixes.iter(), |_| true, &mut taken);
        assert_eq!(
            chosen[Path::new("a")].iter().map(|e| e.text.as_str()).collect::<Vec<_>>(),
            ["x", "z"]
        );
        assert_eq!(taken["m"], 2);
        assert!(choose(fixes.iter(), |_| false, &mut taken).is_empty());
    }
}
