#!/usr/bin/env bash
# async-recursion drops an argument that the body does not mention when the function is CALLED.
#
# One would guess: `#[async_recursion]` only boxes the future. An `async fn` moves every argument into
#   its future and drops them when the body ends, whether the body mentions them or not. So a permit or
#   a lock guard taken as `_permit: Permit` is held while the body runs.
# What happens instead: the body becomes `Box::pin(async move { .. })`, which captures only what it
#   mentions. `_permit` is left behind in the outer, plain function and is dropped as soon as that
#   returns, before the future has been polled once. There is no warning, since a name that starts with
#   `_` is expected to be unused.
# What helps: mention the argument in the body, `let _permit = _permit;`.
#
# Seen with async-recursion 1.2.0 and Rust 1.95.0, edition 2024.
# Needs bash, the toolchain 1.95.0 and crates.io. Not run by CI. Exits non-zero if it is no longer so.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cargo +1.95.0 init -q --vcs none --edition 2024 --name finding
cargo +1.95.0 add -q async-recursion@=1.2.0

cat > src/main.rs <<'RUST'
use std::pin::pin;
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::task::{Context, Poll, Waker};

static HELD: AtomicI32 = AtomicI32::new(0);

struct Permit;

impl Permit {
    fn take() -> Permit {
        HELD.fetch_add(1, SeqCst);
        Permit
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        HELD.fetch_sub(1, SeqCst);
    }
}

/// Goes three levels down, with a permit for each, and says how many are held at the bottom.
async fn plain(depth: u32, _permit: Permit) -> i32 {
    if depth == 3 {
        return HELD.load(SeqCst);
    }
    Box::pin(plain(depth + 1, Permit::take())).await
}

#[async_recursion::async_recursion]
async fn boxed(depth: u32, _permit: Permit) -> i32 {
    if depth == 3 {
        return HELD.load(SeqCst);
    }
    boxed(depth + 1, Permit::take()).await
}

#[async_recursion::async_recursion]
async fn boxed_and_mentioned(depth: u32, permit: Permit) -> i32 {
    let _permit = permit;
    if depth == 3 {
        return HELD.load(SeqCst);
    }
    boxed_and_mentioned(depth + 1, Permit::take()).await
}

/// Prints how many permits are held once the future exists but has not been polled, and at the bottom.
fn report(name: &str, future: impl Future<Output = i32>) {
    let at_call = HELD.load(SeqCst);
    let mut future = pin!(future);
    let Poll::Ready(at_bottom) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("nothing here waits");
    };
    println!("{name}: {at_call} held after the call, {at_bottom} at the bottom");
}

fn main() {
    report("async fn", plain(1, Permit::take()));
    report("async_recursion", boxed(1, Permit::take()));
    report("async_recursion, mentioned", boxed_and_mentioned(1, Permit::take()));
}
RUST

seen=$(cargo +1.95.0 run -q)
printf '%s\n' "$seen"

expected='async fn: 1 held after the call, 3 at the bottom
async_recursion: 0 held after the call, 0 at the bottom
async_recursion, mentioned: 1 held after the call, 3 at the bottom'

if [ "$seen" != "$expected" ]; then
    echo "No longer so: the output differs from what this finding describes." >&2
    exit 1
fi
echo "Still so: #[async_recursion] drops what the body does not mention at the call."
