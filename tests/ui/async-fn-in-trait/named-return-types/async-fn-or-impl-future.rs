//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// `async fn` in the trait and `-> impl Future` in the impl, or the other way round, or a named
// type: the name denotes what the impl's method returns.

#![feature(named_return_types)]

#![allow(refining_impl_trait)]

extern crate run_ready;

use run_ready::run;

use std::future::{Ready, ready};

trait Fetch {
    async fn sugar(&self) -> u8;
    fn desugared(&self) -> impl Future<Output = u8>;
}

struct A;
impl Fetch for A {
    fn sugar(&self) -> impl Future<Output = u8> {
        async { 1 }
    }
    async fn desugared(&self) -> u8 {
        2
    }
}

struct B;
impl Fetch for B {
    fn sugar(&self) -> Ready<u8> {
        ready(3)
    }
    fn desugared(&self) -> Ready<u8> {
        ready(4)
    }
}

fn both<'a, F: Fetch>(f: &'a F) -> (F::sugar<'a>, F::desugared<'a>) {
    (f.sugar(), f.desugared())
}

fn main() {
    let (one, two) = both(&A);
    assert_eq!((run(one), run(two)), (1, 2));
    // Who knows the impl knows the type.
    let (three, four): (Ready<u8>, <B as Fetch>::desugared<'_>) = both(&B);
    assert_eq!((three.into_inner(), four.into_inner()), (3, 4));
}
