//! Examples in documentation, which rustdoc compiles.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use crate::package::Workspace;

pub struct Example {
    pub package: String,
    pub place: String,
    /// What the compiler says first.
    pub message: String,
    pub gates: BTreeSet<String>,
}

/// Examples that do not compile. None of them runs.
pub fn failing(workspace: &Workspace, arguments: &[String]) -> Result<Vec<Example>, String> {
    let mut all = Vec::new();
    for package in workspace.packages.iter().filter(|package| package.lib_path.is_some()) {
        let arguments = arguments.iter().filter(|argument| *argument != "--workspace");
        let output = Command::new("cargo")
            .args([
                "+afit",
                "test",
                "--doc",
                "--quiet",
                "--no-fail-fast",
                "--color=never",
                "--package",
                &package.name,
            ])
            .args(arguments)
            .env("RUSTDOCFLAGS", "-Zunstable-options --no-run")
            .current_dir(&workspace.dir)
            .stdin(Stdio::null())
            .output()
            .map_err(|e| format!("cargo did not start: {e}"))?;
        all.extend(read(&package.name, &String::from_utf8_lossy(&output.stdout)));
    }
    Ok(all)
}

/// From `---- src/lib.rs - f (line 3) stdout ----`, and what follows it.
fn read(package: &str, output: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    for part in output.split("\n---- ").skip(1) {
        let Some((name, said)) = part.split_once(" stdout ----\n") else { continue };
        let said = said.split("\nfailures:\n").next().unwrap_or(said);
        let file = name.split(" - ").next().unwrap_or(name);
        let line = name.rsplit_once("(line ").map_or("", |(_, rest)| rest.trim_end_matches(')'));
        let message =
            said.lines().find(|line| line.starts_with("error")).unwrap_or("it does not compile");
        let gates =
            said.split("#![feature(").skip(1).filter_map(|rest| rest.split([')', ',']).next());
        examples.push(Example {
            package: package.to_string(),
            place: format!("{file}:{line}"),
            message: message.to_string(),
            gates: gates
                .map(|gate| gate.trim().to_string())
                .filter(|gate| !gate.is_empty())
                .collect(),
        });
    }
    examples
}

#[test]
fn reads_what_rustdoc_says() {
    let output = "\nfailures:\n\n---- src/lib.rs - f (line 3) stdout ----\nerror[E0658]: x\n --> src/lib.rs:4:1\n\
                  = help: add `#![feature(some_gate)]` to the crate\n\nCouldn't compile the test.\n\nfailures:\n    src/lib.rs - f (line 3)\n";
    let examples = read("p", output);
    assert_eq!(examples.len(), 1);
    assert_eq!(examples[0].place, "src/lib.rs:3");
    assert_eq!(examples[0].message, "error[E0658]: x");
    assert_eq!(examples[0].gates.iter().collect::<Vec<_>>(), ["some_gate"]);
}
