//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// For a concrete type, the fully qualified name is the very type that its method returns, with the
// auto traits that this type has.

#![feature(named_return_types)]

extern crate run_ready;

use run_ready::run;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Doubler;
impl Fetch for Doubler {
    async fn fetch(&mut self, id: u32) -> u32 {
        id * 2
    }
}

struct Slot<'a> {
    future: Option<<Doubler as Fetch>::fetch<'a>>,
}

fn assert_send<T: Send>(t: T) -> T {
    t
}

fn main() {
    let mut doubler = Doubler;
    let fut: <Doubler as Fetch>::fetch<'_> = doubler.fetch(1);
    assert_eq!(run(assert_send(fut)), 2);
    let mut slot = Slot { future: Some(doubler.fetch(3)) };
    assert_eq!(slot.future.take().map(run), Some(6));
}
