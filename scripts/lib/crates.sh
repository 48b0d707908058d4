# shellcheck shell=bash
# The steps of scripts/crates: the list, the crates' sources, one run of a crate's tests. It sets theirs, ours
# (sysroots), wanted, work (a folder), count and again.
# shellcheck disable=SC2034,SC2154 # variables of the script that sources this

declare -A version arguments note itself with
crates=()

# `NAME VERSION [itself=VERSION] [with=NAME@VERSION] ARGUMENTS` on a line, the arguments to `cargo test`; the
# comment above it is the note for the table. An empty line ends a comment that is about no crate.
read_list() { # FILE
    local name rest word comment=''
    while read -r name rest; do
        case $name in
            '') comment='' ;;
            '#'*) comment+=${comment:+ }$rest ;;
            *)
                [ -z "${version[$name]:-}" ] || die "$1 has $name twice" "Take one out."
                crates+=("$name")
                read -r "version[$name]" rest <<<"$rest"
                for word in itself with; do
                    [[ $rest == "$word="* ]] || continue
                    read -r "${word}[$name]" rest <<<"${rest#*=}"
                done
                arguments[$name]=$rest
                note[$name]=$comment
                comment=''
                ;;
        esac
    done <"$1"
}

# The published package of each crate that is asked for. Cargo unpacks what something depends on, so a package
# that depends on them is all it takes.
get_crates() {
    local name missing=() from
    for name in "${wanted[@]}"; do
        cmp -s <(source_key "$name") "$work/src/$name/.version" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say GET "${missing[*]}"
    mkdir -p "$AFIT_SCRATCH/get/src" "$work/src"
    : >"$AFIT_SCRATCH/get/src/lib.rs"
    {
        printf '[package]\nname = "get"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[dependencies]\n'
        for name in "${missing[@]}"; do
            printf '%s = { version = "=%s", default-features = false }\n' "$name" "${version[$name]}"
        done
    } >"$AFIT_SCRATCH/get/Cargo.toml"
    "$theirs/bin/cargo" metadata --quiet --format-version 1 --manifest-path "$AFIT_SCRATCH/get/Cargo.toml" \
        >"$AFIT_SCRATCH/metadata" || die "the crates could not be fetched" \
        "Above is what cargo said. Run this again when crates.io can be reached."
    for name in "${missing[@]}"; do
        from=$(grep -oE "\"manifest_path\":\"[^\"]*/$name-${version[$name]}/Cargo.toml\"" \
            "$AFIT_SCRATCH/metadata" | head -n 1 | sed 's/^"manifest_path":"//; s,/Cargo.toml"$,,') || true
        [ -n "$from" ] || die "cargo has no $name ${version[$name]}" "Is this how crates.io spells it?"
        [ -e "$from/Cargo.lock" ] || die "$name ${version[$name]} was published without a Cargo.lock" \
            "What it is tested with would change from one day to the next. Choose another version."
        rm -rf "$work/src/$name"
        cp -rL "$from" "$work/src/$name"
        adapt "$name" || die "$name could not be made ready for its tests" "Above is what cargo said." \
            "Does its Cargo.lock name $name ${itself[$name]:-}?"
        source_key "$name" >"$work/src/$name/.version"
    done
}

source_key() { # NAME
    echo "${version[$1]}${itself[$1]:+ itself=${itself[$1]}}${with[$1]:+ with=${with[$1]}}"
}

# Tests that use crates which depend on the one they test: `itself=` is the version of it that those would have,
# and they get the one that is tested. `with=` names what tests need and the published package left out.
adapt() { # NAME
    [ -z "${itself[$1]:-}" ] || cargo_in "$1" update --quiet "$1@${itself[$1]}" || return
    [ -n "${with[$1]:-}" ] || return 0
    printf '\n[dev-dependencies]\n%s = "=%s"\n' "${with[$1]%@*}" "${with[$1]#*@}" >>"$work/src/$1/Cargo.toml"
    cargo_in "$1" metadata --quiet --format-version 1 >"$AFIT_SCRATCH/metadata.$1"
}

