//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: placing_lib.rs
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3 -Zmir-opt-level=4 -Zvalidate-mir

// Placed futures of another crate's traits, in code of either crate, and in generic code that a
// `dyn` is given to: there the call is an ordinary one, by way of the adapter, and its future is
// placed.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

extern crate placing_lib;
extern crate run_ready;

use std::future::{Slot, dyn_box, dyn_in};
use std::pin::pin;

use placing_lib::{Adder, Fetch, adapted, boxed, generic, in_slot};
use run_ready::run;

struct Local;

impl Fetch for Local {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
    async fn twice(&self, id: u32) -> u32 {
        id * 20
    }
}

fn main() {
    let f = adapted(&Adder(10));
    assert_eq!(run(boxed(f)), 11);
    assert_eq!(std::thread::scope(|scope| scope.spawn(|| run(boxed(f))).join().unwrap()), 11);
    let mut slot = pin!(Slot::<64>::new());
    assert_eq!(run(in_slot(f, slot.as_mut())), 24);
    assert_eq!(run(in_slot(std::boxed::Boxing::new(&Local), slot.as_mut())), 40);

    let mut large = pin!(Slot::<256>::new());
    assert_eq!(run(generic(&Local, large.as_mut())), 83);
    assert_eq!(run(generic(f, large.as_mut())), 13 + 28);
    assert_eq!(run(dyn_in!(large.as_mut(), f.twice(1))), 22);
    let mut boxed_slot = slot_on_the_heap();
    assert_eq!(run(dyn_box!(generic(f, boxed_slot.as_mut()))), 41);
}

fn slot_on_the_heap() -> std::pin::Pin<Box<Slot<256>>> {
    Box::pin(Slot::new())
}
