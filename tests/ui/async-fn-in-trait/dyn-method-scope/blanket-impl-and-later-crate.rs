//@ run-pass
//@ aux-build: store_by_marker.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An impl in a later crate does not change whether the trait has a `dyn` type: this one is not
// what the blanket impl asks for.

#![feature(dyn_method_scope)]

extern crate store_by_marker;

use store_by_marker::{Marker, Store};

struct Local;
impl Marker<Local> for dyn Store {}

fn main() {
    let (got, other) = store_by_marker::get(Local);
    assert_eq!(got, 1);
    let _: Local = other;
}
