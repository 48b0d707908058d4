//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What `dyn_layout!` takes: a receiver and a method, without arguments.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

use std::future::{dyn_box, dyn_layout};

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

struct Pair {
    first: u8,
}

fn main() {}

fn refused(f: &dyn Fetch, pair: Pair) {
    dyn_layout!(f.fetch(1)); //~ ERROR expected a method
    dyn_layout!(pair.first); //~ ERROR no method named `first` found for struct `Pair`
    dyn_layout!(f.get); //~ ERROR no method named `get` found for reference `&dyn Fetch`
    dyn_layout!(f); //~ ERROR expected a method
    dyn_layout!(pair.first?);
    //~^ ERROR the `?` operator can only be applied to values that implement `Try`
    //~| ERROR the `?` operator can only be used in a function that returns `Result` or `Option`
    //~| ERROR expected a method
    dyn_box!(f.fetch); //~ ERROR attempted to take value of method `fetch`
    let _: u8 = dyn_layout!(f.fetch); //~ ERROR mismatched types
}
