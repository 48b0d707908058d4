//@ run-pass
//@ aux-build: future_without_slot.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Whether a trait has a `dyn` type is the same in a crate with the gate for `dyn`s with futures.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate future_without_slot;

use std::future::{Ready, ready};

use future_without_slot::{Fetch, Sub, call, call_sub};

struct X;

impl Fetch<u8> for X {
    fn me(&self) -> Ready<(u8, Option<Box<X>>)> {
        ready((1, None))
    }
    fn a(&self) -> u8 {
        1
    }
}

struct Y;

impl Fetch<u8> for Y {
    fn me(&self) -> Ready<(u8, Option<Box<Y>>)> {
        ready((1, None))
    }
    fn a(&self) -> u8 {
        1
    }
}

impl Clone for Y {
    fn clone(&self) -> Y {
        Y
    }
}

impl Sub for Y {
    fn b(&self) -> u8 {
        2
    }
}

fn main() {
    assert_eq!(call(X), 1);
    assert_eq!(call_sub(Y), 2);
}
