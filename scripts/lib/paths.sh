# shellcheck shell=bash
# No path of this machine in what scripts/dist packs, `tree`.
# shellcheck disable=SC2034,SC2154 # variables of the script that sources this

# Paths of this machine, where the compiler names sources: in its own panics, and in diagnostics about
# std. Others of the same length take their place, as the lengths are written before them.
anonymize() {
    local old
    {
        grep -rahoE '/[A-Za-z0-9._+/-]+/registry/src/[A-Za-z0-9._-]+' "$tree" |
            grep -F "${CARGO_HOME:-$HOME/.cargo}/" || true
        echo "$AFIT_RUST"
    } | sort -u >"$AFIT_SCRATCH/paths"
    while read -r old; do
        case $old in
            "$AFIT_RUST") replace "$old" "$(of_length ${#old} "/rustc/$RUST_VERSION-")" ;;
            *) replace "$old" "$(of_length ${#old} /cargo/registry/src/crates-)" ;;
        esac
    done <"$AFIT_SCRATCH/paths"
}

of_length() { # LENGTH START
    local zeros
    printf -v zeros "%0$1d" 0
    zeros=$2$zeros
    printf '%s' "${zeros:0:$1}"
}

replace() { # OLD NEW
    local pattern
    pattern=$(printf '%s' "$1" | sed 's/[].[*^$\\|]/\\&/g')
    { grep -rlaFZ -- "$1" "$tree" || true; } | LC_ALL=C xargs -0r sed -i "s|$pattern|$2|g"
    say PATHS "$1 is $2"
}

# Nothing of this machine may be left.
check_paths() {
    local path found
    for path in "$(dirname "$AFIT_RUST")/" "$AFIT_REPO/" "${CARGO_HOME:-$HOME/.cargo}/" \
        "${RUSTUP_HOME:-$HOME/.rustup}/"; do
        found=$(grep -rlaF -- "$path" "$tree" || true)
        [ -z "$found" ] || die "$path is in what would be packed" "${found//$tree\//}"
    done
    found=$(find "$tree" -type l \( -lname '/*' -o -xtype l \))
    [ -z "$found" ] || die "links that lead out of what would be packed" "$found"
}
