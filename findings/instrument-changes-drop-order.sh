#!/usr/bin/env bash
# tracing's `#[instrument]` on an `async fn` changes the order in which its arguments are dropped.
#
# One would guess: `#[instrument]` opens a span around the function and changes nothing else. Arguments
#   are dropped in the reverse of the order in which they are declared, in a `fn` and in an `async fn`
#   alike, and the body has no say in it.
# What happens instead: on a `fn` it is so. On an `async fn` the attribute moves the body into an
#   `async move` block inside of the function; the block captures the arguments in the order in which
#   the body first mentions them, and drops them in THAT order. Those that the body does not mention
#   come after them. So to add the attribute, or to add a line of logging at the top of a body that has
#   it, can change which of two arguments is dropped first, say a transaction and its connection.
# What helps: bind the arguments anew in the body, in the order declared: `let (a, b) = (a, b);`.
#
# Seen with tracing 0.1.44, tracing-attributes 0.1.31 and Rust 1.95.0, edition 2024.
# Needs bash, the toolchain 1.95.0 and crates.io. Not run by CI. Exits non-zero if it is no longer so.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cargo +1.95.0 init -q --vcs none --edition 2024 --name finding
cargo +1.95.0 add -q tracing@=0.1.44 tracing-attributes@=0.1.31

cat > src/main.rs <<'RUST'
use std::pin::pin;
use std::task::{Context, Waker};
use tracing::instrument;

/// Says its name when it is dropped.
struct Arg(&'static str);

impl Drop for Arg {
    fn drop(&mut self) {
        print!(" {}", self.0);
    }
}

fn mention(_: &Arg) {}

fn sync_plain(first: Arg, second: Arg, _third: Arg) {
    mention(&first);
    mention(&second);
}

#[instrument(skip_all)]
fn sync_instrumented(first: Arg, second: Arg, _third: Arg) {
    mention(&first);
    mention(&second);
}

async fn plain(first: Arg, second: Arg, _third: Arg) {
    mention(&first);
    mention(&second);
}

#[instrument(skip_all)]
async fn instrumented(first: Arg, second: Arg, _third: Arg) {
    mention(&first);
    mention(&second);
}

#[instrument(skip_all)]
async fn instrumented_and_one_line_more(first: Arg, second: Arg, _third: Arg) {
    mention(&second);
    mention(&first);
    mention(&second);
}

#[instrument(skip_all)]
async fn instrumented_and_bound_anew(first: Arg, second: Arg, third: Arg) {
    let (first, second, _third) = (first, second, third);
    mention(&first);
    mention(&second);
}

fn finish(future: impl Future<Output = ()>) {
    let done = pin!(future).poll(&mut Context::from_waker(Waker::noop())).is_ready();
    assert!(done, "nothing here waits");
}

macro_rules! show {
    ($name:literal, $run:expr) => {{
        print!("{}:", $name);
        let [a, b, c] = [Arg("first"), Arg("second"), Arg("third")];
        $run(a, b, c);
        println!();
    }};
}

fn main() {
    show!("fn", sync_plain);
    show!("fn, instrumented", sync_instrumented);
    show!("async fn", |a, b, c| finish(plain(a, b, c)));
    show!("async fn, instrumented", |a, b, c| finish(instrumented(a, b, c)));
    show!("... and one line more", |a, b, c| finish(instrumented_and_one_line_more(a, b, c)));
    show!("... and bound anew", |a, b, c| finish(instrumented_and_bound_anew(a, b, c)));
}
RUST

seen=$(cargo +1.95.0 run -q)
echo "The order in which the three arguments are dropped:"
printf '%s\n' "$seen"

expected='fn: third second first
fn, instrumented: third second first
async fn: third second first
async fn, instrumented: first second third
... and one line more: second first third
... and bound anew: third second first'

if [ "$seen" != "$expected" ]; then
    echo "No longer so: the output differs from what this finding describes." >&2
    exit 1
fi
echo "Still so: #[instrument] on an async fn drops the arguments in the order of their first mention."
