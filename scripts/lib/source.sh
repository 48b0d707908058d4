# shellcheck shell=bash
# Getting the pinned rustc source, checked, as a git checkout whose first commit is refs/afit/base.

# shellcheck source=amend.sh
. "$AFIT_LIB/amend.sh"
# shellcheck source=download.sh
. "$AFIT_LIB/download.sh"

# A name for the commits that scripts make; fixed, so that the same input gives the same commit ids.
afit_identity() {
    export GIT_COMMITTER_NAME=afit GIT_COMMITTER_EMAIL=afit@localhost GIT_COMMITTER_DATE=$RUST_DATE
    export GIT_AUTHOR_NAME=afit GIT_AUTHOR_EMAIL=afit@localhost GIT_AUTHOR_DATE=$RUST_DATE
}

# The checkout at AFIT_RUST, made from the first source that works.
ensure_source() {
    if [ -e "$AFIT_RUST/.git" ]; then
        check_base
        return
    fi
    lock "$AFIT_RUST.lock" "$AFIT_RUST"
    [ ! -e "$AFIT_RUST/.git" ] || return 0 # the run we waited for has made it
    if [ -d "$AFIT_RUST" ] && ! rmdir "$AFIT_RUST" 2>/dev/null; then
        die "$AFIT_RUST is there, but is no checkout of ours" \
            "Move it away, or set AFIT_RUST to another place, and run this again."
    fi
    need_space "$AFIT_RUST" 6 "the rustc source and its build"
    have git && have xz || die "git and xz are needed to get the source" \
        "Debian: apt-get install git xz-utils"

    # Everything happens in a folder that becomes the checkout by one rename at the end.
    scratch
    local partial=$AFIT_SCRATCH/rust
    mkdir "$partial"
    from_named_tarball "$partial" || from_git "$partial" || from_release "$partial" ||
        from_debian "$partial" ||
        die "no source of rustc $RUST_VERSION could be reached; nothing was changed" \
            "Get $RUST_TARBALL_URL" \
            "(or Debian's $DEBIAN_TARBALL) by other means, then:" \
            "AFIT_TARBALL=/path/to/it scripts/build"
    mv "$partial" "$AFIT_RUST"
    overlook_cargo_lock
    flock -u 9
    say SOURCE "rustc $RUST_VERSION is in $AFIT_RUST"
}

# Is the checkout of the pinned version?
check_base() {
    local base
    base=$(rustgit rev-parse -q --verify 'refs/afit/base^{commit}') ||
        die "$AFIT_RUST has no refs/afit/base, so scripts here did not make it" \
            "For a clone of your own: scripts/apply --onto $AFIT_RUST" \
            "Otherwise move it away, or set AFIT_RUST to another place."
    [ "$base" = "$RUST_COMMIT" ] || [[ $(rustgit log -1 --format=%s "$base") == *"($RUST_COMMIT)" ]] ||
        die "$AFIT_RUST holds another rustc than $RUST_VERSION" \
            "Export what you need from it with the version of this repo that made it," \
            "then move it away, or set AFIT_RUST to another place."
    # 'git clean' takes the empty folders away.
    [ "$base" = "$RUST_COMMIT" ] || amend_folders "$AFIT_RUST"
    overlook_cargo_lock
}

# With a tarball's source, cargo drops what Cargo.lock says of crates that only absent tools use, in
# every build. That is nobody's work, so git is told not to look.
overlook_cargo_lock() {
    [ "$(rustgit rev-parse refs/afit/base)" = "$RUST_COMMIT" ] ||
        [[ $(rustgit ls-files -v Cargo.lock) == S* ]] ||
        rustgit update-index --skip-worktree Cargo.lock
}

begin_checkout() { # TREE
    git -C "$1" init -q -b afit && settings "$1"
}

settings() { # TREE
    git -C "$1" config gc.auto 0 && # commits of an earlier apply stay findable
        git -C "$1" config maintenance.auto false &&
        git -C "$1" config core.autocrlf false
}

# What every checkout of ours has, however it came here.
settle_checkout() { # TREE BASE
    local git=(git -C "$1") exclude line
    "${git[@]}" update-ref refs/afit/base "$2"
    settings "$1"
    exclude=$("${git[@]}" rev-parse --path-format=absolute --git-path info/exclude)
    mkdir -p "$(dirname "$exclude")"
    for line in /build/ /bootstrap.toml __pycache__/ '*.pyc'; do
        grep -qxF -- "$line" "$exclude" 2>/dev/null || printf '%s\n' "$line" >>"$exclude"
    done
}
