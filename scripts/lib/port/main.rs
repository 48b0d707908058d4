//! Takes packages off `#[async_trait]`. `scripts/port` calls this, on a copy or in a clean git tree.
//!
//! First the text: the macro goes, and traits get `async Send` (`rewrite`). Then the compiler says which
//! gates that takes and where a `dyn` needs an adapter, until it has no more suggestions (`compiler`).

mod compiler;
mod edit;
mod examples;
mod gates;
mod json;
mod package;
mod rewrite;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::exit;

use package::Workspace;

/// The compiler sees some errors only when others are gone. A crate takes about 5 rounds.
const ROUNDS: usize = 20;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let has_examples = !arguments.first().is_some_and(|argument| argument == "--no-examples");
    arguments.drain(..usize::from(!has_examples));
    if arguments.is_empty() {
        eprintln!("usage: port [--no-examples] PATH [CARGO ARGUMENTS]");
        exit(2);
    }
    let path = arguments.remove(0);
    match port(Path::new(&path), arguments, has_examples) {
        Ok(true) => {}
        Ok(false) => exit(1),
        Err(message) => {
            eprintln!("error: {}", message.trim_start_matches("error: "));
            exit(2);
        }
    }
}

fn say(stage: &str, text: impl std::fmt::Display) {
    println!("[{stage}] {text}");
}

/// Is there nothing left that the compiler refuses?
fn port(path: &Path, mut arguments: Vec<String>, has_examples: bool) -> Result<bool, String> {
    let workspace = Workspace::read(path)?;
    if workspace.is_all {
        arguments.insert(0, "--workspace".to_string());
    }
    let mut gates: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
    let mut taken = BTreeMap::new();
    // What now asks more of a type than the macro did, which is a change for users.
    let mut narrowed = BTreeSet::new();

    say("BEFORE", "does it compile as it is?");
    let id = |e: &compiler::Error| {
        (e.place.split(':').next().unwrap_or("").to_string(), e.message.clone())
    };
    let before: BTreeSet<_> = compiler::check(&workspace, &arguments)?.iter().map(id).collect();
    let examples_before =
        if has_examples { examples::failing(&workspace, &arguments)? } else { Vec::new() };
    let examples_before: BTreeSet<String> =
        examples_before.into_iter().map(|e| e.message).collect();
    if !before.is_empty() {
        say("BEFORE", format!("there are {} errors already, which are left alone", before.len()));
    }

    rewrite_all(&workspace)?;

    let mut left = Vec::new();
    for round in 1..=ROUNDS {
        left = compiler::check(&workspace, &arguments)?;
        left.retain(|error| !before.contains(&id(error)));
        let mut new_gates = 0;
        for error in left.iter().filter(|error| workspace.files.contains(&error.root)) {
            let there = gates.entry(error.root.clone()).or_default();
            new_gates += error.gates.iter().filter(|gate| there.insert(gate.to_string())).count();
        }
        for (root, gates) in &gates {
            package::write(root, &gates::add(&package::read(root)?, gates))?;
        }
        // What is suggested for want of a gate is another way out: `Self` for a `dyn` that is no type.
        let fixes = left.iter().filter(|_| new_gates == 0).flat_map(|error| &error.fixes);
        let mut news = BTreeMap::new();
        let edits = compiler::choose(fixes, |file| workspace.files.contains(file), &mut news);
        for (file, edits) in &edits {
            package::write(file, &edit::apply(&package::read(file)?, edits))?;
        }
        let fixes = news.values().sum::<usize>();
        say(
            &format!("ROUND {round}"),
            format!("{} errors: {fixes} suggestions and {new_gates} gates taken", left.len()),
        );
        for error in left.iter().filter(|_| new_gates == 0) {
            for fix in error.fixes.iter().filter(|fix| fix.message.contains("restricting")) {
                narrowed.insert(format!("{}: {}", error.package, fix.message));
            }
        }
        for (message, count) in news {
            *taken.entry(message).or_insert(0) += count;
        }
        if fixes + new_gates == 0 {
            break;
        }
    }
    let mut examples = Vec::new();
    if left.is_empty() {
        if has_examples {
            examples = port_examples(&workspace, &arguments)?;
            examples.retain(|example| !examples_before.contains(&example.message));
        }
        for package in &workspace.packages {
            package.remove_dependency()?;
        }
    }
    for narrowed in narrowed {
        say("LOOK AT", format!("{narrowed}: the macro did not ask for that"));
    }
    report(&workspace, &gates, &taken, &left, &examples)
}

