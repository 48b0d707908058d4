//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An auto trait that raw pointers lack, and that a subtrait asks of futures: the methods of a `dyn`
// of it are there and do what they do.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![feature(auto_traits, negative_impls, freeze)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::marker::Freeze;

use run_ready::run;

auto trait NoMutPointer {}
impl<T: ?Sized> !NoMutPointer for *mut T {}

trait Fetch {
    async fn fetch(&self) -> u8;
    fn sync(&self) -> u8;
}
trait FreezeFetch: Fetch<fetch(..): Freeze + NoMutPointer> {}
impl Fetch for u8 {
    async fn fetch(&self) -> u8 {
        *self
    }
    fn sync(&self) -> u8 {
        self + 1
    }
}
impl FreezeFetch for u8 {}

fn generic<F: FreezeFetch + ?Sized>(f: &F) -> u8 {
    run(f.fetch())
}

fn main() {
    let f: &dyn FreezeFetch = Boxing::new(&1_u8);
    assert_eq!((f.sync(), run(f.fetch()), generic(f)), (2, 1, 1));
}
