# shellcheck shell=bash
# What every script here starts with: where things are, how to speak and how to stop.

set -euo pipefail

# A caller that is itself a git hook would point our git at the wrong repository.
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX GIT_OBJECT_DIRECTORY

AFIT_REPO=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
AFIT_LIB=$AFIT_REPO/scripts/lib
# The rustc checkout. Outside the repo, so that a second clone finds the same warm build.
AFIT_RUST=${AFIT_RUST:-${XDG_CACHE_HOME:-$HOME/.cache}/afit/rust}
case $AFIT_RUST in /*) ;; *) AFIT_RUST=$PWD/$AFIT_RUST ;; esac
AFIT_RUST=${AFIT_RUST%/}

# shellcheck source=base.sh
. "$AFIT_LIB/base.sh"

say() { # STAGE TEXT...
    local stage=$1
    shift
    printf '[%s] %s\n' "$stage" "$*"
}

# Stop: what is wrong, then on lines of their own what to do about it.
die() {
    printf 'error: %s\n' "$1" >&2
    shift
    [ $# = 0 ] || printf '%s\n' "$@" | sed 's/^/  /' >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Git in the checkout, and only there: never in a repository that happens to enclose it.
rustgit() { git -C "$AFIT_RUST" --git-dir="$AFIT_RUST/.git" --work-tree="$AFIT_RUST" "$@"; }

# A folder for this run, gone when it ends. Beside the checkout, as /tmp may be small.
scratch() {
    local home old pid
    [ -z "${AFIT_SCRATCH:-}" ] || return 0
    home=$(dirname "$AFIT_RUST")
    mkdir -p "$home"
    for old in "$home"/tmp.*.*; do # of runs that were killed
        pid=${old#"$home"/tmp.} pid=${pid%%.*}
        [ ! -d "$old" ] || kill -0 "$pid" 2>/dev/null || rm -rf "$old"
    done
    AFIT_SCRATCH=$(mktemp -d "$home/tmp.$$.XXXXXX")
    trap 'rm -rf "$AFIT_SCRATCH"' EXIT
}

# One run at a time may change what LOCKFILE stands for; the kernel frees it when we die.
lock() { # LOCKFILE WHAT
    mkdir -p "$(dirname "$1")"
    exec 9>"$1"
    if ! flock -n 9; then
        say WAIT "another run is at work on $2"
        flock 9
    fi
}

free_gib() { # DIR, which need not exist yet
    local dir=$1
    while [ ! -d "$dir" ]; do dir=$(dirname "$dir"); done
    df -Pk "$dir" | awk 'NR == 2 { print int($4 / 1048576) }'
}

need_space() { # DIR GIB WHAT_FOR
    local free
    free=$(free_gib "$1")
    [ "$free" -ge "$2" ] || die "$3 needs $2 GiB free at $1; there are $free" \
        "Free some space, or set AFIT_RUST to a folder on a larger disk and run this again."
}
