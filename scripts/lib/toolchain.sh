# shellcheck shell=bash
# The toolchain `afit`: the hash that tells one build of it from the next, and the folder that finished
# builds are installed into. x.py's own stage1 is no place to work with: `x.py test` empties it.

# A link to the newest of the folders toolchain-HASH beside it.
AFIT_TOOLCHAIN=$(dirname "$AFIT_RUST")/toolchain

# Makes the compiler's version one of its own, in the bootstrap.toml that is given: a hash of all that
# compiler, library and rustdoc are built from, as it is in the checkout now. Cargo rebuilds where
# `rustc -vV` has changed; rustc itself refuses crates, and drops incremental results, of other versions.
# Build scripts parse it (those of rustversion and version_check): it reads as that of any nightly, one word and
# a date.
stamp() { # BOOTSTRAP_TOML
    STAMP=$(source_hash "$1") || die "the sources in $AFIT_RUST could not be read" "Above is what was said."
    sed -i "s/^description = .*/description = \"afit-$STAMP ${RUST_DATE%%T*}\"/" "$1"
}

source_hash() { # BOOTSTRAP_TOML
    local parts=(Cargo.toml Cargo.lock src/version src/bootstrap compiler library src/librustdoc
        src/rustdoc-json-types src/tools/rustdoc)
    {
        echo "$RUST_COMMIT" &&
            rustgit diff --no-renames --diff-filter=D --name-only refs/afit/base -- "${parts[@]}" &&
            {
                rustgit diff --no-renames --diff-filter=d --name-only -z refs/afit/base -- "${parts[@]}" &&
                    rustgit ls-files -z --others --exclude-standard -- "${parts[@]}"
            } | sort -zu | (cd "$AFIT_RUST" && xargs -0r sha256sum --) &&
            # What tools this machine has makes a difference, but not where.
            sed '/^# This machine:/q; /^description = /d' "$1" &&
            "$(configured rustc "$1")" -vV && "$(configured llvm-config "$1")" --version
    } | sha256sum | cut -c 1-12
}

configured() { # KEY BOOTSTRAP_TOML
    sed -n "/^$1 = \"\\(.*\\)\"\$/{s//\\1/p;q}" "$2"
}

# Copies the finished stage1, with cargo and the library's source, into a folder that becomes the
# toolchain by one rename. Whoever works with the one before keeps it until the next but one. Copies,
# not hard links: x.py strips files in place.
install_toolchain() { # CARGO
    local home fresh name previous old count=1
    home=$(dirname "$AFIT_RUST")
    need_space "$home" 1 "the toolchain"
    scratch
    lock "$AFIT_TOOLCHAIN.lock" "$AFIT_TOOLCHAIN"
    fresh=$AFIT_SCRATCH/toolchain
    rm -rf "$fresh"
    # Under the lock of x.py, so that no other run of it empties stage1 meanwhile.
    (
        flock -n 8 || { say WAIT "another run of x.py is at work on $AFIT_RUST" && flock 8; }
        cp -a --reflink=auto "$AFIT_RUST/build/host/stage1/." "$fresh"
    ) 8<"$AFIT_RUST/build/lock"
    [[ $("$fresh/bin/rustc" -vV 2>/dev/null) == *"(afit-$STAMP "* ]] && [ -x "$fresh/bin/rustdoc" ] &&
        compgen -G "$fresh/lib/rustlib/*/lib/libstd-*.so" >/dev/null ||
        die "another run of x.py has changed build/host/stage1 since it was built; nothing was installed" \
            "Run this again."
    [ "$(source_hash "$AFIT_RUST/bootstrap.toml")" = "$STAMP" ] ||
        die "the sources changed while they were built; nothing was installed" "Run this again."

    # Links to the checkout, which may say something else tomorrow.
    rm -rf "$fresh/lib/rustlib/src" "$fresh/lib/rustlib/rustc-src"
    mkdir -p "$fresh/lib/rustlib/src/rust" "$fresh/libexec" "$fresh/share/doc"
    cp -a --reflink=auto "$AFIT_RUST/library" "$fresh/lib/rustlib/src/rust/library"
    rm -rf "$fresh/lib/rustlib/src/rust/library/target"
    cp -L --preserve=mode,timestamps --reflink=auto "$1" "$fresh/libexec/cargo"
    cp -rL "${1%/bin/cargo}/share/doc/cargo" "$fresh/share/doc/" 2>/dev/null || true # its licences
    cargo_wrapper >"$fresh/bin/cargo"
    chmod +x "$fresh/bin/cargo"

    previous=$(readlink "$AFIT_TOOLCHAIN" || true)
    if [ -n "$previous" ] && diff -rq --no-dereference "$home/$previous" "$fresh" >/dev/null 2>&1; then
        say INSTALL "nothing to do: $home/$previous is what was built"
        return
    fi
    name=toolchain-$STAMP
    while [ -e "$home/$name" ]; do count=$((count + 1)) name=toolchain-$STAMP.$count; done
    mv "$fresh" "$home/$name"
    ln -s "$name" "$AFIT_SCRATCH/link"
    mv -T "$AFIT_SCRATCH/link" "$AFIT_TOOLCHAIN" || die "$AFIT_TOOLCHAIN is in the way" \
        "It should be a link to the folder that the toolchain is in. Move it away and run this again."
    for old in "$home"/toolchain-*; do
        case ${old##*/} in "$name" | "$previous") continue ;; esac
        [[ ! $old =~ /toolchain-[0-9a-f]{12}(\.[0-9]+)?$ ]] || rm -rf "$old"
    done
    say INSTALL "$home/$name"
}

# The cargo of the rustc that this one is made from. It takes -Z flags as the compiler does, which is a
# nightly, and goes on with the compiler it began with where a newer one is installed meanwhile.
cargo_wrapper() {
    cat <<'SH'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export __CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS=nightly
exec "$here/../libexec/cargo" --config "build.rustc='$here/rustc'" --config "build.rustdoc='$here/rustdoc'" "$@"
SH
}

link_toolchain() {
    [ "$(readlink "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/afit" || true)" = "$AFIT_TOOLCHAIN" ] ||
        rustup toolchain link afit "$AFIT_TOOLCHAIN"
    say LINK "toolchain afit is $AFIT_TOOLCHAIN"
}
