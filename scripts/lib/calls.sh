# shellcheck shell=bash
# scripts/bench calls and static: what a call costs. It has `instructions`, `per_round` and `cargo_with`, and
# the sysroots `ours` and `theirs`.
# shellcheck disable=SC2034,SC2154 # variables of the script that sources this

calls() {
    local way kind name plain counting counts
    cargo_with "$ours" build --quiet --release --manifest-path "$AFIT_REPO/bench/Cargo.toml"
    plain=$AFIT_SCRATCH/calls counting=$AFIT_SCRATCH/calls-counting
    cp "$target/release/calls" "$plain"
    cargo_with "$ours" build --quiet --release --manifest-path "$AFIT_REPO/bench/Cargo.toml" --features count
    cp "$target/release/calls" "$counting"

    cat <<'TXT'
One call of an `async fn`, from making the future to dropping it: instructions, allocations,
nanoseconds. The future is ready at once, suspends once, or does so while it holds 1 KiB.
TXT
    echo
    echo '| way to call | ready at once | suspends once | holds 1 KiB |'
    echo '| --- | --- | --- | --- |'
    "$plain" list >"$AFIT_SCRATCH/list"
    while read -r _ way name; do
        printf '| %s ' "$name"
        while read -r _ kind _; do
            counts=$(per_round "$plain" run "$way" "$kind") || exit 1
            printf '| %s, %s, %s ' "$counts" "$("$counting" allocations "$way" "$kind")" \
                "$("$plain" time "$way" "$kind")"
        done < <(grep '^kind' "$AFIT_SCRATCH/list")
        echo '|'
    done < <(grep '^way' "$AFIT_SCRATCH/list")
}

# Machine code without what differs from run to run: hashes in names, comments, file names.
machine_code() {
    sed -E 's/17h[0-9a-f]{16}E/E/g; s/Cs[0-9A-Za-z]+_/C_/g; s/\.L[A-Za-z_]*[0-9a-f.]*[0-9]+/.L/g; s/[.]?(anon|alloc)[._][0-9a-f]{32}([._][0-9]+)?/&_/g
        s/[0-9a-f]{32}//g; /^\t\.(ident|file|section \.note)/d; s/#.*//' "$1"
}

static() {
    local kind which sysroot differ=''
    for which in ours theirs; do
        sysroot=${!which}
        RUSTC_BOOTSTRAP=1 "$sysroot/bin/rustc" --edition 2024 -O -Ccodegen-units=1 -Cpanic=abort \
            --emit=asm,link --out-dir "$AFIT_SCRATCH" "$AFIT_REPO/bench/src/static_dispatch.rs" \
            2>"$AFIT_SCRATCH/err" ||
            die "the static benchmark did not build" "$(cat "$AFIT_SCRATCH/err")"
        machine_code "$AFIT_SCRATCH/static_dispatch.s" >"$AFIT_SCRATCH/code-$which"
        for kind in ready suspends large; do
            per_round "$AFIT_SCRATCH/static_dispatch" "$kind" >"$AFIT_SCRATCH/$kind-$which.count"
        done
    done
    echo 'Static dispatch, instructions of three calls, by the unpatched compiler and by ours:'
    echo
    echo '| future | unpatched | ours |'
    echo '| --- | --- | --- |'
    for kind in ready suspends large; do
        printf '| %s | %s | %s |\n' "$kind" "$(<"$AFIT_SCRATCH/$kind-theirs.count")" \
            "$(<"$AFIT_SCRATCH/$kind-ours.count")"
        for which in ours theirs; do
            awk -v f="$kind:" '$0 == f { on = 1 } on; /\.cfi_endproc/ { on = 0 }' \
                "$AFIT_SCRATCH/code-$which" >"$AFIT_SCRATCH/$kind-$which"
        done
        [ -s "$AFIT_SCRATCH/$kind-ours" ] || die "there is no function '$kind' in the machine code"
        diff "$AFIT_SCRATCH/$kind-theirs" "$AFIT_SCRATCH/$kind-ours" || differ="$differ $kind"
    done
    echo
    [ -z "$differ" ] || { say STATIC "the machine code differs (<: unpatched, >: ours):$differ"; return 1; }
    echo 'The machine code of the functions is the same, instruction for instruction.'
}