# Cargo in a crate's package, the same for both compilers.
cargo_in() { # NAME COMMAND ARGUMENTS...
    local package=$work/src/$1 config=()
    [ -z "${itself[$1]:-}" ] || config=(--config "patch.crates-io.$1.path='$package'")
    timeout --foreground 3600 "$theirs/bin/cargo" "${config[@]}" "$2" --manifest-path "$package/Cargo.toml" \
        "${@:3}" </dev/null
}

# One folder for what a compiler builds, and one for its results. In that, NAME.log is what cargo said, NAME are
# the tests, a state and a name on each line, and the sum; NAME.key says what was tested.
declare -A target results
name_folders() { # SYSROOT
    local build
    build=$("$1/bin/rustc" --version | sed 's/^rustc //; s/[^a-z0-9.]\+/-/g; s/-$//')
    target[$1]=$work/$build
    results[$1]=$work/results/$build
    mkdir -p "${results[$1]}"
}

# The tests of a crate, once, unless there is a result.
test_crate() { # SYSROOT NAME
    local sysroot=$1 name=$2 key result status=0
    key="$(source_key "$name") ${arguments[$name]}"
    result=${results[$sysroot]}/$name
    [ -n "$again" ] || ! cmp -s <(echo "$key") "$result.key" || return 0
    rm -f "$result" "$result.key"
    say TEST "$count of ${#wanted[@]}: $name $key, ${target[$sysroot]##*/}"
    cargo_in "$name" fetch --quiet --locked --target "$("$theirs/bin/rustc" -vV | sed -n 's/^host: //p')" ||
        die "what $name needs could not be fetched" \
            "Above is what cargo said. Run this again when crates.io can be reached."
    cargo_test "$sysroot" "$name" "$result.log" || status=$?
    # Much of this depends on time. What fails has a second chance, on either compiler.
    if [ "$status" != 0 ] && built "$result"; then
        say AGAIN "$(grep -cE '^test .* \.\.\. FAILED' "$result.log") tests failed"
        mv "$result.log" "$result.first.log"
        status=0
        cargo_test "$sysroot" "$name" "$result.log" || status=$?
    fi
    [ -x "$sysroot/bin/rustc" ] || die "$sysroot was removed while $name was tested" "Run this again."
    awk -v status="$status" '
        /^ +Running / { sub(/ \(.*/, ""); sub(/^ *Running (unittests )?/, ""); target = $0 }
        /^ +Doc-tests / { target = "doc" }
        /^test .* \.\.\. (ok|FAILED)/ {
            state = $0; sub(/.* \.\.\. /, "", state); sub(/[ ,].*/, "", state)
            test = $0; sub(/^test /, "", test); sub(/ \.\.\. .*/, "", test)
            print state, target, test
        }
        /^test result: / { passed += $4; failed += $6; ignored += $8 }
        END { print "SUM", status, passed + 0, failed + 0, ignored + 0 }
    ' "$result.log" | LC_ALL=C sort >"$result"
    echo "$key" >"$result.key"
    # A program for each file of tests is what takes the space; libraries that others need, too, stay.
    find "${target[$sysroot]}/debug/deps" -type f -perm -u+x ! -name '*.so' -delete
    say DONE "$(outcome "$sysroot" "$name")"
}

# Nothing from the caller's settings, and no rustup on the way.
cargo_test() { # SYSROOT NAME LOG
    local given
    read -ra given <<<"${arguments[$2]}"
    (
        unset RUSTFLAGS RUSTDOCFLAGS RUSTC_BOOTSTRAP RUSTC_WRAPPER RUST_BACKTRACE RUST_LOG
        export RUSTC=$1/bin/rustc RUSTDOC=$1/bin/rustdoc CARGO_TARGET_DIR=${target[$1]} CARGO_INCREMENTAL=0
        export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0 CARGO_TERM_COLOR=never
        cargo_in "$2" test --locked --offline --no-fail-fast "${given[@]}" >"$3" 2>&1
    )
}

# Cargo runs no test before it has built them all.
built() { grep -qE '^ +(Running|Doc-tests) ' "$1.log"; } # RESULT
