//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` in a `static` or `const`, whose vtable is made at compile time.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::pin::Pin;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    fn sync(&self) -> u32;
}
struct Adder(u32);
impl Fetch for Adder {
    fn fetch(&self, id: u32) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async move { self.0 + id })
    }
    fn sync(&self) -> u32 {
        self.0
    }
}

static ONE: &(dyn Fetch + Sync) = &Adder(1);
const TWO: &dyn Fetch = &Adder(2);
static ALL: [&(dyn Fetch + Sync); 2] = [&Adder(3), ONE_AGAIN];
const ONE_AGAIN: &(dyn Fetch + Sync) = &Adder(1);

fn main() {
    assert_eq!(run(ONE.fetch(1)), 2);
    assert_eq!(run(TWO.fetch(1)), 3);
    assert_eq!(const { TWO }.sync(), 2);
    let sum: u32 = ALL.iter().map(|fetch| run(fetch.fetch(0)) + fetch.sync()).sum();
    assert_eq!(sum, 8);
}
