# shellcheck shell=bash
# The licences of what scripts/dist packs, `tree`, into its folder `licenses`.
# shellcheck disable=SC2034,SC2154 # variables of the script that sources this

license_of_library() { # FILE
    local package='' file
    # dpkg may know it by its place before /lib became a link to /usr/lib.
    for file in "$1" "$(readlink -f "$1")" "/usr$1" "$(readlink -f "$1" | sed 's|^/usr||')"; do
        package=$(dpkg -S "$file" 2>/dev/null | sed -n '1s/[:,].*//p' || true)
        [ -z "$package" ] || break
    done
    if [ -n "$package" ] && [ -e "/usr/share/doc/$package/copyright" ]; then
        cp -L "/usr/share/doc/$package/copyright" "$licenses/$package"
    else
        say LICENSE "no package says what ${1##*/} is under: find out before you hand this on"
    fi
}

# rustc's own, and those of the crates that are linked in. Cargo's came with it.
licenses() {
    local crate file
    cp "$AFIT_RUST"/{COPYRIGHT,LICENSE-APACHE,LICENSE-MIT} "$tree/"
    cp -r "$AFIT_RUST/LICENSES" "$licenses/rustc"
    mkdir "$licenses/crates"
    [ -e "$tree/share/doc/cargo" ] || say LICENSE "cargo came without its licences: find them before you hand this on"
    cat "$AFIT_RUST"/build/host/stage1-{rustc,std,tools}/*/*/deps/*.d 2>/dev/null |
        grep -aoE '/[^ ]+/registry/src/[^ /]+/[^ /]+' | sort -u >"$AFIT_SCRATCH/crates" ||
        die "nothing in $AFIT_RUST/build says which crates the compiler is made of" \
            "scripts/build, then run this again."
    while read -r crate; do
        for file in "$crate"/{LICENSE,LICENCE,license,COPYING,COPYRIGHT,UNLICENSE,NOTICE}*; do
            [ -f "$file" ] || continue
            mkdir -p "$licenses/crates/${crate##*/}"
            cp "$file" "$licenses/crates/${crate##*/}/"
        done
    done <"$AFIT_SCRATCH/crates"
    say LICENSE "rustc, $(find "$licenses/crates" -mindepth 1 -maxdepth 1 | wc -l) crates," \
        "$(find "$licenses" -maxdepth 1 -type f | wc -l) libraries"
}
