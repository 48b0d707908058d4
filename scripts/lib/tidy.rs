//! Upstream's tidy, less the checks that want the network, crates that a source tarball lacks, or
//! upstream's history (`deps`, `extdeps`, `x_version`, `triagebot`, ...).
//!
//! `scripts/check` builds this against the `tidy` library of the rustc checkout. The checks walk
//! whole folders rather than our files alone, because many of them compare files with each other:
//! a feature with its gate test, an error code with its explanation and its test. The unpatched tree
//! passes all of them, so what they find is ours.

use std::path::PathBuf;
use std::{env, process};

use tidy::diagnostics::{TidyCtx, TidyFlags};
use tidy::*;

fn main() {
    let mut args = env::args().skip(1);
    let (Some(root), Some(base)) = (args.next(), args.next()) else {
        eprintln!("usage: afit-tidy CHECKOUT BASE_COMMIT");
        process::exit(2);
    };
    let root = PathBuf::from(root);

    let src = root.join("src");
    let tests = root.join("tests");
    let library = root.join("library");
    let compiler = root.join("compiler");

    let ctx = TidyCtx::new(&root, false, TidyFlags::new(false));
    // An explanation of an error code may not be removed; tidy asks git what changed since `base`.
    let history = CiInfo {
        git_merge_commit_email: String::new(),
        nightly_branch: String::new(),
        base_commit: Some(base),
        ci_env: build_helper::ci::CiEnv::None,
    };

    for path in [&src, &tests, &compiler, &library] {
        style::check(path, ctx.clone());
        alphabetical::check(path, ctx.clone());
    }
    unit_tests::check(&compiler, false, ctx.clone());
    unit_tests::check(&library, true, ctx.clone());
    ui_tests::check(&root, ctx.clone());
    target_specific_tests::check(&tests, ctx.clone());
    tests_revision_unpaired_stdout_stderr::check(&tests, ctx.clone());
    debug_artifacts::check(&tests, ctx.clone());
    unknown_revision::check(&tests, ctx.clone());
    error_codes::check(&root, &[&compiler, &src.join("librustdoc")], &history, ctx.clone());
    let features = features::check(&src, &tests, &compiler, &library, ctx.clone());
    unstable_book::check(&src, features, ctx.clone());

    if !ctx.into_failed_checks().is_empty() {
        process::exit(1);
    }
}
