# shellcheck shell=bash disable=SC2034
# The one rustc that the patches are for. README.md, "Moving to a newer rustc", says how to change it.

RUST_VERSION=1.95.0
RUST_COMMIT=59807616e1fa2540724bfbac14d7976d7e4a3860
RUST_DATE=2026-04-14T00:00:00Z
RUST_GIT=https://github.com/rust-lang/rust.git
RUST_TARBALL_URL=https://static.rust-lang.org/dist/rustc-$RUST_VERSION-src.tar.xz

# Debian repacks upstream's tarball, less some parts that amend.sh makes up for.
DEBIAN_VERSION=1.95.0+dfsg1
DEBIAN_TARBALL=rustc_$DEBIAN_VERSION.orig.tar.xz
DEBIAN_SHA256=fee0a232c32b6f919b2166efc441a7c37884905bdcc2170163579eeed5feee6b

# Releases that can compile it (stage 0), in order of preference.
STAGE0_VERSIONS='1\.95\.0|1\.94\.[0-9]+'
# The oldest LLVM it builds against, and the order to ask a package manager in: upstream ships 22.
LLVM_OLDEST=20
LLVM_PREFERRED='22 21 20 23 24'
