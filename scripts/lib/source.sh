# shellcheck shell=bash
# Getting the pinned rustc source, checked, as a git checkout whose first commit is refs/afit/base.

# shellcheck source=amend.sh
. "$AFIT_LIB/amend.sh"

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

# 1. A tarball that the caller names, or that lies in shared/ beside the repo.
from_named_tarball() {
    local tarball=${AFIT_TARBALL:-} known=${AFIT_TARBALL_SHA256:-$DEBIAN_SHA256} sha
    if [ -z "$tarball" ]; then
        tarball=$AFIT_REPO/../shared/rust-src/$DEBIAN_TARBALL
        [ -e "$tarball" ] || return 1
    fi
    [ -r "$tarball" ] || die "AFIT_TARBALL=$tarball cannot be read" "Name a readable file, or unset it."
    say SOURCE "unpacking $tarball"
    sha=$(sha256 "$tarball")
    [ "$sha" = "$known" ] || die "wrong checksum of $tarball; nothing was changed" \
        "sha256 is  $sha" "should be  $known" \
        "Get it again. For another tarball of rustc $RUST_VERSION that you trust:" \
        "AFIT_TARBALL=... AFIT_TARBALL_SHA256=$sha"
    from_tarball "$tarball" "$1" || die "$tarball did not become a checkout of rustc $RUST_VERSION; nothing was changed" \
        "Where the disk is full: free some space, or set AFIT_RUST to a folder on a larger one." \
        "Where the tarball is damaged: get it again, or move it away and unset AFIT_TARBALL," \
        "and the source comes from the network."
}

# 2. git, one commit deep. The commit id is the check.
from_git() {
    local tree=$1
    say SOURCE "asking $RUST_GIT for tag $RUST_VERSION"
    export GIT_TERMINAL_PROMPT=0
    timeout 20 git ls-remote --exit-code "$RUST_GIT" "refs/tags/$RUST_VERSION" >/dev/null 2>&1 ||
        { say SOURCE "not reachable"; return 1; }
    # (No 'set -e' in here: bash ignores it where the caller asks for the outcome.)
    local git=(git -C "$tree")
    local patient=(timeout 1800 "${git[@]}" -c http.lowSpeedLimit=20000 -c http.lowSpeedTime=30)
    local tag=refs/tags/$RUST_VERSION
    if begin_checkout "$tree" && "${git[@]}" remote add origin "$RUST_GIT" &&
        "${patient[@]}" fetch --progress --depth 1 origin "$tag:$tag"; then
        [ "$("${git[@]}" rev-parse "$tag^{commit}")" = "$RUST_COMMIT" ] ||
            die "tag $RUST_VERSION of $RUST_GIT is not commit $RUST_COMMIT; nothing was changed" \
                "Do not build from it. AFIT_TARBALL=... names a tarball that you trust."
        # library/backtrace is the only submodule that std needs; LLVM comes from the machine.
        "${git[@]}" checkout -q -B afit "$RUST_COMMIT" &&
            "${patient[@]}" submodule update --init --depth 1 library/backtrace &&
            settle_checkout "$tree" "$RUST_COMMIT" && return
    fi
    say SOURCE "git did not finish; trying the next source"
    empty "$tree"
    return 1
}

