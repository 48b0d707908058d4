//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: without_gate.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The trait's crate need not have the gate for another to make a `dyn` of it.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate without_gate;

use std::boxed::Boxing;
use std::thread;

use run_ready::run;
use without_gate::{Adder, Fetch, generic};

trait Sub: Fetch {
    async fn sub(&mut self) -> u32 {
        self.fetch(1).await
    }
}
impl Sub for Adder {}

fn main() {
    let mut fetch: Box<dyn Fetch<fetch(..): Send> + Send> = Boxing::new(Box::new(Adder(1)));
    assert_eq!(run(fetch.twice(1)), 5);
    assert_eq!(fetch.sync(), 3);
    let sum = thread::spawn(move || {
        let future = fetch.fetch(1);
        thread::scope(|scope| scope.spawn(move || run(future)).join().unwrap())
    });
    assert_eq!(sum.join().unwrap(), 4);

    let mut sub: Box<dyn Sub> = Boxing::new(Box::new(Adder(1)));
    assert_eq!(run(sub.sub()), 2);
    assert_eq!(run(generic(&mut *sub)), 11);
    let mut fetch: Box<dyn Fetch> = sub;
    assert_eq!(run(generic(&mut *fetch)), 17);
}
