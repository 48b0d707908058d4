# shellcheck shell=bash
# Where the pinned rustc source comes from: each function tries one place, and makes a checkout of it.

# shellcheck source=fetch.sh
. "$AFIT_LIB/fetch.sh"

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
