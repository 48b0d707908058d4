# shellcheck shell=bash
# The machine's LLVM, which the compiler is linked with.

# LLVM's development files and FileCheck, in the version that is nearest to upstream's.
llvm_packages() {
    local version
    if have apt-cache; then
        for version in $LLVM_PREFERRED; do
            if [ -n "$(apt-cache madison "llvm-$version-dev" 2>/dev/null)" ]; then break; fi
        done
    fi
    [ -n "$(apt-cache madison "llvm-${version:-}-dev" 2>/dev/null)" ] || version=${LLVM_PREFERRED%% *}
    echo "llvm-$version-dev llvm-$version-tools"
}

find_llvm() {
    local version candidate tried=''
    for version in $LLVM_PREFERRED ''; do
        for candidate in "llvm-config${version:+-$version}" "/usr/lib/llvm-$version/bin/llvm-config" \
            "/usr/lib64/llvm$version/bin/llvm-config"; do
            have "$candidate" || continue
            if llvm_is_usable "$candidate"; then
                LLVM_CONFIG=$(command -v "$candidate")
                return
            fi
            tried+="$candidate: $LLVM_PROBLEM; "
        done
    done
    LLVM_PROBLEM=${tried:-no llvm-config found}
    return 1
}

llvm_major() { "$1" --version | cut -d . -f 1; }

llvm_is_usable() { # LLVM_CONFIG
    local major
    LLVM_PROBLEM='it does not run'
    have "$1" && major=$(llvm_major "$1" 2>/dev/null) || return 1
    LLVM_PROBLEM="it is LLVM $major, and rustc $RUST_VERSION needs $LLVM_OLDEST or newer"
    [ "$major" -ge "$LLVM_OLDEST" ] 2>/dev/null || return 1
    LLVM_PROBLEM="LLVM $major is here without its headers (Debian: llvm-$major-dev)"
    [ -e "$("$1" --includedir)/llvm/Config/llvm-config.h" ] || return 1
    LLVM_PROBLEM="LLVM $major is here without its shared library"
    "$1" --link-shared --libfiles >/dev/null 2>&1
}

filecheck() { printf '%s/FileCheck' "$("$LLVM_CONFIG" --bindir)"; }
