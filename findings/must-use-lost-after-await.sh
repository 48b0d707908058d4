#!/usr/bin/env bash
# `#[must_use]` on an `async fn` of a trait is lost at the `.await`, except where a call is known to run
# the trait's own default body. Under async-trait and async-recursion it is lost everywhere.
#
# One would guess: since Rust 1.67 `#[must_use]` on an `async fn` speaks of the value that `.await`
#   gives, so `f().await;` is reported by the lint `unused_must_use`. One would guess the same of a
#   trait's `async fn`, for every implementor and in generic code, as it is with a trait's plain `fn`;
#   and of async-trait and async-recursion, which keep the attribute on the function that they write.
# What happens instead: the lint goes from the type of what is awaited, the opaque future of one certain
#   `async fn`, to the attributes of that `async fn`. An impl's `async fn` is another function than the
#   trait's, and has no attribute (to write it there too makes rustc say that it does not belong there).
#   On a type parameter, and on `self` in a default method, there is no opaque future yet. Under both
#   macros what is awaited is a `Pin<Box<dyn Future>>`. Nothing says that the attribute has no effect.
#   A value whose type is must-use, as `Result` is, is reported in all of these places.
# What helps: put `#[must_use]` on the type that is returned rather than on the function.
#
# Seen with rustc 1.95.0, async-trait 0.1.92 and async-recursion 1.2.0, edition 2024.
# Needs bash, the toolchain 1.95.0 and crates.io. Not run by CI. Exits non-zero if it is no longer so.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cargo +1.95.0 init -q --vcs none --edition 2024 --name finding
cargo +1.95.0 add -q async-trait@=0.1.92 async-recursion@=1.2.0

cat > src/main.rs <<'RUST'
#![allow(dead_code, async_fn_in_trait)]

#[must_use]
async fn free() -> u32 {
    1
}

#[async_recursion::async_recursion]
#[must_use]
async fn recursive(n: u32) -> u32 {
    if n == 0 { 0 } else { recursive(n - 1).await }
}

trait Native {
    #[must_use]
    fn plain(&self) -> u32;
    #[must_use]
    async fn take(&self) -> u32;
    #[must_use]
    async fn provided(&self) -> u32 {
        1
    }
    async fn fallible(&self) -> Result<u32, String>;
    async fn default_method(&self) {
        self.take().await; // case: trait's async fn, self in a default method
    }
}

#[async_trait::async_trait]
trait Boxed {
    #[must_use]
    fn plain(&self) -> u32;
    #[must_use]
    async fn take(&self) -> u32;
    async fn fallible(&self) -> Result<u32, String>;
}

struct One;

impl Native for One {
    fn plain(&self) -> u32 {
        1
    }
    async fn take(&self) -> u32 {
        1
    }
    async fn fallible(&self) -> Result<u32, String> {
        Ok(1)
    }
}

async fn known_type(one: One) {
    free().await; // case: free async fn
    one.plain(); // case: trait's plain fn, known type
    one.provided().await; // case: trait's async fn, known type, the trait's default body
    one.take().await; // case: trait's async fn, known type, the impl's body
}

async fn generic<T: Native>(t: T) {
    t.plain(); // case: trait's plain fn, type parameter
    t.provided().await; // case: trait's async fn with a default body, type parameter
    t.take().await; // case: trait's async fn, type parameter
    t.fallible().await; // case: trait's async fn that gives a Result, type parameter
}

async fn dynamic(d: &dyn Boxed) {
    d.plain(); // case: async-trait, plain fn
    d.take().await; // case: async-trait, async fn
    d.fallible().await; // case: async-trait, async fn that gives a Result
}

async fn recursion() {
    recursive(3).await; // case: async-recursion
}

fn main() {}
RUST

cargo +1.95.0 check -q --color never --message-format short 2> messages || { cat messages >&2; exit 1; }

seen=$(grep -n '// case: ' src/main.rs | while IFS= read -r found; do
    line=${found%%:*}
    if grep -q "^src/main.rs:$line:.*that must be used" messages; then
        echo "reported      ${found##*// case: }"
    else
        echo "not reported  ${found##*// case: }"
    fi
done)
printf '%s\n' "$seen"

expected="not reported  trait's async fn, self in a default method
reported      free async fn
reported      trait's plain fn, known type
reported      trait's async fn, known type, the trait's default body
not reported  trait's async fn, known type, the impl's body
reported      trait's plain fn, type parameter
not reported  trait's async fn with a default body, type parameter
not reported  trait's async fn, type parameter
reported      trait's async fn that gives a Result, type parameter
reported      async-trait, plain fn
not reported  async-trait, async fn
reported      async-trait, async fn that gives a Result
not reported  async-recursion"

if [ "$seen" != "$expected" ]; then
    echo "No longer so: the output differs from what this finding describes." >&2
    exit 1
fi
echo "Still so: #[must_use] on a trait's async fn is lost at the .await in all but one case."
