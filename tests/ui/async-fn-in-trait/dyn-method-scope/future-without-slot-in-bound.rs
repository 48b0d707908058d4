//@ run-pass
//@ aux-build: future_without_slot_in_bound.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a trait says of a future without a place in the vtable costs the `dyn` type nothing, with
// the gate for futures of `dyn` types and without: crates that have it and crates that don't
// agree about the type.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate future_without_slot_in_bound;

fn main() {
    assert_eq!(future_without_slot_in_bound::get(4), (3, 4));
}
