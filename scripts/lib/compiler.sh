# shellcheck shell=bash
# scripts/bench baseline and compiler: what the patches cost who uses none of it.
# shellcheck disable=SC2034,SC2154 # variables of the script that sources this

build_baseline() {
    [ -e "$AFIT_RUST/bootstrap.toml" ] || die "there is no configured checkout at $AFIT_RUST" \
        "scripts/build makes one."
    need_space "$baseline" 8 "a second compiler"
    [ -e "$baseline/.git" ] ||
        git -C "$AFIT_RUST" worktree add --detach "$baseline" refs/afit/base
    [ "$(rustgit rev-parse refs/afit/base)" = "$RUST_COMMIT" ] || amend_folders "$baseline"
    # A worktree has no submodules; with a tarball's source these are plain files.
    [ -e "$baseline/library/backtrace/src" ] ||
        cp -r "$AFIT_RUST/library/backtrace/." "$baseline/library/backtrace/"
    # Less the hash of what ours is built from.
    sed '/^description = /d' "$AFIT_RUST/bootstrap.toml" >"$AFIT_SCRATCH/bootstrap.toml"
    cmp -s "$AFIT_SCRATCH/bootstrap.toml" "$baseline/bootstrap.toml" ||
        cp "$AFIT_SCRATCH/bootstrap.toml" "$baseline/bootstrap.toml"
    (cd "$baseline" && python3 x.py build --stage 1 library) </dev/null ||
        die "the unpatched compiler did not build" "Above is what x.py said."
    say BASELINE "the unpatched compiler is $baseline_sysroot"
}

# The commands that cargo runs to check three crates, in words-NAME-ours and words-NAME-baseline.
commands_of_crates() {
    local which sysroot name command words=()
    [ -x "$baseline_sysroot/bin/rustc" ] || die "there is no unpatched compiler that was built as ours is" \
        "scripts/bench baseline builds it. (Upstream's own is optimized with profiles: it would be" \
        "compared with that.)"
    for which in baseline ours; do
        sysroot=$ours
        [ $which = ours ] || sysroot=$baseline_sysroot
        target=$AFIT_SCRATCH/check-$which
        CARGO_TERM_COLOR=never cargo_with "$sysroot" check -v \
            --manifest-path "$AFIT_REPO/bench/crates/Cargo.toml" 2>"$AFIT_SCRATCH/log-$which" || {
            cat "$AFIT_SCRATCH/log-$which" >&2
            exit 1
        }
        for name in "${crates[@]}"; do
            command=$(sed -nE "s/^ *Running \`(.*--crate-name $name .*)\`\$/\1/p" "$AFIT_SCRATCH/log-$which" | tail -n 1)
            [ -n "$command" ] || die "cargo did not compile $name"
            eval "words=($command)" # cargo has quoted it for a shell
            printf '%s\0' "${words[@]}" >"$AFIT_SCRATCH/words-$name-$which"
        done
    done
}

crates=(regex_syntax syn hyper)

compiler() {
    local name which words=() counts=()
    commands_of_crates
    cat <<'TXT'
Instructions to check one crate, in millions:

| crate | unpatched | patched | ratio |
| --- | --- | --- | --- |
TXT
    for name in "${crates[@]}"; do
        counts=()
        for which in baseline ours; do
            mapfile -d '' -t words <"$AFIT_SCRATCH/words-$name-$which"
            counts+=("$(instructions "${words[@]}")") || exit 1
        done
        awk -v name="$name" -v a="${counts[0]}" -v b="${counts[1]}" \
            'BEGIN { printf "| %s | %.0f | %.0f | %.3f |\n", name, a / 1e6, b / 1e6, b / a }'
    done
}
