//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter is a type of the crate that says so: `Pin` of a type of this crate is not, for all
// that the orphan rules allow the impl.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::future::FutureAdapter;
use std::pin::Pin;

struct Local(u8);

unsafe impl FutureAdapter for Pin<Local> {
    //~^ ERROR only a struct of this crate can be an adapter
    type Adapted = Local;
    type Owner<F: Future> = Pin<Box<F>>;
    fn adapt<F: Future>(future: F) -> Pin<Box<F>> {
        Box::pin(future)
    }
}
unsafe impl FutureAdapter for Box<Local> {
    //~^ ERROR only a struct of this crate can be an adapter
    type Adapted = Local;
    type Owner<F: Future> = Pin<Box<F>>;
    fn adapt<F: Future>(future: F) -> Pin<Box<F>> {
        Box::pin(future)
    }
}

enum Either<T> {
    One(T),
}
unsafe impl<T> FutureAdapter for Either<T> {
    //~^ ERROR only a struct of this crate can be an adapter
    type Adapted = T;
    type Owner<F: Future> = Pin<Box<F>>;
    fn adapt<F: Future>(future: F) -> Pin<Box<F>> {
        Box::pin(future)
    }
}

fn main() {}
