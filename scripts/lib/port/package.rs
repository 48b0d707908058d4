//! The packages that are ported, and their files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::json::{Json, parse};
use crate::rewrite::{self, Found};
use crate::source::{self, View};

pub struct Workspace {
    /// Where cargo is to run, and where the compiler does: its messages name files from there.
    pub dir: PathBuf,
    pub root: PathBuf,
    /// Is it all of the workspace?
    pub is_all: bool,
    pub packages: Vec<Package>,
    pub files: BTreeSet<PathBuf>,
}

pub struct Package {
    pub name: String,
    version: String,
    dir: PathBuf,
    pub lib_path: Option<PathBuf>,
    pub files: BTreeSet<PathBuf>,
    /// How it depends on async-trait: the flag of `cargo remove` for that.
    dependencies: Vec<&'static str>,
}

impl Workspace {
    pub fn read(path: &Path) -> Result<Workspace, String> {
        let dir =
            path.canonicalize().map_err(|e| format!("there is no {}: {e}", path.display()))?;
        let metadata = cargo(&dir, &["metadata", "--no-deps", "--format-version=1"])?;
        let metadata = parse(&metadata).ok_or("cargo metadata did not write JSON")?;
        let root = PathBuf::from(metadata.get("workspace_root").text());
        let mut packages: Vec<Package> =
            metadata.get("packages").list().iter().map(Package::read).collect();
        let dirs: BTreeSet<PathBuf> = packages.iter().map(|p| p.dir.clone()).collect();
        packages.retain(|package| package.dir.starts_with(&dir));
        if packages.is_empty() {
            return Err(format!("there is no package at {}", dir.display()));
        }
        // What git does not have can't be got back from it.
        let tracked = env::var_os("PORT_IN_GIT").map(|_| tracked(&dir)).transpose()?;
        for package in &mut packages {
            walk(&package.dir, &dirs, &mut package.files);
            if let Some(tracked) = &tracked {
                package.files.retain(|file| tracked.contains(file));
            }
            let included: Vec<PathBuf> = package
                .files
                .iter()
                .filter_map(|file| included_markdown(file, &package.dir))
                .collect();
            package.files.extend(
                included.into_iter().filter(|f| tracked.as_ref().is_none_or(|t| t.contains(f))),
            );
        }
        let files = packages.iter().flat_map(|package| package.files.clone()).collect();
        Ok(Workspace { is_all: dir == root, dir, root, packages, files })
    }
}

impl Package {
    fn read(json: &Json) -> Package {
        let library = json.get("targets").list().iter().find(|target| {
            target
                .get("kind")
                .list()
                .iter()
                .any(|kind| matches!(kind.text(), "lib" | "rlib" | "dylib" | "proc-macro"))
        });
        let dependencies = json
            .get("dependencies")
            .list()
            .iter()
            .filter(|d| d.get("name").text() == "async-trait");
        Package {
            name: json.get("name").text().to_string(),
            version: json.get("version").text().to_string(),
            dir: Path::new(json.get("manifest_path").text())
                .parent()
                .unwrap_or(Path::new("/"))
                .to_path_buf(),
            lib_path: library.map(|target| PathBuf::from(target.get("src_path").text())),
            files: BTreeSet::new(),
            dependencies: dependencies
                .map(|dependency| match dependency.get("kind").text() {
                    "dev" => "--dev",
                    "build" => "--build",
                    _ => "",
                })
                .collect(),
        }
    }

    pub fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// Nothing needs async-trait any more, unless the package still names it.
    pub fn remove_dependency(&self) -> Result<(), String> {
        for file in &self.files {
            let is_named =
                |view: &View| (0..view.tokens.len()).any(|i| view.text(i) == "async_trait");
            if views(file)?.iter().any(is_named) {
                return Ok(());
            }
        }
        for flag in &self.dependencies {
            let arguments: Vec<&str> =
                ["remove", "async-trait", flag].into_iter().filter(|a| !a.is_empty()).collect();
            match cargo(&self.dir, &arguments) {
                Ok(_) => {
                    println!("[CARGO.TOML] {}: async-trait is no dependency any more", self.name)
                }
                Err(_) => println!(
                    "[CARGO.TOML] {}: async-trait is not used any more; remove it",
                    self.name
                ),
            }
        }
        Ok(())
    }
}

fn cargo(dir: &Path, arguments: &[&str]) -> Result<String, String> {
    run("cargo", dir, &[&["+afit"], arguments].concat())
}

fn run(program: &str, dir: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(dir)
        .stdin(Stdio::null())
        .output()
        .map_err(|e| format!("{program} did not start: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_string());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn tracked(dir: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let list = run("git", dir, &["ls-files", "-z"])?;
    Ok(list.split('\0').filter(|name| !name.is_empty()).map(|name| dir.join(name)).collect())
}

/// Rust files in `dir`, without those of other packages.
fn walk(dir: &Path, packages: &BTreeSet<PathBuf>, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            let is_hidden = name.to_string_lossy().starts_with('.');
            let is_built = name == "target" && path.join("CACHEDIR.TAG").exists();
            if !is_hidden
                && !is_built
                && !packages.contains(&path)
                && !path.join("Cargo.toml").exists()
            {
                walk(&path, packages, files);
            }
        } else if kind.is_file() && path.extension().is_some_and(|e| e == "rs") {
            files.insert(path);
        }
    }
}

/// The Markdown file that `file` has as its documentation.
fn included_markdown(file: &Path, package: &Path) -> Option<PathBuf> {
    let text = fs::read_to_string(file).ok()?;
    let rest = text.split_once("include_str!(")?.1;
    let name = rest
        .split('"')
        .take_while(|part| !part.contains(';'))
        .find(|part| part.ends_with(".md"))?;
    let name = name.trim_start_matches('/');
    [file.parent()?, package]
        .iter()
        .filter_map(|dir| dir.join(name).canonicalize().ok())
        .find(|f| f.starts_with(package))
}

pub fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|e| format!("can't read {}: {e}", file.display()))
}

/// In one step: a file is what it was or what it is to be.
pub fn write(file: &Path, text: &str) -> Result<(), String> {
    if read(file)? == text {
        return Ok(());
    }
    let new = file.with_extension("port~");
    let permissions = fs::metadata(file).and_then(|metadata| {
        fs::write(&new, text)?;
        fs::set_permissions(&new, metadata.permissions())?;
        fs::rename(&new, file)
    });
    permissions.map_err(|e| format!("can't write {}: {e}", file.display()))
}

pub fn views(file: &Path) -> Result<Vec<View>, String> {
    // A test of a parser may have files that are no text.
    let Ok(text) = fs::read_to_string(file) else { return Ok(Vec::new()) };
    Ok(if file.extension().is_some_and(|e| e == "md") {
        source::markdown_views(&text)
    } else {
        source::views(&text)
    })
}

pub fn rewrite(file: &Path, ported: &BTreeSet<String>) -> Result<Found, String> {
    let mut found = Found::default();
    for view in views(file)? {
        rewrite::rewrite(&read(file)?, &view, ported, &mut found);
    }
    Ok(found)
}
