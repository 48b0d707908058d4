# shellcheck shell=bash
# The parts of scripts/port: its program in Rust, where it may work, and its tests.

# Builds the program where that is stale, and sets PORT to it.
build_port() {
    local home
    home=$(dirname "$AFIT_RUST")
    PORT=$home/port
    mkdir -p "$home"
    [ -x "$PORT" ] && [ -z "$(find "$AFIT_LIB/port" -newer "$PORT" -print -quit)" ] && return
    rustup run afit rustc --edition 2024 -O -o "$PORT.$$" "$AFIT_LIB/port/main.rs" ||
        die "scripts/lib/port did not build" "Above is what rustc said."
    mv -f "$PORT.$$" "$PORT"
}

# Can git give back what is in FOLDER?
in_git() { # FOLDER
    git -C "$1" rev-parse --is-inside-work-tree >/dev/null 2>&1 &&
        git -C "$1" ls-files --error-unmatch Cargo.toml >/dev/null 2>&1
}

# Without what cargo has built. In one step: there is no half of a copy.
copy_package() { # FROM TO
    local part=$2.$$
    mkdir "$part"
    tar -C "$1" --exclude=./target -cf - . | tar -C "$part" -xf - || { rm -rf "$part" && die "could not copy $1"; }
    mv -T "$part" "$2"
}

# Everything on one small package, which needs nothing from a registry.
test_port() {
    local at port=$AFIT_REPO/scripts/port
    scratch
    at=$AFIT_SCRATCH
    say TEST "scripts/lib/port"
    rustup run afit rustc --edition 2024 --test -o "$at/unit" "$AFIT_LIB/port/main.rs" ||
        die "the tests of scripts/lib/port did not build" "Above is what rustc said."
    "$at/unit" --quiet || die "scripts/lib/port fails its tests"

    say TEST "a package that is not in git, then in git"
    export CARGO_TARGET_DIR=$at/target
    cp -r "$AFIT_LIB/port/sample" "$at/sample"
    "$port" "$at/sample" >"$at/said" 2>&1 || { cat "$at/said" && die "scripts/port fails on its sample"; }
    diff -r "$AFIT_LIB/port/sample" "$at/sample" || die "scripts/port changed what it was to copy"
    ! grep -rqE '^(#\[|use )async_trait' "$at/sample-afit/src" || die "scripts/port left the macro in its sample"
    (cd "$at/sample-afit" && cargo +afit test --quiet) >"$at/said" 2>&1 ||
        { cat "$at/said" && die "the sample fails its tests after scripts/port"; }
    ! "$port" "$at/sample" >"$at/said" 2>&1 || die "scripts/port wrote over a copy"

    git -C "$at/sample" init --quiet
    git -C "$at/sample" add -A
    ! "$port" "$at/sample" >"$at/said" 2>&1 || die "scripts/port changed what was not committed"
    git -C "$at/sample" -c user.name=test -c user.email=test@example.invalid commit --quiet -m sample
    "$port" "$at/sample" >"$at/said" 2>&1 || { cat "$at/said" && die "scripts/port fails on its sample in git"; }
    diff -r --exclude=.git "$at/sample-afit" "$at/sample" || die "scripts/port does otherwise in git"
    say PASS "scripts/port"
}
