# shellcheck shell=bash
# A source tarball is not quite a checkout: this makes up for what it lacks.

# Workspace members that Debian's tarball lacks.
AMEND_ABSENT_MEMBERS='src/tools/miri src/tools/miri/cargo-miri
    src/tools/remote-test-client src/tools/remote-test-server'
# Folders that x.py insists on; empty is enough, and git does not keep empty folders.
AMEND_FOLDERS="$AMEND_ABSENT_MEMBERS src/tools/enzyme/enzyme
    src/llvm-project/llvm src/llvm-project/lld src/llvm-project/compiler-rt/lib/crt"

amend_folders() { # TREE
    local folder
    for folder in $AMEND_FOLDERS; do mkdir -p "$1/$folder"; done
}

amend_tree() { # TREE
    local tree=$1 member
    for member in $AMEND_ABSENT_MEMBERS; do
        [ -e "$tree/$member/Cargo.toml" ] || sed -i "\\|^  \"$member\",\$|d" "$tree/Cargo.toml"
    done
    amend_folders "$tree"
    [ -e "$tree/.gitmodules" ] || : >"$tree/.gitmodules"
    # It points every crate at vendor/, which is incomplete and which we do not unpack.
    rm -rf "$tree/.cargo/config.toml" "$tree/vendor"
}
