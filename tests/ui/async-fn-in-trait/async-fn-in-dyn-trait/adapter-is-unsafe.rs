//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter promises what is not checked.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::future::FutureAdapter;
use std::pin::Pin;

#[repr(transparent)]
struct Safe<T>(T);
impl<T> FutureAdapter for Safe<T> {
//~^ ERROR the trait `FutureAdapter` requires an `unsafe impl` declaration
    type Adapted = T;
    type Owner<F: Future> = Pin<Box<F>>;
    fn adapt<F: Future>(future: F) -> Pin<Box<F>> {
        Box::pin(future)
    }
}

fn main() {}