fn rewrite_all(workspace: &Workspace) -> Result<(), String> {
    let mut ported = BTreeSet::new();
    let mut renames = Vec::new();
    for file in &workspace.files {
        for view in package::views(file)? {
            ported.extend(rewrite::trait_names(&view));
            renames.extend(rewrite::renames(&view));
        }
    }
    renames.retain(|(name, _)| ported.contains(name));
    ported.extend(renames.into_iter().map(|(_, other)| other));
    for package in &workspace.packages {
        let (mut traits, mut impls) = (0, 0);
        for file in &package.files {
            let found = package::rewrite(file, &ported)?;
            traits += found.traits;
            impls += found.impls;
            if !found.edits.is_empty() {
                package::write(file, &edit::apply(&package::read(file)?, &found.edits))?;
            }
        }
        say("TEXT", format!("{}: {traits} traits, {impls} impls", package.title()));
    }
    Ok(())
}

/// Examples in the documentation are crates of their own, and get the gates that they need from the crate.
fn port_examples(
    workspace: &Workspace,
    arguments: &[String],
) -> Result<Vec<examples::Example>, String> {
    let failing = examples::failing(workspace, arguments)?;
    let needed: BTreeSet<String> =
        failing.iter().flat_map(|example| example.gates.clone()).collect();
    if needed.is_empty() {
        return Ok(failing);
    }
    for package in &workspace.packages {
        if let Some(root) =
            package.lib_path.as_ref().filter(|_| failing.iter().any(|e| e.package == package.name))
        {
            package::write(root, &gates::add_for_examples(&package::read(root)?, &needed))?;
            let list = needed.iter().cloned().collect::<Vec<_>>().join(", ");
            say("GATES", format!("{}, examples in its documentation: {list}", package.title()));
        }
    }
    examples::failing(workspace, arguments)
}

fn report(
    workspace: &Workspace,
    gates: &BTreeMap<PathBuf, BTreeSet<String>>,
    taken: &BTreeMap<String, usize>,
    left: &[compiler::Error],
    examples: &[examples::Example],
) -> Result<bool, String> {
    let relative =
        |file: &Path| file.strip_prefix(&workspace.root).unwrap_or(file).display().to_string();
    for (root, gates) in gates.iter().filter(|(_, gates)| !gates.is_empty()) {
        say(
            "GATES",
            format!("{}: {}", relative(root), gates.iter().cloned().collect::<Vec<_>>().join(", ")),
        );
    }
    for (message, count) in taken {
        say("TAKEN", format!("{count} times: {message}"));
    }
    let mut total = 0;
    for package in &workspace.packages {
        // Kind by kind, and each with its places.
        let mut kinds: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
        for error in left.iter().filter(|e| e.package == package.name) {
            kinds
                .entry((&error.message, error.reason.clone()))
                .or_default()
                .push(error.place.clone());
        }
        for example in examples.iter().filter(|e| e.package == package.name) {
            let kind = (&example.message[..], "an example in the documentation".to_string());
            kinds.entry(kind).or_default().push(example.place.clone());
        }
        let mut remarks = Vec::new();
        for file in &package.files {
            let text = package::read(file)?;
            for (at, why) in package::rewrite(file, &BTreeSet::new())?.left {
                let line = text[..at].matches('\n').count() + 1;
                remarks.push(format!("{}:{line}: {why}", relative(file)));
            }
        }
        let count: usize = kinds.values().map(Vec::len).sum();
        total += count;
        say("LEFT", format!("{}: {count} for a person", package.title()));
        for ((message, reason), places) in kinds {
            println!("  {message}");
            if !reason.is_empty() {
                println!("    ({reason})");
            }
            places.iter().for_each(|place| println!("    {place}"));
        }
        remarks.iter().for_each(|remark| println!("  {remark}"));
    }
    Ok(total == 0)
}
