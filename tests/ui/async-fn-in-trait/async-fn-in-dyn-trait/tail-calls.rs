//@ run-pass
//@ ignore-backends: gcc
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A function may end in a call through a `dyn` that takes its place: `become`.

#![feature(async_fn_in_dyn_trait, explicit_tail_calls, named_return_types)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

impl Fetch for u32 {
    async fn fetch(&self, id: u32) -> u32 {
        *self + id
    }
}

fn forward<'a>(f: &'a (dyn Fetch + 'a), id: u32) -> <dyn Fetch + 'a as Fetch>::fetch<'a> {
    become f.fetch(id)
}

fn main() {
    let f: &dyn Fetch = Boxing::new(&5);
    assert_eq!(run(forward(f, 4)), 9);
}
