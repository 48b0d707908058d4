//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: database.rs
//@ aux-build: run_ready.rs

// Traits and bounds of another crate.

#![feature(async_auto_trait_bounds)]

extern crate database;
extern crate run_ready;

use database::{Database, Memory, SendDatabase};
use run_ready::run;

fn assert_send<T: Send>(t: T) -> T {
    t
}
fn assert_mine<T: database::Mine>(t: T) -> T {
    t
}

fn by_supertrait<D: SendDatabase>(d: &D, x: &str) -> usize {
    run(assert_mine(assert_send(d.ping(x)))) + run(assert_mine(assert_send(d.get(x))))
}

fn here<D: Database + async Send>(d: &D, x: &str) -> usize {
    run(assert_send(d.ping(x))) + run(assert_send(d.get(x)))
}

fn main() {
    assert_eq!(by_supertrait(&Memory, "a"), 2);
    assert_eq!(here(&Memory, "ab"), 4);
    database::in_background(Memory);
}
