//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ aux-build: fetch.rs
//@ run-pass
//@ aux-build: run_ready.rs

// Names of the futures of another crate's trait.

#![feature(named_return_types)]

extern crate fetch;
extern crate run_ready;

use fetch::{Fetch, Length};
use run_ready::run;

struct Pending<'d, 'f, F: Fetch + 'f> {
    future: F::fetch<'d, 'f, 'f, u8>,
    ids: F::ids<'f>,
}
fn start<'d, 'f, F: Fetch>(f: &'f F, text: &'d str, t: &'f u8) -> Pending<'d, 'f, F>
where
    F: Fetch<fetch<u8>: Send, ids: Send>,
    F::ids: Send,
{
    Pending { future: f.fetch(text, t), ids: f.ids() }
}

fn main() {
    let Pending { future, ids } = start(&Length, "four", &0);
    let future: <Length as Fetch>::fetch<'_, '_, '_, u8> = future;
    assert_eq!(run(future), 4);
    assert_eq!(ids.count(), 3);
}
