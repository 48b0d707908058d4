# shellcheck shell=bash
# What the machine must have: programs and libraries, LLVM, a compiler for stage 0; and bootstrap.toml,
# where x.py reads of them.

# shellcheck source=llvm.sh
. "$AFIT_LIB/llvm.sh"

# Debian package of each program and header that a build needs.
NEEDED_PROGRAMS='git:git xz:xz-utils cmake:cmake ninja:ninja-build pkg-config:pkg-config
    python3:python3 make:make cc:gcc c++:g++'
NEEDED_LIBRARIES='zlib:zlib1g-dev libzstd:libzstd-dev'

# Installs what is missing, or says what to install and stops.
ensure_dependencies() {
    local pair missing=()
    for pair in $NEEDED_PROGRAMS; do have "${pair%%:*}" || missing+=("${pair##*:}"); done
    for pair in $NEEDED_LIBRARIES; do
        have pkg-config && pkg-config --exists "${pair%%:*}" || missing+=("${pair##*:}")
    done
    if [ -n "${AFIT_LLVM_CONFIG:-}" ]; then
        llvm_is_usable "$AFIT_LLVM_CONFIG" || die "AFIT_LLVM_CONFIG=$AFIT_LLVM_CONFIG will not do: $LLVM_PROBLEM" \
            "Name the llvm-config of an LLVM $LLVM_OLDEST or newer that has its headers," \
            "or unset it, and one is looked for (and installed, where that is allowed)."
    elif ! find_llvm; then
        update_lists
        missing+=("$(llvm_packages)")
    elif [ ! -x "$(filecheck)" ] && have apt-cache; then
        # Only some test suites want it, but x.py asks for it in any of them.
        missing+=("llvm-$(llvm_major "$LLVM_CONFIG")-tools")
    fi
    if [ ${#missing[@]} -gt 0 ]; then
        install "${missing[*]}"
        [ -n "${LLVM_CONFIG:-}" ] || find_llvm || die "LLVM is still missing: $LLVM_PROBLEM" \
            "Install LLVM $LLVM_OLDEST or newer with its development files by other means, and" \
            "name its llvm-config: AFIT_LLVM_CONFIG=/path/to/llvm-config scripts/build"
    fi
    LLVM_CONFIG=${AFIT_LLVM_CONFIG:-$LLVM_CONFIG}
    say DEPS "LLVM $("$LLVM_CONFIG" --version) ($LLVM_CONFIG)"
}

may_install() {
    have apt-get && [ -z "${AFIT_NO_INSTALL:-}" ] && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

# apt-get as root, patient with other runs of itself and impatient with a dead network.
apt() {
    local sudo=()
    [ "$(id -u)" = 0 ] || sudo=(sudo -n)
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=1 \
        -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# A fresh machine's lists are empty or old: then apt finds no package, or asks for one that is gone.
update_lists() {
    [ -z "${AFIT_LISTS_UPDATED:-}" ] && may_install || return 0
    say DEPS "apt-get update"
    apt -q update || say DEPS "that failed; going on with the lists that are here"
    AFIT_LISTS_UPDATED=1
}

install() { # PACKAGES
    local packages
    read -ra packages <<<"$1"
    have apt-get || die "this machine lacks (in Debian's names): $1" \
        "Install them with the machine's package manager, then run this again."
    may_install || die "this machine lacks packages, and this run may not install them" \
        "As root: apt-get install $1" "Then run this again."
    update_lists
    say DEPS "installing $1"
    apt -y --no-install-recommends install "${packages[@]}" || die "apt could not install: $1" \
        "Above is what it said. Without a network, install them by other means. Then run this again."
}

# Sets STAGE0 to the folder of a toolchain that can compile this rustc.
find_stage0() {
    local toolchain
    have rustup || die "rustup is not installed, and the built toolchain is linked with it" \
        "https://rustup.rs installs it."
    for toolchain in "$RUST_VERSION" stable $(rustup toolchain list 2>/dev/null | cut -d ' ' -f 1); do
        ! stage0_in "$toolchain" || return 0
    done
    say DEPS "asking rustup for toolchain $RUST_VERSION"
    if timeout 600 rustup toolchain install "$RUST_VERSION" --profile minimal --no-self-update &&
        stage0_in "$RUST_VERSION"; then
        return
    fi
    die "no toolchain here can compile rustc $RUST_VERSION" \
        "rustup toolchain install $RUST_VERSION --profile minimal" "Then run this again."
}

stage0_in() { # TOOLCHAIN
    local rustc version
    rustc=$(RUSTUP_AUTO_INSTALL=0 rustup which --toolchain "$1" rustc 2>/dev/null) || return 1
    version=$("$rustc" --version 2>/dev/null) || return 1
    # shellcheck disable=SC2153 # from base.sh
    [[ $version =~ ^rustc\ ($STAGE0_VERSIONS)\  ]] || return 1
    [ -x "$(dirname "$rustc")/cargo" ] || return 1
    STAGE0=$(dirname "$rustc")
    STAGE0_VERSION=${BASH_REMATCH[1]}
}

# Sets RUSTFMT to a rustfmt, and RUSTFMT_IS_NIGHTLY if it knows upstream's import settings.
find_rustfmt() {
    local toolchain rustfmt
    RUSTFMT='' RUSTFMT_IS_NIGHTLY=''
    for toolchain in $(rustup toolchain list | cut -d ' ' -f 1) "$RUST_VERSION"; do
        rustfmt=$(RUSTUP_AUTO_INSTALL=0 rustup which --toolchain "$toolchain" rustfmt 2>/dev/null) || continue
        case $("$rustfmt" --version 2>/dev/null) in
            *-nightly*) RUSTFMT=$rustfmt RUSTFMT_IS_NIGHTLY=1 ;;
            rustfmt*) [ -n "$RUSTFMT_IS_NIGHTLY" ] || RUSTFMT=$rustfmt ;;
        esac
    done
}

# bootstrap.toml in the checkout, rewritten only if it changes.
configure() {
    local new=$AFIT_SCRATCH/bootstrap.toml local_rebuild=false
    find_rustfmt
    [ "$STAGE0_VERSION" != "$RUST_VERSION" ] || local_rebuild=true
    {
        echo '# Written by scripts/build: change x.py-config.toml in the repo instead.'
        cat "$AFIT_REPO/x.py-config.toml"
        printf '\n# This machine:\n'
        printf '%s = "%s"\n' rustc "$STAGE0/rustc" cargo "$STAGE0/cargo" ${RUSTFMT:+rustfmt "$RUSTFMT"}
        printf 'local-rebuild = %s\n' "$local_rebuild"
        printf '\n[target.%s]\nllvm-config = "%s"\n' \
            "$("$STAGE0/rustc" -vV | sed -n 's/^host: //p')" "$LLVM_CONFIG"
        [ ! -x "$(filecheck)" ] || printf 'llvm-filecheck = "%s"\n' "$(filecheck)"
    } >"$new"
    stamp "$new"
    cmp -s "$new" "$AFIT_RUST/bootstrap.toml" || {
        mv "$new" "$AFIT_RUST/bootstrap.toml"
        say CONFIG "wrote $AFIT_RUST/bootstrap.toml"
    }
}
