//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: database.rs
//@ aux-build: run_ready.rs

// Who only uses bounds of another crate needs no gate.

extern crate database;
extern crate run_ready;

use database::{Memory, SendDatabase};
use run_ready::run;

fn assert_send<T: Send>(t: T) -> T {
    t
}

fn by_supertrait<D: SendDatabase>(d: &D, x: &str) -> usize {
    run(assert_send(d.ping(x))) + run(assert_send(d.get(x)))
}

fn main() {
    assert_eq!(by_supertrait(&Memory, "a"), 2);
    database::in_background(Memory);
}