# 3. Upstream's release tarball, checked by upstream's own checksum and the commit id inside.
from_release() {
    local tarball sha
    tarball=$(downloads)/${RUST_TARBALL_URL##*/}
    say SOURCE "asking for $RUST_TARBALL_URL"
    sha=$(fetch "$RUST_TARBALL_URL.sha256" - 2>/dev/null | awk '{ print $1 }') && [ -n "$sha" ] ||
        { say SOURCE "not reachable"; return 1; }
    if [ ! -e "$tarball" ] || [ "$(sha256 "$tarball")" != "$sha" ]; then
        fetch "$RUST_TARBALL_URL" "$tarball.partial" && [ "$(sha256 "$tarball.partial")" = "$sha" ] || {
            say SOURCE "the download is incomplete or has the wrong checksum"
            rm -f "$tarball.partial"
            return 1
        }
        mv "$tarball.partial" "$tarball"
    fi
    from_tarball "$tarball" "$1"
}

# 4. Debian's source package, from the mirror that this machine uses already. It is in newer suites
# than the machine's own: ask with lists of our own, and leave the machine's alone.
from_debian() {
    local tarball apt mirror version
    have apt-get || return 1
    tarball=$(downloads)/$DEBIAN_TARBALL
    if [ ! -e "$tarball" ] || [ "$(sha256 "$tarball")" != "$DEBIAN_SHA256" ]; then
        say SOURCE "asking Debian for the source package of rustc $DEBIAN_VERSION"
        apt=$AFIT_SCRATCH/apt
        mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/get"
        chmod 755 "$AFIT_SCRATCH" # apt reads its files as a user of its own
        # shellcheck disable=SC2016 # apt's own placeholders
        mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' 2>/dev/null |
            awk '$2 !~ /security|updates|backports/ { print $1; exit }')
        [ -n "$mirror" ] || { say SOURCE "apt knows no mirror (apt-get update?)"; return 1; }
        printf 'deb-src %s %s main\n' "$mirror" forky "$mirror" sid >"$apt/sources.list"
        cat >"$apt/apt.conf" <<CONF
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$apt/lists";
Dir::Cache "$apt/cache";
APT::Sandbox::User "root";
Acquire::http::Timeout "15";
Acquire::https::Timeout "15";
Acquire::Retries "1";
Acquire::Languages "none";
CONF
        export APT_CONFIG=$apt/apt.conf
        timeout 300 apt-get -qq update || { unset APT_CONFIG; say SOURCE "not reachable"; return 1; }
        version=$(apt-cache showsrc rustc 2>/dev/null | awk -v v="$DEBIAN_VERSION-" \
            '$1 == "Version:" && index($2, v) == 1 { print $2; exit }')
        [ -n "$version" ] || { unset APT_CONFIG; say SOURCE "Debian has $DEBIAN_VERSION no more"; return 1; }
        (cd "$apt/get" && timeout 1800 apt-get -qq source --download-only --tar-only "rustc=$version") ||
            { unset APT_CONFIG; say SOURCE "the download failed"; return 1; }
        unset APT_CONFIG
        [ "$(sha256 "$apt/get/$DEBIAN_TARBALL")" = "$DEBIAN_SHA256" ] ||
            { say SOURCE "Debian's tarball has the wrong checksum"; return 1; }
        mv "$apt/get/$DEBIAN_TARBALL" "$tarball"
    fi
    from_tarball "$tarball" "$1"
}

# Unpack, check the commit id that every source tarball carries, amend, commit as the base.
from_tarball() { # TARBALL TREE
    local tree=$2 commit
    # vendor/ is half of it all, and x.py takes its crates from crates.io.
    # Of its errors the last few say enough: a full disk gives one for each file.
    tar -xJf "$1" -C "$tree" --no-same-owner --strip-components=1 --anchored \
        --exclude='*-src/vendor' 2> >(tail -n 3 >&2) || {
        say SOURCE "$1 did not unpack: damaged, or the disk is full ($(free_gib "$tree") GiB free)"
        empty "$tree"
        return 1
    }
    commit=$(cat "$tree/git-commit-hash" 2>/dev/null || true)
    if [ "$commit" != "$RUST_COMMIT" ]; then
        say SOURCE "it holds commit '$commit', not $RUST_COMMIT"
        empty "$tree"
        return 1
    fi
    amend_tree "$tree"
    say SOURCE "recording the base commit"
    local git=(git -C "$tree")
    (
        afit_identity
        begin_checkout "$tree" && "${git[@]}" add -A -f &&
            "${git[@]}" -c commit.gpgSign=false commit -q --no-verify \
                -m "rustc $RUST_VERSION ($RUST_COMMIT)"
    ) && settle_checkout "$tree" HEAD && return
    say SOURCE "git could not record it (is the disk full? $(free_gib "$tree") GiB free)"
    empty "$tree"
    return 1
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

downloads() {
    local dir
    dir=$(dirname "$AFIT_RUST")/downloads
    mkdir -p "$dir"
    printf '%s' "$dir"
}

sha256() { sha256sum "$1" | cut -d ' ' -f 1; }

empty() { find "$1" -mindepth 1 -delete; }

# Gives up where a connection is not made in 15 s, or crawls for 30.
fetch() { # URL FILE (- for stdout)
    if have curl; then
        curl -fL --proto '=https' --connect-timeout 15 --speed-limit 20000 --speed-time 30 \
            --retry 1 -sS -o "$2" "$1"
    elif have wget; then
        wget -q --tries=2 --timeout=20 -O "$2" "$1"
    else
        return 1
    fi
}
